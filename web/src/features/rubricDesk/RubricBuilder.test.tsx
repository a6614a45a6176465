import { MantineProvider } from '@mantine/core'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import type { Rubric } from '~/api/types'
import { RubricBuilder } from './RubricBuilder'

function Desk({ start, onRubric }: { start: Rubric; onRubric: (rubric: Rubric) => void }) {
  const [rubric, setRubric] = useState(start)
  return (
    <MantineProvider env="test">
      <RubricBuilder rubric={rubric} onChange={(next) => {
        setRubric(next)
        onRubric(next)
      }} />
    </MantineProvider>
  )
}

test('a question is added, named and given another option', async () => {
  let rubric: Rubric = { criteria: [] }
  render(<Desk start={rubric} onRubric={(next) => { rubric = next }} />)
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'Add a question' }))
  await user.click(await screen.findByRole('menuitem', { name: /Choice/ }))
  await user.type(screen.getByRole('textbox', { name: 'Question' }), 'Is it safe?')
  await user.click(screen.getByRole('button', { name: /Add option/ }))
  await user.type(screen.getByRole('textbox', { name: 'Option 4' }), 'Cannot tell')
  expect(rubric.criteria[0]).toMatchObject({ key: 'is_it_safe', title: 'Is it safe?', kind: 'label' })
  expect(rubric.criteria[0]!.options!.at(-1)).toMatchObject({ value: 'cannot_tell', label: 'Cannot tell' })
})

test('questions change places and the open one stays open', async () => {
  const base = { target: 'item', required: true, justification: 'never' } as const
  let rubric: Rubric = { criteria: [{ ...base, key: 'a', kind: 'text', title: 'First' }, { ...base, key: 'b', kind: 'text', title: 'Second' }] }
  render(<Desk start={rubric} onRubric={(next) => { rubric = next }} />)
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: /1\. First/ }))
  await user.click(screen.getByRole('button', { name: 'Move ‘First’ down' }))
  expect(rubric.criteria.map((criterion) => criterion.key)).toEqual(['b', 'a'])
  const cards = screen.getAllByRole('listitem')
  expect(within(cards[1]!).getByRole('textbox', { name: 'Question' })).toHaveValue('First')
})

test('a key that another question has is refused beside it', async () => {
  const base = { target: 'item', required: true, justification: 'never', kind: 'text' } as const
  render(<Desk start={{ criteria: [{ ...base, key: 'a', title: 'First' }, { ...base, key: 'b', title: 'Second' }] }} onRubric={() => undefined} />)
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: /2\. Second/ }))
  const key = screen.getByRole('textbox', { name: /Key/ })
  await user.clear(key)
  await user.type(key, 'a')
  expect(screen.getByText('Another question has this key.')).toBeInTheDocument()
})

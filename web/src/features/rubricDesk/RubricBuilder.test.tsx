import { fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import type { Rubric } from '~/api/types'
import { show } from '~/test/render'
import { RubricBuilder } from './RubricBuilder'

function Desk({ start, onRubric }: { start: Rubric; onRubric: (rubric: Rubric) => void }) {
  const [rubric, setRubric] = useState(start)
  return (
    <RubricBuilder rubric={rubric} onChange={(next) => {
      setRubric(next)
      onRubric(next)
    }} />
  )
}

test('a question is added, named and given another option', async () => {
  let rubric: Rubric = { criteria: [] }
  show(<Desk start={rubric} onRubric={(next) => { rubric = next }} />)
  const user = userEvent.setup({ delay: null })
  await user.click(screen.getByRole('button', { name: 'Add a question' }))
  await user.click(await screen.findByRole('menuitem', { name: /Choice/ }))
  fireEvent.change(screen.getByRole('textbox', { name: 'Question' }), { target: { value: 'Is it safe?' } })
  await user.click(screen.getByRole('button', { name: /Add option/ }))
  fireEvent.change(screen.getByRole('textbox', { name: 'Option 4' }), { target: { value: 'Cannot tell' } })
  expect(rubric.criteria[0]).toMatchObject({ key: 'is_it_safe', title: 'Is it safe?', kind: 'label' })
  expect(rubric.criteria[0]!.options!.at(-1)).toMatchObject({ value: 'cannot_tell', label: 'Cannot tell' })
})

test('questions change places and the open one stays open', async () => {
  const base = { target: 'item', required: true, justification: 'never' } as const
  let rubric: Rubric = { criteria: [{ ...base, key: 'a', kind: 'text', title: 'First' }, { ...base, key: 'b', kind: 'text', title: 'Second' }] }
  show(<Desk start={rubric} onRubric={(next) => { rubric = next }} />)
  const user = userEvent.setup({ delay: null })
  await user.click(screen.getByRole('button', { name: /1\. First/ }))
  await user.click(screen.getByRole('button', { name: 'Move ‘First’ down' }))
  expect(rubric.criteria.map((criterion) => criterion.key)).toEqual(['b', 'a'])
  const cards = screen.getAllByRole('listitem')
  expect(within(cards[1]!).getByRole('textbox', { name: 'Question' })).toHaveValue('First')
})

test('a key that another question has is refused beside it', async () => {
  const base = { target: 'item', required: true, justification: 'never', kind: 'text' } as const
  show(<Desk start={{ criteria: [{ ...base, key: 'a', title: 'First' }, { ...base, key: 'b', title: 'Second' }] }} onRubric={() => undefined} />)
  const user = userEvent.setup({ delay: null })
  await user.click(screen.getByRole('button', { name: /2\. Second/ }))
  const key = screen.getByRole('textbox', { name: /Key/ })
  fireEvent.change(key, { target: { value: 'a' } })
  expect(screen.getByText('Another question has this key.')).toBeInTheDocument()
})

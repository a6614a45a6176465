import { fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import type { Criterion, Rubric } from '~/api/types'
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

const safe: Criterion = { key: 'safe', kind: 'label', title: 'Is it safe?', target: 'each_response', required: true, justification: 'never', options: [{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }], multiple: false }
const how: Criterion = { key: 'how', kind: 'text', title: 'How not?', target: 'each_response', required: true, justification: 'never' }

test('a question is asked under a condition, which follows a changed key', async () => {
  let rubric: Rubric = { criteria: [safe, how] }
  show(<Desk start={rubric} onRubric={(next) => { rubric = next }} />)
  const user = userEvent.setup({ delay: null })
  await user.click(screen.getByRole('button', { name: /^2. How not/ }))
  await user.click(screen.getByRole('checkbox', { name: 'Asked only under a condition' }))
  fireEvent.change(screen.getByRole('combobox', { name: 'Asked only if: answer' }), { target: { value: 'no' } })
  expect(rubric.criteria[1]!.showIf).toEqual({ criterion: 'safe', is: 'no' })
  await user.click(screen.getByRole('button', { name: /^1. Is it safe/ }))
  fireEvent.change(screen.getByRole('textbox', { name: 'Key' }), { target: { value: 'harmless' } })
  expect(rubric.criteria[1]!.showIf).toEqual({ criterion: 'harmless', is: 'no' })
  await user.click(screen.getByRole('button', { name: 'Remove ‘Is it safe?’' }))
  expect(rubric.criteria[0]!.showIf).toBeNull()
})

test('a hard rule says itself in a sentence until somebody writes a better one', async () => {
  let rubric: Rubric = { criteria: [safe, how] }
  show(<Desk start={rubric} onRubric={(next) => { rubric = next }} />)
  const user = userEvent.setup({ delay: null })
  await user.click(screen.getByRole('button', { name: 'Add a rule' }))
  await user.click(await screen.findByRole('menuitem', { name: /If this, then that/ }))
  fireEvent.change(screen.getByRole('combobox', { name: 'Rule 1, if: answer' }), { target: { value: 'no' } })
  expect(rubric.rules).toEqual([{ kind: 'consequence', when: { criterion: 'safe', is: 'no' }, then: { criterion: 'how', answered: true }, message: 'Where ‘Is it safe?’ is ‘No’, it must hold that ‘How not?’ is answered.' }])
  fireEvent.change(screen.getByRole('textbox', { name: 'What trainers read' }), { target: { value: 'Say how it is unsafe.' } })
  fireEvent.change(screen.getByRole('combobox', { name: 'Rule 1, if: answer' }), { target: { value: 'yes' } })
  expect(rubric.rules![0]!.message).toBe('Say how it is unsafe.')
})

import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { Criterion, Rubric } from '~/api/types'
import { critique, each, label, rank, score } from '~/test/criteria'
import { show } from '~/test/render'
import { FormPreview } from './FormPreview'

function preview(criteria: Criterion[], rules: NonNullable<Rubric['rules']> = []) {
  vi.stubGlobal('fetch', vi.fn(async () => new Response(JSON.stringify({ items: [], next: null }), { status: 200, headers: { 'content-type': 'application/json' } })))
  show(<FormPreview projectId="p1" rubric={{ criteria, rules }} />)
  return userEvent.setup({ delay: null })
}

test('it is answered by the keys that it shows', async () => {
  const user = preview([each(label), score, rank])
  await user.click(within(screen.getByRole('group', { name: 'Is it correct?, response A' })).getByRole('radio', { name: 'Yes' }))
  expect(screen.getByRole('group', { name: 'Is it correct?, response A' })).toHaveTextContent('Yes1')
  await user.keyboard('b2')
  expect(within(screen.getByRole('group', { name: 'Is it correct?, response B' })).getByRole('radio', { name: 'Partly' })).toBeChecked()
  await user.keyboard('4ba')
  expect(within(screen.getByRole('group', { name: 'Does it help?' })).getByRole('radio', { name: '4' })).toBeChecked()
  expect(screen.getByText('Order: B, A')).toBeInTheDocument()
  expect(screen.getByText('This could be handed in.')).toBeVisible()
})

test('passages of its item are marked, and a rule that asks for them is checked when it is handed in, not before', async () => {
  const user = preview([label, critique], [{ kind: 'consequence', message: 'Mark what is wrong.', when: { criterion: 'correct', is: 'partly' }, then: { criterion: 'issues', answered: true } }])
  await user.click(screen.getByRole('radio', { name: 'Partly' }))
  expect(screen.getAllByText('Mark what is wrong.')).toHaveLength(1)
  await user.click(screen.getByRole('button', { name: 'Try to hand it in' }))
  expect(screen.getByRole('alert')).toHaveTextContent('Mark what is wrong.')
  await user.click(screen.getByRole('button', { name: 'Mark by sentence' }))
  await user.keyboard('{Enter}')
  await user.keyboard('12{Enter}')
  await waitFor(() => expect(screen.getByRole('button', { name: /^Remove the mark/ })).toBeVisible())
  expect(screen.queryByRole('alert')).toBeNull()
  expect(screen.getByText('This could be handed in.')).toBeVisible()
})

test('a reason that is asked for on a sample can be tried both ways', async () => {
  const user = preview([{ ...score, justification: 'on_sample', justificationShare: 0.2 }])
  await user.click(within(screen.getByRole('group', { name: 'Does it help?' })).getByRole('radio', { name: '3' }))
  expect(screen.getByRole('textbox', { name: 'Why?' })).toBeVisible()
  await user.click(screen.getByRole('switch', { name: 'This task is in the sample that is asked why' }))
  expect(screen.queryByRole('textbox', { name: 'Why?' })).toBeNull()
})

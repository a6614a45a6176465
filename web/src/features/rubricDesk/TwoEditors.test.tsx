import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Criterion } from '~/api/types'
import { show } from '~/test/render'
import { DraftClash, KeptAside } from './DraftClash'
import { useGuidelineDraft, type Written } from './useGuidelineDraft'

const question = (title: string) => ({ key: 'correct', kind: 'text', title, target: 'item', required: true, justification: 'never' }) as Criterion
const opened = { body: 'Read the prompt.', rubric: { criteria: [question('Is it correct?')] }, revision: 'r1' }
let there: Written & { revision: string; updatedBy: string }
let met: string[]

const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' } })
const view = () => ({ ...there, updatedAt: '2026-01-01T10:00:00Z', problems: [] })

function Desk() {
  const draft = useGuidelineDraft('p1', opened, [], (by) => met.push(by))
  return (
    <>
      {draft.conflict && <DraftClash conflict={draft.conflict} mine={draft.written} onChoose={draft.resolve} />}
      {draft.aside && !draft.conflict && <KeptAside aside={draft.aside} onPutBack={draft.change} onForget={draft.forget} />}
      <textarea aria-label="Guideline" value={draft.written.body} onChange={(event) => draft.change({ ...draft.written, body: event.target.value })} />
      <p>{draft.written.rubric.criteria.map((one) => one.title).join()}</p>
      <p role="status">{draft.saving.state}</p>
    </>
  )
}

beforeEach(() => {
  localStorage.clear()
  met = []
  there = { ...opened, updatedBy: 'Priya' }
  vi.stubGlobal('fetch', vi.fn(async (_url: string, options: RequestInit) => {
    const sent = JSON.parse(String(options.body)) as Written & { grownFrom: string }
    if (sent.grownFrom !== there.revision) {
      return answer(409, { type: '/problems/guideline-draft-changed', title: 'Somebody else changed this draft', detail: 'Amara changed this draft while you wrote: look at both and choose; yours is not saved over theirs.', draft: view() })
    }
    there = { body: sent.body, rubric: sent.rubric, revision: `${there.revision}+`, updatedBy: 'Priya' }
    return answer(200, view())
  }))
})

const status = (state: string) => waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(state), { timeout: 4_000 })

test('two who change different parts are put together, and both are told', async () => {
  show(<Desk />)
  there = { ...opened, rubric: { criteria: [question('Is every claim correct?')] }, revision: 'r2', updatedBy: 'Amara' }
  await userEvent.setup().type(screen.getByLabelText('Guideline'), ' Twice.')
  await status('saved')
  expect(there).toMatchObject({ body: 'Read the prompt. Twice.', rubric: { criteria: [{ title: 'Is every claim correct?' }] } })
  expect(screen.getByText('Is every claim correct?')).toBeVisible()
  expect(met).toEqual(['Amara'])
})

test('where both changed the text nothing is saved over the other’s, and what is typed stays here over a reload', async () => {
  const first = show(<Desk />)
  there = { ...opened, body: 'Read the prompt slowly.', revision: 'r2', updatedBy: 'Amara' }
  const user = userEvent.setup()
  await user.type(screen.getByLabelText('Guideline'), ' Twice.')
  await status('conflict')
  expect(screen.getByRole('alert')).toHaveTextContent('Amara changed this draft while you wrote: look at both and choose; yours is not saved over theirs.')
  await user.type(screen.getByLabelText('Guideline'), ' Calmly.')
  expect(there.body).toBe('Read the prompt slowly.')
  first.unmount()
  show(<Desk />)
  await status('conflict')
  expect(screen.getByLabelText('Guideline')).toHaveValue('Read the prompt. Twice. Calmly.')
  expect(there.body).toBe('Read the prompt slowly.')
})

test('a text made of both is saved, and both as they were can be put back', async () => {
  show(<Desk />)
  there = { ...opened, body: 'Read the prompt slowly.', revision: 'r2', updatedBy: 'Amara' }
  const user = userEvent.setup()
  await user.type(screen.getByLabelText('Guideline'), ' Twice.')
  await status('conflict')
  await user.click(screen.getByRole('button', { name: 'See both and choose' }))
  expect(await screen.findByRole('button', { name: 'Save it so' })).toBeDisabled()
  await user.click(screen.getByRole('radio', { name: 'Both, by hand' }))
  await user.click(screen.getByRole('button', { name: 'Put Amara’s below it' }))
  await user.click(screen.getByRole('button', { name: 'Save it so' }))
  await status('saved')
  expect(there.body).toBe('Read the prompt. Twice.\n\nRead the prompt slowly.')
  await user.click(screen.getByRole('button', { name: 'Put Amara’s back' }))
  await waitFor(() => expect(there.body).toBe('Read the prompt slowly.'), { timeout: 4_000 })
  await user.click(screen.getByRole('button', { name: 'Put mine back' }))
  await waitFor(() => expect(there.body).toBe('Read the prompt. Twice.'), { timeout: 4_000 })
  await user.click(screen.getByRole('button', { name: 'Forget both' }))
  expect(screen.queryByRole('button', { name: 'Put mine back' })).toBeNull()
})

test('theirs is taken or mine kept with one press', async () => {
  for (const [name, body] of [['Take all of Amara’s', 'Read the prompt slowly.'], ['Keep all of mine', 'Read the prompt. Twice.']] as const) {
    localStorage.clear()
    there = { ...opened, updatedBy: 'Priya' }
    const { unmount } = show(<Desk />)
    there = { ...opened, body: 'Read the prompt slowly.', revision: 'r2', updatedBy: 'Amara' }
    const user = userEvent.setup()
    await user.type(screen.getByLabelText('Guideline'), ' Twice.')
    await status('conflict')
    await user.click(screen.getByRole('button', { name }))
    await status('saved')
    expect(there.body).toBe(body)
    unmount()
  }
})

test('an answer that was lost is no second editor', async () => {
  show(<Desk />)
  const user = userEvent.setup()
  const real = globalThis.fetch
  vi.stubGlobal('fetch', vi.fn(async (url: string, options: RequestInit) => { await real(url, options); throw new TypeError('Failed to fetch') }))
  await user.type(screen.getByLabelText('Guideline'), ' Twice.')
  await status('failed')
  expect(there.body).toBe('Read the prompt. Twice.')
  vi.stubGlobal('fetch', real)
  await user.type(screen.getByLabelText('Guideline'), ' Calmly.')
  await status('saved')
  expect(there.body).toBe('Read the prompt. Twice. Calmly.')
})

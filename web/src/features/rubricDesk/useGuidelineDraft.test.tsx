import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { show } from '~/test/render'
import { useGuidelineDraft } from './useGuidelineDraft'

const stored = { body: 'Read the prompt.', rubric: { criteria: [] } }
let online = true
let kept = ''

function Desk() {
  const draft = useGuidelineDraft('p1', stored, [])
  return (
    <>
      <textarea aria-label="Guideline" value={draft.written.body} onChange={(event) => draft.change({ ...draft.written, body: event.target.value })} />
      <p role="status">{draft.saving.state}</p>
    </>
  )
}

beforeEach(() => {
  localStorage.clear()
  kept = ''
  vi.stubGlobal('fetch', vi.fn(async (_url: string, options: RequestInit) => {
    if (!online) throw new TypeError('Failed to fetch')
    kept = (JSON.parse(String(options.body)) as { body: string }).body
    return new Response(JSON.stringify({ body: kept, rubric: { criteria: [] }, revision: kept, updatedBy: 'Priya', updatedAt: '2026-01-01T10:00:00Z', problems: [] }), { status: 200, headers: { 'Content-Type': 'application/json' } })
  }))
})

test('what a lead writes while the network is away is there after a reload, and on the server once it is back', async () => {
  online = false
  const first = show(<Desk />)
  const user = userEvent.setup()
  await user.type(screen.getByLabelText('Guideline'), ' Then judge.')
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('failed'), { timeout: 5_000 })
  expect(kept).toBe('')
  first.unmount()

  show(<Desk />)
  expect(screen.getByLabelText('Guideline')).toHaveValue('Read the prompt. Then judge.')
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('failed'))
  online = true
  await user.type(screen.getByLabelText('Guideline'), ' Calmly.')
  await waitFor(() => expect(kept).toBe('Read the prompt. Then judge. Calmly.'), { timeout: 5_000 })
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('saved'))
})

test('it tries again by itself', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  try {
    online = false
    show(<Desk />)
    await userEvent.setup({ advanceTimers: vi.advanceTimersByTime }).type(screen.getByLabelText('Guideline'), '!')
    await act(() => vi.advanceTimersByTimeAsync(1_000))
    expect(screen.getByRole('status')).toHaveTextContent('failed')
    online = true
    await act(() => vi.advanceTimersByTimeAsync(6_000))
    expect(kept).toBe('Read the prompt.!')
  } finally {
    vi.useRealTimers()
  }
})

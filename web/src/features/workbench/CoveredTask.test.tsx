import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { Lease } from '~/api/types'
import { item, score } from '~/test/criteria'
import { show } from '~/test/render'
import { CoveredTask } from './CoveredTask'

vi.mock('~/ui/links', () => ({ AnchorLink: ({ children }: { children: React.ReactNode }) => <a href="/account">{children}</a> }))

const now = Date.now()
const lease = (today: number): Lease => ({
  id: 'l1', projectId: 'p1', projectName: 'Eggs', item: item(2), guidelineVersion: 1, rubric: { criteria: [score] }, price: { minor: 240, currency: 'USD' },
  leasedAt: new Date(now).toISOString(), expiresAt: new Date(now + 1_800_000).toISOString(), serverTime: new Date(now).toISOString(), draft: null, state: 'OPEN',
  cover: { category: 'violence', opened: false, today, limit: 20 },
})

function covered(today = 1) {
  const calls: { method: string; path: string; body: unknown }[] = []
  const next = { lease: null, ahead: null, empty: null, today: { count: 0, earned: { minor: 0, currency: 'USD' } } }
  vi.stubGlobal('fetch', vi.fn(async (url: string, options: RequestInit) => {
    const path = url.replace('/api/v1', '')
    calls.push({ method: options.method!, path, body: options.body ? JSON.parse(String(options.body)) : null })
    const body = path.endsWith('/draft') ? { revision: JSON.parse(String(options.body)).revision, savedAt: new Date(now).toISOString() } : path.endsWith('/opening') ? lease(today) : path === '/account/content' ? { sensitive: true, dailyLimit: null, without: [] } : path.endsWith('/skip') ? next : null
    return new Response(body === null ? null : JSON.stringify(body), { status: body === null ? 204 : 200, headers: { 'content-type': 'application/json' } })
  }))
  const onOpen = vi.fn()
  const onNext = vi.fn()
  show(<CoveredTask account="a1" lease={lease(today)} receivedAt={now} today={next.today} onOpen={onOpen} onNext={onNext} />)
  return { calls, onOpen, onNext, user: userEvent.setup() }
}

test('nothing of the item is in the page before its cover is lifted, and a key lifts it', async () => {
  const { calls, onOpen, user } = covered()
  expect(screen.getByRole('heading')).toHaveTextContent('This task is covered: Violence')
  expect(document.body).not.toHaveTextContent('eggs boil')
  await user.keyboard('u')
  await waitFor(() => expect(onOpen).toHaveBeenCalled())
  expect(calls).toContainEqual({ method: 'POST', path: '/leases/l1/opening', body: null })
})

test('no other key acts on what cannot be seen', async () => {
  const { calls, onOpen, user } = covered()
  await user.keyboard('1jk{Control>}{Enter}{/Control}')
  expect(onOpen).not.toHaveBeenCalled()
  expect(calls).toEqual([])
})

test('a whole project can be left out, which skips this task at once', async () => {
  const { calls, onNext, user } = covered()
  await user.click(screen.getByRole('button', { name: 'No such tasks of this project' }))
  await waitFor(() => expect(onNext).toHaveBeenCalled())
  expect(calls).toContainEqual({ method: 'PUT', path: '/account/content', body: { sensitive: true, dailyLimit: null, without: ['p1'] } })
  expect(calls.at(-1)).toEqual({ method: 'POST', path: '/leases/l1/skip?ahead=true', body: { reason: 'troubling' } })
})

test('after several in one day a pause is proposed', () => {
  covered(7)
  expect(screen.getByRole('note')).toHaveTextContent('You have met 6 of these today.')
})

test('what is typed to pass it on is kept here and on the server, before anything is seen', async () => {
  const { calls, onOpen, user } = covered()
  await user.keyboard('s4')
  await user.type(screen.getByLabelText('In a few words'), 'I lost somebody this year.')
  await user.click(screen.getByRole('button', { name: 'Back to the task' }))
  cleanup()
  const again = covered()
  await again.user.keyboard('s')
  expect(screen.getByLabelText('In a few words')).toHaveValue('I lost somebody this year.')
  expect(screen.getByRole('radio', { name: /Something else/ })).toBeChecked()
  await again.user.click(screen.getByRole('button', { name: 'Back to the task' }))
  await again.user.keyboard('u')
  await waitFor(() => expect(again.onOpen).toHaveBeenCalled())
  const saved = [...calls, ...again.calls].filter((one) => one.path === '/leases/l1/draft').at(-1)
  expect(saved?.body).toMatchObject({ answers: {}, aside: { skip: { reason: 'other', note: 'I lost somebody this year.' } } })
  expect(onOpen).not.toHaveBeenCalled()
})

import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from '@tanstack/react-router'
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { GuidelineVersion, MembershipView } from '~/api/types'
import { show } from '~/test/render'
import { Acknowledgement, AtTheEnd } from './Acknowledgement'

const guideline = { version: 1, body: '# Eggs', changeNote: '', effect: 'EDITORIAL', publishedAt: '2026-11-01T00:00:00Z', rubric: { criteria: [] } } as unknown as GuidelineVersion
const practice = { id: 'r1', projectId: 'p1', kind: 'PRACTICE', state: 'OPEN', items: 2, sheet: { title: 'Warm-up', rate: { minor: 150, currency: 'USD' } }, mine: { mayBegin: false, attempts: [] } }
const newcomer = (code: string): MembershipView => ({ state: 'ACTIVE', acknowledged: null, current: 1, decisions: [], mayWork: { allowed: false, reasons: [{ code, sentence: '', remedy: '' }] } }) as unknown as MembershipView

/** A server that knows one newcomer, whose reasons not to work are these, before and after reading. */
async function open(before: MembershipView, after: MembershipView, rounds: unknown[]) {
  const asked: string[] = []
  let read = false
  vi.stubGlobal('fetch', vi.fn(async (url: string, options: RequestInit) => {
    const path = url.replace('/api/v1', '')
    if (options.method === 'POST') { asked.push(path); read = true; return new Response(null, { status: 204 }) }
    const body = path.endsWith('/membership') ? (read ? after : before) : { items: rounds }
    return new Response(JSON.stringify(body), { status: 200, headers: { 'Content-Type': 'application/json' } })
  }))
  const rootRoute = createRootRoute({ component: () => <main><Outlet /></main> })
  const page = (path: string, component: () => React.ReactNode) => createRoute({ getParentRoute: () => rootRoute, path, component })
  const router = createRouter({
    routeTree: rootRoute.addChildren([
      page('/projects/$projectId/guideline', () => <><Acknowledgement projectId="p1" guideline={guideline} /><AtTheEnd projectId="p1" guideline={guideline} /></>),
      page('/projects/$projectId/work', () => <p>The work</p>), page('/projects/$projectId/calibration', () => <p>The calibration</p>),
    ]),
    history: createMemoryHistory({ initialEntries: ['/projects/p1/guideline'] }),
  })
  await act(() => router.load())
  show(<RouterProvider router={router as never} />)
  return asked
}
const ready = { ...newcomer(''), acknowledged: 1, mayWork: { allowed: true, reasons: [] } } as unknown as MembershipView

test('whoever has read to the end says so there, and goes to the work', async () => {
  const asked = await open(newcomer('ACKNOWLEDGE'), ready, [])
  const doors = await screen.findAllByRole('button', { name: 'I have read it; to work' })
  expect(doors).toHaveLength(2)
  expect(screen.queryByRole('button', { name: /practice/ })).toBeNull()
  await userEvent.click(doors[1]!)
  expect(await screen.findByText('The work')).toBeTruthy()
  expect(asked).toEqual(['/projects/p1/guidelines/1/acknowledgement'])
})

test('where there is a practice it says what it pays, and leads there', async () => {
  await open(newcomer('ACKNOWLEDGE'), ready, [practice])
  await userEvent.click((await screen.findAllByRole('button', { name: 'I have read it; to the practice ($3.00)' }))[0]!)
  expect(await screen.findByText('The calibration')).toBeTruthy()
})

test('where a calibration comes before the work, that is where reading leads', async () => {
  await open(newcomer('CALIBRATE'), newcomer('CALIBRATE'), [practice])
  await userEvent.click((await screen.findAllByRole('button', { name: 'I have read it; to the calibration' }))[0]!)
  expect(await screen.findByText('The calibration')).toBeTruthy()
})

import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Lease, Work } from '~/api/types'
import { item, label, text } from '~/test/criteria'
import { show } from '~/test/render'
import { WorkbenchPage } from './WorkbenchPage'

/** Each test has a project of its own, since an answer on its way outlives the page it was given on. */
let project = 'p0'
beforeEach(() => { project = `p${Number(project.slice(1)) + 1}` })

const lease = (id: string, more: Partial<Lease> = {}): Lease => {
  const now = Date.now()
  return {
    id: `${id}-${project}`, projectId: project, projectName: 'Eggs', item: { ...item(1), prompt: `Question ${id}?` }, guidelineVersion: 1, rubric: { criteria: [label, text] }, price: { minor: 240, currency: 'USD' },
    leasedAt: new Date(now).toISOString(), expiresAt: new Date(now + 1_800_000).toISOString(), serverTime: new Date(now).toISOString(), draft: null, state: 'OPEN', cover: null, ...more,
  }
}
const today = (count: number) => ({ count, earned: { minor: count * 240, currency: 'USD' } })
const work = (own: Lease | null, ahead: Lease | null, done: number): Work => ({ lease: own, ahead, empty: null, today: today(done) })
type Answer = { status: number; body: unknown }

/** A server whose word on a judgment comes when the test says so. */
function serve(first: Work) {
  const words: ((answer: Answer) => void)[] = []
  const handedIn: string[] = []
  vi.stubGlobal('fetch', vi.fn(async (url: string, options: RequestInit) => {
    const path = url.replace('/api/v1', '')
    const given: Answer = path.startsWith('/session') ? { status: 200, body: { account: { id: 'a1', name: 'Tara' }, setupRequired: false, demo: true } }
      : path === `/projects/${project}/leases?ahead=true` ? { status: 200, body: first }
      : path.includes('/judgment') ? await new Promise<Answer>((resolve) => { handedIn.push(path); words.push(resolve) })
      : path.endsWith('/draft') ? { status: 200, body: { revision: (JSON.parse(String(options.body)) as { revision: number }).revision, savedAt: new Date().toISOString() } }
      : { status: 200, body: {} }
    return new Response(JSON.stringify(given.body), { status: given.status, headers: { 'Content-Type': given.status < 400 ? 'application/json' : 'application/problem+json' } })
  }))
  const saying = async (answer: Answer) => {
    await waitFor(() => expect(words.length).toBeGreaterThan(0))
    await act(async () => words.shift()!(answer))
  }
  return { handedIn, refuses: saying, takes: (next: Work) => saying({ status: 200, body: { judgment: { id: 'j' }, next } }) }
}

async function open() {
  const rootRoute = createRootRoute()
  const page = createRoute({ getParentRoute: () => rootRoute, path: '/projects/$projectId/work', component: () => <main><WorkbenchPage /></main> })
  const router = createRouter({ routeTree: rootRoute.addChildren([page]), history: createMemoryHistory({ initialEntries: [`/projects/${project}/work`] }) })
  await act(() => router.load())
  show(<RouterProvider router={router as never} />)
  await screen.findByText('Question one?')
  return userEvent.setup()
}
const submit = '{Control>}{Enter}{/Control}'
const answered = (n: number) => screen.findByText(new RegExp(`^${n} of `))

/** The first task is handed in and the second begun, before the server has said anything. */
async function begunAhead() {
  const server = serve(work(lease('one'), lease('two', { state: 'AHEAD' }), 0))
  const user = await open()
  await user.keyboard(`1${submit}`)
  await screen.findByText('Question two?')
  await user.keyboard('1')
  await answered(1)
  return { server, user }
}

test('the next task is there before the server has said anything of the last one', async () => {
  const server = serve(work(lease('one'), lease('two', { state: 'AHEAD' }), 3))
  const user = await open()
  await user.keyboard(`1${submit}`)
  await screen.findByText('Question two?')
  expect(screen.queryByText('Question one?')).toBeNull()
  expect(screen.getByText(/4 tasks/)).toBeTruthy()
  await user.keyboard('1')
  await answered(1)
  await server.takes(work(lease('two'), lease('three', { state: 'AHEAD' }), 4))
  expect(screen.getByText('Question two?')).toBeTruthy()
  await answered(1)
  await user.keyboard(submit)
  await screen.findByText('Question three?')
  expect(server.handedIn).toEqual(['one', 'two'].map((id) => `/leases/${id}-${project}/judgment?next=true&ahead=true`))
})

test('a key struck twice hands in one task', async () => {
  const server = serve(work(lease('one'), lease('two', { state: 'AHEAD' }), 0))
  const user = await open()
  await user.keyboard(`1${submit}${submit}`)
  await screen.findByText('Question two?')
  expect(screen.queryByText(/Choose/)).toBeNull()
  expect(server.handedIn).toHaveLength(1)
})

test('what the server says comes before what was ahead, and what was typed waits for its task', async () => {
  const { server } = await begunAhead()
  await server.takes(work(lease('new', { item: lease('two').item, guidelineVersion: 2 }), null, 1))
  await screen.findByText('Question two?')
  await answered(1)
})

test('where the server has nothing more, an untouched task goes and a begun one is finished first', async () => {
  const none: Work = { lease: null, ahead: null, empty: { code: 'RESTRICTED', sentence: 'Your access is restricted.', next: 'You can appeal.' }, today: today(1) }
  const { server, user } = await begunAhead()
  await server.takes(none)
  expect(screen.getByText('Question two?')).toBeTruthy()
  await user.keyboard(submit)
  await server.takes(none)
  await screen.findByText(/Your access is restricted/)
  expect(server.handedIn).toHaveLength(2)
})

test('where the server hands out another task instead, an untouched one goes and a begun one is finished first', async () => {
  const { server, user } = await begunAhead()
  await server.takes(work(lease('three', { guidelineVersion: 2 }), lease('four', { state: 'AHEAD', guidelineVersion: 2 }), 1))
  expect(screen.getByText('Question two?')).toBeTruthy()
  await answered(1)
  await user.keyboard(submit)
  await server.takes(work(lease('three', { guidelineVersion: 2 }), lease('four', { state: 'AHEAD', guidelineVersion: 2 }), 2))
  await screen.findByText('Question three?')
  expect(server.handedIn).toEqual(['one', 'two'].map((id) => `/leases/${id}-${project}/judgment?next=true&ahead=true`))
  await user.keyboard(`1${submit}`)
  await screen.findByText('Question four?')
  await server.takes(work(lease('five', { guidelineVersion: 3 }), null, 3))
  await screen.findByText('Question five?')
})

test('a refused answer is told above the next task and opened again as it was given', async () => {
  const server = serve(work(lease('one'), lease('two', { state: 'AHEAD' }), 0))
  const user = await open()
  await user.keyboard(`1${submit}`)
  await screen.findByText('Question two?')
  await server.refuses({ status: 422, body: { type: '/problems/answer-incomplete', title: 'Something is missing', detail: 'Say why.', errors: [{ field: 'answers.correct', message: 'Say why it is right.' }] } })
  await user.click(await screen.findByRole('button', { name: 'Show that task' }))
  await screen.findByText('Question one?')
  await screen.findByText('Say why it is right.')
  await answered(1)
  await user.keyboard(submit)
  await server.takes(work(lease('two'), null, 1))
  await screen.findByText('Question two?')
})

test('without a network one goes on with the task ahead, then waits', async () => {
  const server = serve(work(lease('one'), lease('two', { state: 'AHEAD' }), 0))
  const user = await open()
  await user.keyboard(`1${submit}`)
  await screen.findByText('Question two?')
  await screen.findByText(/Your last answer is handed in on this device/, {}, { timeout: 3_000 })
  await user.keyboard(`1${submit}`)
  await screen.findByText(/It is sent as soon as the server can be reached; you may close this page/, {}, { timeout: 3_000 })
  expect(server.handedIn).toHaveLength(1)
  await server.takes(work(lease('two'), lease('three', { state: 'AHEAD' }), 1))
  await server.takes(work(lease('three'), null, 2))
  await screen.findByText('Question three?')
})

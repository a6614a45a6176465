import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { expect, test, vi } from 'vitest'
import { handIn } from '~/api/outbox'
import type { Lease, Submission, Work } from '~/api/types'
import { storeKeys } from '~/lib/keys'
import { compare, critique, each, item, label, rank, rewrite, score, talk, text } from '~/test/criteria'
import { show } from '~/test/render'
import { Task } from './Task'

type Call = { method: string; path: string; body: Record<string, unknown> }
let calls: Call[] = []
const lease = (more: Partial<Lease> = {}): Lease => {
  const now = Date.now()
  return {
    id: `l${Math.random()}`, projectId: 'p1', projectName: 'Eggs', item: item(2), guidelineVersion: 1, rubric: { criteria: [each(label), score, compare, critique, text] }, price: { minor: 240, currency: 'USD' },
    leasedAt: new Date(now).toISOString(), expiresAt: new Date(now + 1_800_000).toISOString(), serverTime: new Date(now).toISOString(), draft: null, state: 'OPEN', cover: null, ...more,
  }
}
const next: Work = { lease: null, ahead: null, empty: null, today: { count: 1, earned: { minor: 240, currency: 'USD' } } }

function serve(answer: (call: Call) => { status: number; body: unknown } | null = () => null) {
  calls = []
  vi.stubGlobal('fetch', vi.fn(async (url: string, options: RequestInit) => {
    const call = { method: options.method!, path: url.replace('/api/v1', ''), body: options.body ? JSON.parse(String(options.body)) as Record<string, unknown> : {} }
    calls.push(call)
    const given = answer(call) ?? (call.path.endsWith('/draft') ? { status: 200, body: { revision: call.body['revision'], savedAt: new Date().toISOString() } }
      : call.path.includes('/judgment') ? { status: 200, body: { judgment: { id: 'j1' }, next } } : { status: 200, body: next })
    return new Response(JSON.stringify(given.body), { status: given.status, headers: { 'Content-Type': given.status < 400 ? 'application/json' : 'application/problem+json' } })
  }))
}

async function open(held: Lease, onNext = vi.fn()) {
  const rootRoute = createRootRoute()
  const page = createRoute({ getParentRoute: () => rootRoute, path: '/', component: () => <main><Task account="a1" lease={held} receivedAt={Date.now()} today={next.today} onNext={onNext} /></main> })
  const router = createRouter({ routeTree: rootRoute.addChildren([page]), history: createMemoryHistory({ initialEntries: ['/'] }) })
  await act(() => router.load())
  // The test's own small router; its type is not the app's.
  const shown = show(<RouterProvider router={router as never} />)
  await screen.findByText('Submit')
  return { ...shown, onNext, user: userEvent.setup() }
}
const handedIn = () => calls.filter((call) => call.path.includes('/judgment'))

test('a whole task without the mouse', async () => {
  serve()
  const { user, onNext } = await open(lease())
  await user.keyboard('13')
  await user.keyboard('w')
  await user.keyboard('The time is wrong.')
  await user.keyboard('{Escape}j43')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(onNext).toHaveBeenCalledWith(next, 'Submitted. Here is the next task.'))
  expect((handedIn()[0]!.body as Submission).answers).toEqual({
    correct: { byResponse: { 0: { choices: ['yes'] }, 1: { choices: ['no'], justification: 'The time is wrong.' } } }, helps: { value: 4 }, better: { winner: '0', strength: 1 },
  })
})

test('what is missing is said at its question, and nothing is sent', async () => {
  serve()
  const { user } = await open(lease())
  await user.keyboard('1')
  await user.click(screen.getByText('Submit'))
  expect(screen.getByText('Still to be answered for response B.')).toBeVisible()
  expect(screen.getAllByText('Still to be answered.')).toHaveLength(2)
  expect(handedIn()).toEqual([])
})

test('the server’s faults stand at the question they belong to', async () => {
  serve((call) => (call.path.includes('/judgment') ? { status: 422, body: { type: '/problems/answer-incomplete', title: 'Not complete', errors: [{ field: 'answers.helps', message: 'The scale changed.' }] } } : null))
  const { user } = await open(lease({ rubric: { criteria: [score] } }))
  await user.keyboard('4{Control>}{Enter}{/Control}')
  expect(await screen.findByText('The scale changed.')).toBeVisible()
  await user.keyboard('3')
  expect(screen.queryByText('The scale changed.')).toBeNull()
})

test('a place that is gone says so and lets the answers be kept', async () => {
  serve((call) => (call.path.includes('/judgment') ? { status: 409, body: { type: '/problems/lease-lost', title: 'This task is no longer yours', detail: 'It was given to somebody else.' } } : null))
  const { user, onNext } = await open(lease({ rubric: { criteria: [score] } }))
  await user.keyboard('4{Control>}{Enter}{/Control}')
  expect(await screen.findByText('It was given to somebody else.')).toBeVisible()
  expect(screen.getByText('Copy my answers')).toBeVisible()
  await user.click(screen.getByText('Next task'))
  expect(onNext).toHaveBeenCalledWith(null, '')
})

test('letters rank, and typing in a field triggers no key', async () => {
  serve()
  const { user, onNext } = await open(lease({ item: item(3), rubric: { criteria: [rank, text] } }))
  await user.keyboard('ca=b')
  await user.keyboard('je')
  await user.keyboard('fast skip?')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(onNext).toHaveBeenCalled())
  expect((handedIn()[0]!.body as Submission).answers).toEqual({ order: { order: [['0', '2'], ['1']] }, remark: { text: 'fast skip?' } })
})

test('the fifth response and those behind it are ranked by their number, and letters beyond d keep their actions', async () => {
  serve()
  const { user, onNext } = await open(lease({ item: item(6), rubric: { criteria: [rank] } }))
  expect(screen.getByRole('button', { name: 'Rank response E next' })).toHaveTextContent('E5')
  await user.keyboard('5d61')
  expect(screen.getByText('Order: E, D, F, A')).toBeInTheDocument()
  await user.keyboard('{Backspace}=2a3')
  expect(screen.getByText('Order: E, D = F, B, A, C')).toBeInTheDocument()
  expect(screen.queryByText('Flag a problem')).toBeNull()
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(onNext).toHaveBeenCalled())
  expect((handedIn()[0]!.body as Submission).answers).toEqual({ order: { order: [['4'], ['3', '5'], ['1'], ['0'], ['2']] } })
})

test('a press on how far the task is leads to the next open question, one on its clock asks for more time', async () => {
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
  serve((call) => (call.path.endsWith('/renewal') ? { status: 200, body: { expiresAt, serverTime: new Date().toISOString() } } : null))
  const { user, container } = await open(lease({ rubric: { criteria: [each(label), score] } }))
  await user.keyboard('11')
  await user.keyboard('k')
  await user.click(screen.getByText('1 of 2 answered'))
  expect(container.querySelector('[data-criterion=helps]')).toHaveAttribute('data-active')
  await user.click(screen.getByRole('button', { name: /^Reserved: (30:00|29:..). More time for this task/ }))
  expect(await screen.findByRole('button', { name: /^Reserved: (1:00:00|59:)/ })).toBeVisible()
})

test('a text is passed over at once, and each sentence is said to who cannot see it', async () => {
  serve()
  const { user } = await open(lease({ rubric: { criteria: [critique] }, item: { ...item(2), ...talk } }))
  await user.keyboard('m')
  const said = () => screen.getByRole('group', { name: 'Mark by sentence' }).querySelector('[aria-live=polite]')
  expect(said()).toHaveTextContent('A Boil them for 6 minutes.')
  await user.keyboard('{PageDown}')
  expect(said()).toHaveTextContent('B Boil them for 7 minutes.')
  await user.keyboard('{ArrowDown}{PageDown}{PageDown}')
  expect(said()).toHaveTextContent('Turn 2 Hello!')
  await user.keyboard('{PageUp}{PageUp}')
  expect(said()).toHaveTextContent('B Boil them for 7 minutes.')
})

test('what a finger has selected can be marked: the handles of a selection end in no pointer event', async () => {
  serve()
  const { user, container } = await open(lease({ rubric: { criteria: [critique] } }))
  const text = container.querySelector('[data-text="1"]')!
  fireEvent.pointerDown(text, { pointerType: 'touch' })
  const piece = [...text.querySelectorAll('[data-at]')].find((one) => one.textContent!.includes('Boil'))!
  const range = document.createRange()
  range.selectNodeContents(piece)
  range.getBoundingClientRect = () => new DOMRect(0, 0, 100, 20)
  window.getSelection()!.removeAllRanges()
  window.getSelection()!.addRange(range)
  fireEvent(document, new Event('selectionchange'))
  fireEvent.pointerUp(text, { pointerType: 'touch' })
  const offer = await screen.findByRole('button', { name: 'Mark the selected passage' }, { timeout: 5_000 })
  expect(screen.queryByRole('dialog', { name: 'Mark the passage' })).toBeNull()
  await user.click(offer)
  expect(await screen.findByRole('dialog', { name: 'Mark the passage' }, { timeout: 5_000 })).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Mark the selected passage' })).toBeNull()
})

test('what a rewrite changed is shown beside it, and the key for differences hides it', async () => {
  serve()
  const { user, container } = await open(lease({ rubric: { criteria: [rewrite] } }))
  await user.keyboard('be')
  await user.keyboard(' Peel them.{Escape}')
  await waitFor(() => expect(container.querySelector('ins')).toHaveTextContent('Peel them.'))
  await user.keyboard('v')
  expect(container.querySelector('ins')).toBeNull()
})

test('a passage is marked by keys alone', async () => {
  serve()
  const { user } = await open(lease({ rubric: { criteria: [critique] } }))
  await user.keyboard('m')
  await user.keyboard('{ArrowDown}{Enter}')
  await user.keyboard('22{Enter}')
  await waitFor(() => expect(screen.getByLabelText(/^Remove the mark/)).toBeVisible())
  await waitFor(() => expect(calls.find((call) => call.path.endsWith('/draft'))?.body['answers']).toEqual({
    issues: { spans: [{ response: '0', start: 25, end: 40, quote: 'Then cool them.', category: 'unsafe', severity: 'major' }] },
  }), { timeout: 3_000 })
})

test('a passage of a turn of the conversation is marked by keys alone, and shown where it stands', async () => {
  serve()
  const { user } = await open(lease({ rubric: { criteria: [critique] }, item: { ...item(0), ...talk } }))
  await user.keyboard('m')
  const turn = talk.conversation[0]!.text
  await user.keyboard('{Enter}')
  await user.keyboard('22{Enter}')
  await waitFor(() => expect(screen.getByLabelText(/^Remove the mark/)).toBeVisible())
  expect(screen.getAllByText('Turn 1').length).toBeGreaterThan(0)
  await waitFor(() => expect(calls.find((call) => call.path.endsWith('/draft'))?.body['answers']).toMatchObject({
    issues: { spans: [{ response: null, turn: 0, start: 0, category: 'unsafe', severity: 'major' }] },
  }), { timeout: 3_000 })
  await user.click(screen.getByText('Done'))
  await waitFor(() => expect(document.querySelector('[data-turn="0"] .mark-span')?.textContent).toBe(turn))
})

test('a flag goes instead of an answer', async () => {
  serve()
  const { user, onNext } = await open(lease())
  await user.keyboard('f')
  await screen.findByText('Flag a problem')
  await user.click(await screen.findByText(/^Guideline gap/))
  await user.click(screen.getByText('Hand in the flag'))
  expect(await screen.findByText(/Say in a sentence what is the matter/)).toBeVisible()
  await user.type(screen.getByLabelText('Say it in a sentence'), 'Which eggs?')
  await user.click(screen.getByText('Hand in the flag'))
  await waitFor(() => expect(onNext).toHaveBeenCalled())
  expect(handedIn()[0]!.body).toMatchObject({ flag: { category: 'guideline_gap', note: 'Which eggs?' } })
  expect(handedIn()[0]!.body['answers']).toBeUndefined()
})

test('keys pressed before a dialog has come to rest count', async () => {
  serve()
  const { user } = await open(lease())
  await user.keyboard('f2')
  expect(await screen.findByRole('radio', { name: /^Guideline gap/ })).toBeChecked()
  await user.keyboard('{Escape}s3')
  expect(await screen.findByRole('radio', { name: /^The content troubles me/ })).toBeChecked()
})

test('the draft of the server is there when the task opens', async () => {
  serve()
  await open(lease({ rubric: { criteria: [score] }, draft: { answers: { helps: { value: 2 } }, revision: 3, savedAt: new Date().toISOString() } }))
  expect(screen.getByDisplayValue('2')).toBeChecked()
})

test('axe finds nothing on the bench', async () => {
  serve()
  const { container } = await open(lease())
  const found = await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })
  expect(found.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`)).toEqual([])
})

test('a task whose answer was taken on its way here makes room for the next one', async () => {
  serve()
  const held = lease()
  await handIn({ account: 'a1', leaseId: held.id, projectId: 'p1', submission: { answers: {} }, at: new Date().toISOString() })
  const { onNext } = await open(held)
  await waitFor(() => expect(onNext).toHaveBeenCalledWith(null, 'The answer you handed in earlier was taken.'))
})

test('single keys can be switched off, and only those with Ctrl act then', async () => {
  serve()
  storeKeys({ single: false, changed: {} })
  try {
    const { user } = await open(lease())
    await user.keyboard('1s')
    expect(screen.queryByRole('dialog')).toBeNull()
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(handedIn(), 'nothing was answered').toHaveLength(0)
    expect(screen.getByText('Still to be answered for response A.')).toBeVisible()
  } finally {
    storeKeys({ single: true, changed: {} })
  }
})

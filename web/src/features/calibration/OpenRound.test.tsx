import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from '@tanstack/react-router'
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { show } from '~/test/render'
import { server, SignedIn } from '~/test/session'
import { Result } from './Result'
import { RoundPage } from './RoundPage'
import { RoundSheet } from './RoundSheet'
import type { Attempt, RoundCard } from '~/api/rounds'

const sheet = { title: 'First calibration', about: '', rule: { share: 0.8, eachCriterion: false, attempts: 2, waitHours: 0 }, rate: null, draw: null, returning: null, minutes: 5, skill: null }
const card = { id: 'r1', projectId: 'p1', kind: 'CALIBRATION', state: 'DRAFT', items: 0, level: 2, runs: true, sheet, mine: { mayBegin: false, attempts: [], because: null, from: null }, askedOf: null, waiting: null }
const project = { id: 'p1', roles: ['LEAD'], guidelineVersion: 2 }

async function open(component: () => React.ReactNode, answers: Record<string, unknown>) {
  const sent = server('jonas', { '/projects/p1': project, '/projects/p1/guidelines': { items: [] }, ...answers })
  const rootRoute = createRootRoute({ component: () => <SignedIn><Outlet /></SignedIn> })
  const page = (path: string, shown: () => React.ReactNode) => createRoute({ getParentRoute: () => rootRoute, path, component: shown })
  const router = createRouter({
    routeTree: rootRoute.addChildren([page('/projects/$projectId/calibration/$roundId', component), page('/projects/$projectId/calibration', () => <p>The list</p>)]),
    history: createMemoryHistory({ initialEntries: ['/projects/p1/calibration/r1'] }),
  })
  await act(() => router.load())
  show(<RouterProvider router={router as never} />)
  return sent
}

test('a round is opened only after it was said that it cannot be changed then', async () => {
  const round = { card, rubric: { criteria: [] }, items: [], participants: [] }
  const sent = await open(RoundPage, { '/rounds/r1': round, '/rounds/r1/opening': round })
  await userEvent.click(await screen.findByRole('button', { name: 'Open it' }))
  expect(await screen.findByText(/A round cannot be changed once it is open/)).toBeTruthy()
  expect(sent).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Open the round' }))
  await expect.poll(() => sent.map((one) => one.path)).toEqual(['/rounds/r1/opening'])
})

test('the list says to those who run a round for which version of the guideline it is', async () => {
  await open(() => <><RoundSheet round={card as unknown as RoundCard} /><RoundSheet round={{ ...card, id: 'r2', level: 1, runs: false } as unknown as RoundCard} /></>, {})
  expect(await screen.findByText('guideline version 2')).toBeTruthy()
  expect(screen.queryByText('guideline version 1')).toBeNull()
})

test('of the items of an attempt those that differ are named so', async () => {
  const item = (position: number, share: number) => ({ position, item: { prompt: 'Seven?', responses: [] }, answers: {}, revision: 1, done: true,
    revealed: { version: 1, standard: {}, explanations: {}, correction: null, shares: { correct: share }, setAside: [], marks: [], threads: [{ criterion: 'correct', messages: [] }] } })
  const attempt = { id: 'a1', projectId: 'p1', kind: 'CALIBRATION', number: 1, state: 'PASSED', mine: true, reviews: false, personName: 'Maya', ruling: null, score: null, rate: null, handedInAt: null,
    sheet, rubric: { criteria: [] }, items: [item(1, 1), item(2, 0.5)] }
  await open(() => <Result attempt={attempt as unknown as Attempt} />, {})
  expect(await screen.findByRole('button', { name: 'Item 1' })).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Item 2, differs' })).toHaveAttribute('data-differs')
})

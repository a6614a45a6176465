import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from '@tanstack/react-router'
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { GuidelineVersion } from '~/api/types'
import { show } from '~/test/render'
import { server, SignedIn } from '~/test/session'
import { ComparePage } from './ComparePage'
import { GuidelinePage } from './GuidelinePage'
import { RecheckSection } from './RecheckSection'

const member = { '/projects/p1/membership': { state: 'ACTIVE' }, '/projects/p1': { id: 'p1', roles: ['TRAINER'], guidelineVersion: 2 } }

async function open(at: string, answers: Record<string, unknown>) {
  const sent = server('maya', answers)
  const rootRoute = createRootRoute({ component: () => <SignedIn><Outlet /></SignedIn> })
  const page = (path: string, component: () => React.ReactNode) => createRoute({ getParentRoute: () => rootRoute, path, component })
  const guideline = { version: 2, rubric: { criteria: [] } } as unknown as GuidelineVersion
  const router = createRouter({
    routeTree: rootRoute.addChildren([page('/projects/$projectId/guideline', GuidelinePage), page('/projects/$projectId/guideline/compare', ComparePage),
      page('/projects/$projectId/items', () => <RecheckSection projectId="p1" guideline={guideline} />), page('/projects/$projectId', () => <p>The project</p>)]),
    history: createMemoryHistory({ initialEntries: [at] }),
  })
  await act(() => router.load())
  show(<RouterProvider router={router as never} />)
  return sent
}

test('whoever has not joined is told that members read it, and led to the project', async () => {
  await open('/projects/p1/guideline', { '/projects/p1/membership': { state: 'NONE' }, '/projects/p1': { id: 'p1', roles: [], guidelineVersion: 2 } })
  expect(await screen.findByRole('heading', { name: 'The guideline is for members' })).toBeTruthy()
  expect(screen.queryByText(/No guideline yet/)).toBeNull()
  await userEvent.click(screen.getByRole('link', { name: 'To the project' }))
  expect(await screen.findByText('The project')).toBeTruthy()
})

test('a member is told which version there is not', async () => {
  await open('/projects/p1/guideline?version=99', member)
  expect(await screen.findByRole('heading', { name: 'There is no version 99 of the guideline' })).toBeTruthy()
})

test('a comparison with a version that does not exist names it', async () => {
  await open('/projects/p1/guideline/compare?from=1&to=99', { ...member, '/projects/p1/guidelines': { items: [{ version: 1 }, { version: 2 }] } })
  expect(await screen.findByRole('heading', { name: 'There is no version 99 of the guideline' })).toBeTruthy()
  expect(screen.getByText('The latest is version 2.')).toBeTruthy()
})

test('known answers are confirmed only after it was said how many and what it does', async () => {
  const cost = { items: 0, places: 0, least: { minor: 0, currency: 'USD' }, most: { minor: 0, currency: 'USD' }, people: [] }
  const sent = await open('/projects/p1/items', { ...member, '/projects/p1/rechecks?scope=ALL': { cost, ordered: [], outdatedGold: 3 } })
  await userEvent.click(await screen.findByRole('button', { name: 'All of them still hold' }))
  expect(await screen.findByText(/All 3 known answers are taken as right/)).toBeTruthy()
  expect(sent).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Confirm all 3' }))
  await expect.poll(() => sent).toHaveLength(1)
})

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { projectRoute } from './projects'
import { shellRoute } from './root'

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

/** Pages of those who run a project: managers, leads and ML engineers. */
const settings = createRoute({
  getParentRoute: () => projectRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('~/features/projectSetup/SettingsPage'), 'SettingsPage'),
})

const people = createRoute({
  getParentRoute: () => projectRoute,
  path: '/people',
  component: lazyRouteComponent(() => import('~/features/people/PeoplePage'), 'PeoplePage'),
})

const audit = createRoute({
  getParentRoute: () => projectRoute,
  path: '/audit',
  component: lazyRouteComponent(() => import('~/features/audit/AuditPage'), 'AuditPage'),
})

const newProject = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projects/new',
  component: lazyRouteComponent(() => import('~/features/projectSetup/NewProjectPage'), 'NewProjectPage'),
})

void text
export const runningRoutes = [settings, people, audit] as const
export const runningPlaces = [newProject] as const

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { projectRoute } from './projects'
import { shellRoute } from './root'

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

const overview = createRoute({
  getParentRoute: () => projectRoute,
  path: '/overview',
  component: lazyRouteComponent(() => import('~/features/overview/OverviewPage'), 'OverviewPage'),
})

const guidelineEditor = createRoute({
  getParentRoute: () => projectRoute,
  path: '/guideline/edit',
  component: lazyRouteComponent(() => import('~/features/rubricDesk/GuidelineEditorPage'), 'GuidelineEditorPage'),
})

const items = createRoute({
  getParentRoute: () => projectRoute,
  path: '/items',
  validateSearch: (search: Record<string, unknown>): { state?: string; q?: string } => {
    const state = text(search['state'])
    const q = text(search['q'])
    return { ...(state === 'OPEN' || state === 'COMPLETE' ? { state } : {}), ...(q ? { q } : {}) }
  },
  component: lazyRouteComponent(() => import('~/features/items/ItemsPage'), 'ItemsPage'),
})

const item = createRoute({
  getParentRoute: () => projectRoute,
  path: '/items/$itemId',
  component: lazyRouteComponent(() => import('~/features/items/ItemPage'), 'ItemPage'),
})

const routing = createRoute({
  getParentRoute: () => projectRoute,
  path: '/routing',
  component: lazyRouteComponent(() => import('~/features/routing/RoutingPage'), 'RoutingPage'),
})

const imports = createRoute({
  getParentRoute: () => projectRoute,
  path: '/imports',
  component: lazyRouteComponent(() => import('~/features/imports/ImportsPage'), 'ImportsPage'),
})

const oneImport = createRoute({
  getParentRoute: () => projectRoute,
  path: '/imports/$importId',
  component: lazyRouteComponent(() => import('~/features/imports/ImportPage'), 'ImportPage'),
})

const cases = createRoute({
  getParentRoute: () => projectRoute,
  path: '/cases',
  validateSearch: (search: Record<string, unknown>): { state?: 'DECIDED' } => (search['state'] === 'DECIDED' ? { state: 'DECIDED' } : {}),
  component: lazyRouteComponent(() => import('~/features/cases/CasesPage'), 'CasesPage'),
})

const oneCase = createRoute({
  getParentRoute: () => projectRoute,
  path: '/cases/$caseId',
  component: lazyRouteComponent(() => import('~/features/cases/CasePage'), 'CasePage'),
})

const quality = createRoute({
  getParentRoute: () => projectRoute,
  path: '/quality',
  component: lazyRouteComponent(() => import('~/features/quality/QualityPage'), 'QualityPage'),
})

const behind = createRoute({
  getParentRoute: () => projectRoute,
  path: '/quality/agreement/$criterion',
  validateSearch: (search: Record<string, unknown>): { from?: number; to?: number } => {
    const from = Number(search['from'])
    const to = Number(search['to'])
    return { ...(Number.isInteger(from) && from > 0 ? { from } : {}), ...(Number.isInteger(to) && to > 0 ? { to } : {}) }
  },
  component: lazyRouteComponent(() => import('~/features/quality/BehindPage'), 'BehindPage'),
})

const datasets = createRoute({
  getParentRoute: () => projectRoute,
  path: '/datasets',
  component: lazyRouteComponent(() => import('~/features/snapshots/SnapshotsPage'), 'SnapshotsPage'),
})

const dataset = createRoute({
  getParentRoute: () => projectRoute,
  path: '/datasets/$snapshotId',
  component: lazyRouteComponent(() => import('~/features/snapshots/SnapshotPage'), 'SnapshotPage'),
})

const people = createRoute({
  getParentRoute: () => projectRoute,
  path: '/people',
  component: lazyRouteComponent(() => import('~/features/people/PeoplePage'), 'PeoplePage'),
})

const settings = createRoute({
  getParentRoute: () => projectRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('~/features/projectSetup/SettingsPage'), 'SettingsPage'),
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

const operations = createRoute({
  getParentRoute: () => shellRoute,
  path: '/operations',
  component: lazyRouteComponent(() => import('~/features/operations/OperationsPage'), 'OperationsPage'),
})

const accounts = createRoute({
  getParentRoute: () => shellRoute,
  path: '/accounts',
  component: lazyRouteComponent(() => import('~/features/operations/AccountsPage'), 'AccountsPage'),
})

/** Pages of those who run a project, inside its frame: managers, leads and ML engineers. */
export const runningPages = [overview, guidelineEditor, items, item, routing, imports, oneImport, cases, oneCase, quality, behind, datasets, dataset, people, settings, audit] as const

/** Pages outside any project: a new one, and what the installation's owner looks after. */
export const runningPlaces = [newProject, operations, accounts] as const

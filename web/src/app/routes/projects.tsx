import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from './root'

const list = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projects',
  component: lazyRouteComponent(() => import('~/features/projects/ProjectsPage'), 'ProjectsPage'),
})

/** Frame of every page of one project: its name, its state and the tabs that the caller's roles open. */
export const projectRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projects/$projectId',
  component: lazyRouteComponent(() => import('../ProjectFrame'), 'ProjectFrame'),
})

const about = createRoute({
  getParentRoute: () => projectRoute,
  path: '/',
  component: lazyRouteComponent(() => import('~/features/projects/ProjectPage'), 'ProjectPage'),
})

const guideline = createRoute({
  getParentRoute: () => projectRoute,
  path: '/guideline',
  validateSearch: (search: Record<string, unknown>): { version?: number } => {
    const version = Number(search['version'])
    return Number.isInteger(version) && version > 0 ? { version } : {}
  },
  component: lazyRouteComponent(() => import('~/features/guideline/GuidelinePage'), 'GuidelinePage'),
})

const versionNumber = (value: unknown) => (Number.isInteger(Number(value)) && Number(value) > 0 ? Number(value) : undefined)

const comparison = createRoute({
  getParentRoute: () => projectRoute,
  path: '/guideline/compare',
  validateSearch: (search: Record<string, unknown>): { from?: number; to?: number } => {
    const from = versionNumber(search['from'])
    const to = versionNumber(search['to'])
    return { ...(from ? { from } : {}), ...(to ? { to } : {}) }
  },
  component: lazyRouteComponent(() => import('~/features/guideline/ComparePage'), 'ComparePage'),
})

const record = createRoute({
  getParentRoute: () => projectRoute,
  path: '/record',
  component: lazyRouteComponent(() => import('~/features/record/RecordPage'), 'RecordPage'),
})

const ownTask = createRoute({
  getParentRoute: () => projectRoute,
  path: '/record/$judgmentId',
  component: lazyRouteComponent(() => import('~/features/record/OwnTaskPage'), 'OwnTaskPage'),
})

const revise = createRoute({
  getParentRoute: () => projectRoute,
  path: '/record/$judgmentId/revise',
  component: lazyRouteComponent(() => import('~/features/record/RevisePage'), 'RevisePage'),
})

/** The workbench stands outside the frame: every pixel belongs to the task. */
const work = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projects/$projectId/work',
  component: lazyRouteComponent(() => import('~/features/workbench/WorkbenchPage'), 'WorkbenchPage'),
})

/** Pages of one project that its trainers see, and places outside the frame. */
export const projectPages = [about, guideline, comparison, record, ownTask, revise] as const
export const projectPlaces = [list, work] as const

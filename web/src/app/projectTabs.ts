import type { Role } from '~/api/types'

/** Pages of one project and the roles that open them; a project's owner opens all but the trainer's own. */
export const projectTabs = [
  { to: '/projects/$projectId', label: 'About', roles: null, exact: true },
  { to: '/projects/$projectId/overview', label: 'Overview', roles: ['MANAGER', 'LEAD', 'ENGINEER'], exact: false },
  { to: '/projects/$projectId/guideline', label: 'Guideline', roles: ['TRAINER', 'LEAD', 'ENGINEER', 'MANAGER'], exact: false },
  { to: '/projects/$projectId/record', label: 'My work', roles: ['TRAINER'], exact: false },
  { to: '/projects/$projectId/items', label: 'Items', roles: ['MANAGER', 'LEAD', 'ENGINEER'], exact: false },
  { to: '/projects/$projectId/cases', label: 'Cases', roles: ['LEAD', 'MANAGER'], exact: false },
  { to: '/projects/$projectId/quality', label: 'Quality', roles: ['LEAD', 'MANAGER', 'ENGINEER'], exact: false },
  { to: '/projects/$projectId/datasets', label: 'Data sets', roles: ['ENGINEER', 'MANAGER'], exact: false },
  { to: '/projects/$projectId/people', label: 'People', roles: ['MANAGER', 'LEAD'], exact: false },
  { to: '/projects/$projectId/settings', label: 'Settings', roles: ['MANAGER'], exact: false },
  { to: '/projects/$projectId/audit', label: 'Audit', roles: ['MANAGER'], exact: false },
] as const satisfies readonly { to: string; label: string; roles: readonly Role[] | null; exact: boolean }[]

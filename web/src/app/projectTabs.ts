import type { Role } from '~/api/types'

/** Pages of one project and the roles that open them; a project's owner opens all but the trainer's own. */
export const projectTabs = [
  { to: '/projects/$projectId', label: 'About', roles: null, exact: true },
  { to: '/projects/$projectId/guideline', label: 'Guideline', roles: ['TRAINER', 'LEAD', 'ENGINEER', 'MANAGER'], exact: false },
  { to: '/projects/$projectId/record', label: 'My work', roles: ['TRAINER'], exact: false },
] as const satisfies readonly { to: string; label: string; roles: readonly Role[] | null; exact: boolean }[]

import type { Role } from '~/api/types'
import { t } from '~/lib/i18n'

/** Pages of one project and the roles that open them; a project's owner opens all but the trainer's own. */
export const projectTabs = [
  { to: '/projects/$projectId', label: t('About'), roles: null, exact: true },
  { to: '/projects/$projectId/overview', label: t('Overview'), roles: ['MANAGER', 'LEAD', 'ENGINEER'], exact: false },
  { to: '/projects/$projectId/guideline', label: t('Guideline'), roles: ['TRAINER', 'LEAD', 'ENGINEER', 'MANAGER'], exact: false },
  { to: '/projects/$projectId/calibration', label: t('Calibration'), roles: ['TRAINER', 'LEAD', 'MANAGER'], exact: false },
  { to: '/projects/$projectId/record', label: t('My work'), roles: ['TRAINER'], exact: false },
  { to: '/projects/$projectId/items', label: t('Items'), roles: ['MANAGER', 'LEAD', 'ENGINEER'], exact: false },
  { to: '/projects/$projectId/routing', label: t('Routing'), roles: ['LEAD', 'MANAGER'], exact: false },
  { to: '/projects/$projectId/cases', label: t('Cases'), roles: ['LEAD', 'MANAGER'], exact: false },
  { to: '/projects/$projectId/quality', label: t('Quality'), roles: ['LEAD', 'MANAGER', 'ENGINEER'], exact: false },
  { to: '/projects/$projectId/datasets', label: t('Data sets'), roles: ['ENGINEER', 'MANAGER'], exact: false },
  { to: '/projects/$projectId/people', label: t('People'), roles: ['MANAGER', 'LEAD'], exact: false },
  { to: '/projects/$projectId/settings', label: t('Settings'), roles: ['MANAGER'], exact: false },
  { to: '/projects/$projectId/audit', label: t('Audit'), roles: ['MANAGER'], exact: false },
] as const satisfies readonly { to: string; label: string; roles: readonly Role[] | null; exact: boolean }[]

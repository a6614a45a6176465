import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { overviewQuery, type Overview } from '~/api/projectDesk'
import type { ProjectCard, Role } from '~/api/types'
import { count, number } from '~/lib/format'
import { ButtonLink } from '~/ui/links'
import { roleWord, stateWord } from '~/ui/words'
import classes from './HomePage.module.css'

/** Where each role's work begins. */
function entryFor(roles: Role[]) {
  if (roles.includes('MANAGER')) return ['/projects/$projectId/overview', 'Overview'] as const
  if (roles.includes('LEAD')) return ['/projects/$projectId/cases', 'Cases'] as const
  return ['/projects/$projectId/datasets', 'Data sets'] as const
}

/** How the project stands, in one line. */
function waiting({ items, complete, openCases, judgments }: Overview): string {
  if (items === 0) return 'No items yet'
  return `${openCases > 0 ? `${count(openCases, 'case')} to decide, ` : ''}${number(complete)} of ${count(items, 'item')} complete, ${count(judgments, 'judgment')}`
}

/** One project that somebody manages, leads or takes data from. */
export function StaffRow({ card }: { card: ProjectCard }) {
  const params = { projectId: card.id }
  const [entry, wait] = entryFor(card.roles)
  const overview = useQuery(overviewQuery(card.id)).data
  return (
    <div className={classes.row}>
      <div className={classes.main}>
        <Link to="/projects/$projectId/overview" params={params} className={classes.name}>{card.name}</Link>
        <Text size="sm" c="dimmed">{card.roles.filter((role) => role !== 'TRAINER').map(roleWord).join(', ')} · {stateWord(card.state)}</Text>
        {overview && <Text size="sm">{waiting(overview)}</Text>}
      </div>
      <ButtonLink to={entry} params={params} variant="default">{wait}</ButtonLink>
    </div>
  )
}

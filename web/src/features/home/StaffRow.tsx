import { Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ProjectCard, Role } from '~/api/types'
import { ButtonLink } from '~/ui/links'
import { roleWord, stateWord } from '~/ui/words'
import classes from './HomePage.module.css'

/** Where each role's work begins. */
function entryFor(roles: Role[]) {
  if (roles.includes('MANAGER')) return ['/projects/$projectId/overview', 'Overview'] as const
  if (roles.includes('LEAD')) return ['/projects/$projectId/cases', 'Cases'] as const
  return ['/projects/$projectId/datasets', 'Data sets'] as const
}

/** One project that somebody manages, leads or takes data from. */
export function StaffRow({ card }: { card: ProjectCard }) {
  const params = { projectId: card.id }
  const [entry, wait] = entryFor(card.roles)
  return (
    <div className={classes.row}>
      <div className={classes.main}>
        <Link to="/projects/$projectId/overview" params={params} className={classes.name}>{card.name}</Link>
        <Text size="sm" c="dimmed">{card.roles.filter((role) => role !== 'TRAINER').map(roleWord).join(', ')} · {stateWord(card.state)}</Text>
      </div>
      <ButtonLink to={entry} params={params} variant="default">{wait}</ButtonLink>
    </div>
  )
}

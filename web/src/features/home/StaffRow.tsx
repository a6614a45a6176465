import { Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ProjectCard } from '~/api/types'
import { ButtonLink } from '~/ui/links'
import { roleWord, stateWord } from '~/ui/words'
import classes from './HomePage.module.css'

/** One project that somebody manages, leads or takes data from. */
export function StaffRow({ card }: { card: ProjectCard }) {
  const params = { projectId: card.id }
  return (
    <div className={classes.row}>
      <div className={classes.main}>
        <Link to="/projects/$projectId" params={params} className={classes.name}>{card.name}</Link>
        <Text size="sm" c="dimmed">{card.roles.filter((role) => role !== 'TRAINER').map(roleWord).join(', ')} · {stateWord(card.state)}</Text>
      </div>
      <ButtonLink to="/projects/$projectId" params={params} variant="default">Open</ButtonLink>
    </div>
  )
}

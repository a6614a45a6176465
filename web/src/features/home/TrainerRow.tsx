import { Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { membershipQuery } from '~/api/projects'
import type { ProjectCard } from '~/api/types'
import { money } from '~/lib/format'
import { t } from '~/lib/i18n'
import { told } from '~/lib/told'
import { ButtonLink } from '~/ui/links'
import classes from './HomePage.module.css'

/** One project a trainer works on, and the next sensible step in it. */
export function TrainerRow({ card }: { card: ProjectCard }) {
  const membership = useQuery(membershipQuery(card.id)).data
  const params = { projectId: card.id }
  const unread = membership && membership.current !== null && membership.acknowledged !== membership.current
  const rate = (membership?.terms ?? card.terms)?.rate
  const hindrance = membership && !membership.mayWork.allowed ? membership.mayWork.reasons[0] : undefined
  const stranger = hindrance?.code === 'NOT_A_MEMBER'
  return (
    <div className={classes.row}>
      <div className={classes.main}>
        <Link to="/projects/$projectId" params={params} className={classes.name}>{card.name}</Link>
        <Text size="sm" c="dimmed">
          {hindrance ? `${told(hindrance.sentence)} ${told(hindrance.remedy)}`
            : unread ? t('The guideline has a new version to read.')
            : card.workAvailable ? rate ? t('Tasks are waiting, {pay} each.', { pay: money(rate) }) : `${t('Tasks are waiting')}.` : t('No task is open for you just now.')}
          {membership?.newerTerms && t(' Newer terms are offered.')}
        </Text>
      </div>
      <Group gap="xs">
        {!stranger && <ButtonLink to="/projects/$projectId/record" params={params} variant="default">{t('My work')}</ButtonLink>}
        {card.membership === 'RESTRICTED' ? null
          : stranger ? <ButtonLink to="/projects/$projectId" params={params}>{t('Read the terms')}</ButtonLink>
          : unread ? <ButtonLink to="/projects/$projectId/guideline" params={params}>{t('Read')}</ButtonLink>
          : <ButtonLink to="/projects/$projectId/work" params={params} variant={card.workAvailable ? 'filled' : 'default'}>{t('Work')}</ButtonLink>}
      </Group>
    </div>
  )
}

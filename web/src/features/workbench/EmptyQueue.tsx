import { Button, Container, Group, Text } from '@mantine/core'
import { IconMoodEmpty } from '@tabler/icons-react'
import { useEffect } from 'react'
import type { Empty as Reason, Work } from '~/api/types'
import { count, money } from '~/lib/format'
import { t } from '~/lib/i18n'
import { told } from '~/lib/told'
import { Empty } from '~/ui/Empty'
import { ButtonLink } from '~/ui/links'

const every = 30_000

/** Why there is no task, what opens next, and the one door that helps. */
export function EmptyQueue(props: { projectId: string; empty: Reason | null; today: Work['today']; onAgain: () => unknown; asking: boolean }) {
  const { onAgain, projectId } = props
  useEffect(() => {
    const timer = setInterval(() => { if (document.visibilityState === 'visible') void onAgain() }, every)
    return () => clearInterval(timer)
  }, [onAgain])
  const code = props.empty?.code
  const door = code === 'ACKNOWLEDGE' ? <ButtonLink to="/projects/$projectId/guideline" params={{ projectId }}>{t('Read the guideline')}</ButtonLink>
    : code === 'CALIBRATE' ? <ButtonLink to="/projects/$projectId/calibration" params={{ projectId }}>{t('To the calibration')}</ButtonLink>
    : code === 'NOT_A_MEMBER' ? <ButtonLink to="/projects/$projectId" params={{ projectId }}>{t('Read the terms')}</ButtonLink>
    : code === 'RESTRICTED' ? <ButtonLink to="/projects/$projectId/record" params={{ projectId }}>{t('See the decision and its reasons')}</ButtonLink>
    : code === 'NOT_YOUR_LANE' ? <ButtonLink to="/account">{t('To your profile')}</ButtonLink>
    : code === 'SENSITIVE' ? <ButtonLink to="/account">{t('Choose how much you want to see')}</ButtonLink>
    : <ButtonLink to="/projects">{t('Other projects')}</ButtonLink>
  return (
    <Container size="sm" py="xl">
      <Empty title={(props.empty && told(props.empty.sentence)) ?? t('There is no task for you just now.')} icon={<IconMoodEmpty size={40} stroke={1.4} color="var(--mantine-color-dimmed)" aria-hidden />}
        action={<Group justify="center" mt="sm">{door}<Button variant="default" loading={props.asking} onClick={() => void onAgain()}>{t('Look again')}</Button></Group>}>
        {props.empty && told(props.empty.next)}
        <Text size="sm" mt="md" c="dimmed">{t('This page looks again every 30 seconds. Today: {tasks}, {earned}.', { tasks: count(props.today.count, 'task'), earned: money(props.today.earned) })}</Text>
      </Empty>
    </Container>
  )
}

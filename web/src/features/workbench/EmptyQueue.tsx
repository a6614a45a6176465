import { Button, Container, Group, Text } from '@mantine/core'
import { IconMoodEmpty } from '@tabler/icons-react'
import { useEffect } from 'react'
import type { Empty as Reason, Work } from '~/api/types'
import { count, money } from '~/lib/format'
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
  const door = code === 'ACKNOWLEDGE' ? <ButtonLink to="/projects/$projectId/guideline" params={{ projectId }}>Read the guideline</ButtonLink>
    : code === 'NOT_A_MEMBER' ? <ButtonLink to="/projects/$projectId" params={{ projectId }}>Read the terms</ButtonLink>
    : code === 'RESTRICTED' ? <ButtonLink to="/projects/$projectId/record" params={{ projectId }}>See the decision and its reasons</ButtonLink>
    : code === 'SENSITIVE' ? <ButtonLink to="/account">Choose how much you want to see</ButtonLink>
    : <ButtonLink to="/projects">Other projects</ButtonLink>
  return (
    <Container size="sm" py="xl">
      <Empty title={props.empty?.sentence ?? 'There is no task for you just now.'} icon={<IconMoodEmpty size={40} stroke={1.4} color="var(--mantine-color-dimmed)" aria-hidden />}
        action={<Group justify="center" mt="sm">{door}<Button variant="default" loading={props.asking} onClick={() => void onAgain()}>Look again</Button></Group>}>
        {props.empty?.next}
        <Text size="sm" mt="md" c="dimmed">This page looks again every 30 seconds. Today: {count(props.today.count, 'task')}, {money(props.today.earned)}.</Text>
      </Empty>
    </Container>
  )
}

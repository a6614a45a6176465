import { Box, Container } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { attemptQuery } from '~/api/rounds'
import { Loaded } from '~/ui/Loaded'
import { AllRounds } from './places'
import { Result } from './Result'
import { Taking } from './Taking'

/** One attempt: its items while it is open, its result beside the standard afterwards, for both sides. */
export function AttemptPage() {
  const { projectId, attemptId } = useParams({ strict: false }) as { projectId?: string; attemptId: string }
  const attempt = useQuery({ ...attemptQuery(attemptId), refetchOnWindowFocus: false })
  const page = (
    <Loaded query={attempt} lines={8}>
      {(found) => (found.mine && found.state === 'OPEN' ? <Taking attempt={found} /> : <Result attempt={found} />)}
    </Loaded>
  )
  return projectId
    ? <><Box mb={4}><AllRounds projectId={projectId} /></Box>{page}</>
    : <Container size={1280} py="lg" px={{ base: 'sm', sm: 'md' }}><Box mb={4}><AllRounds projectId={null} /></Box>{page}</Container>
}

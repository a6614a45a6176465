import { Alert, Button, Group, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { acknowledgeGuideline, membershipQuery } from '~/api/projects'
import { roundsQuery } from '~/api/rounds'
import type { GuidelineVersion, MembershipView } from '~/api/types'
import { money } from '~/lib/format'
import { t } from '~/lib/i18n'
import { Fault } from '~/ui/Fault'
import { AnchorLink } from '~/ui/links'

/** Says that this version was read, and leads on to what is open then: the work, or the calibration before it. */
function useAcknowledging(projectId: string, version: number) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (_: 'work' | 'practice') => acknowledgeGuideline(projectId, version),
    onSuccess: async (_, wanted) => {
      await Promise.all([['membership', projectId], ['rounds', projectId], ['assessments']].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
      const after = await queryClient.fetchQuery(membershipQuery(projectId))
      await navigate(wanted === 'practice' || calibratesFirst(after) ? { to: '/projects/$projectId/calibration', params: { projectId } } : { to: '/projects/$projectId/work', params: { projectId } })
    },
  })
}

const calibratesFirst = (membership: MembershipView) => membership.mayWork.reasons.some((reason) => reason.code === 'CALIBRATE')

const isDue = (membership: MembershipView | undefined, version: number): membership is MembershipView =>
  membership !== undefined && (membership.state === 'ACTIVE' || membership.state === 'RESTRICTED') && membership.current === version && membership.acknowledged !== version

function Acknowledging({ projectId, guideline, membership }: { projectId: string; guideline: GuidelineVersion; membership: MembershipView }) {
  const acknowledging = useAcknowledging(projectId, guideline.version)
  const rounds = useQuery(roundsQuery(projectId)).data?.items ?? []
  const practice = membership.acknowledged === null ? rounds.find((round) => round.kind === 'PRACTICE' && round.state === 'OPEN' && round.mine.attempts.length === 0) : undefined
  return (
    <>
      <Fault error={acknowledging.error} />
      <Group mt="sm" gap="md">
        <Button loading={acknowledging.isPending} onClick={() => acknowledging.mutate('work')}>{calibratesFirst(membership) ? t('I have read it; to the calibration') : t('I have read it; to work')}</Button>
        {practice && !calibratesFirst(membership) && (
          <Button variant="default" disabled={acknowledging.isPending} onClick={() => acknowledging.mutate('practice')}>
            {practice.sheet.rate ? t('I have read it; to the practice ({amount})', { amount: money({ minor: practice.sheet.rate.minor * practice.items, currency: practice.sheet.rate.currency }) }) : t('I have read it; to the practice')}
          </Button>
        )}
      </Group>
    </>
  )
}

/** Whoever has read to the end need not go back to the top to say so. */
export function AtTheEnd({ projectId, guideline }: { projectId: string; guideline: GuidelineVersion }) {
  const membership = useQuery(membershipQuery(projectId)).data
  if (!isDue(membership, guideline.version)) return null
  return <section aria-label={t('At the end of the guideline')}><Acknowledging projectId={projectId} guideline={guideline} membership={membership} /></section>
}

/** Above the text: whether this version was read, or is to be. */
export function Acknowledgement({ projectId, guideline }: { projectId: string; guideline: GuidelineVersion }) {
  const membership = useQuery(membershipQuery(projectId)).data
  if (!membership || (membership.state !== 'ACTIVE' && membership.state !== 'RESTRICTED')) return null
  if (guideline.version !== membership.current) return <Alert color="gold" variant="light" py="xs">{t('This is version {version}; version {current} is in force.', { version: guideline.version, current: membership.current ?? '–' })}</Alert>
  if (!isDue(membership, guideline.version)) return <Text size="sm" c="dimmed">{t('You acknowledged this version.')}</Text>
  return (
    <Alert color="pine" variant="light" title={membership.acknowledged === null ? t('Read this before your first task') : t('Version {version} is new', { version: guideline.version })}>
      <Text size="sm">{membership.acknowledged === null ? t('It says what counts here. You can open it beside every task.') : guideline.changeNote}</Text>
      {membership.acknowledged !== null && (
        <AnchorLink to="/projects/$projectId/guideline/compare" params={{ projectId }} search={{ from: membership.acknowledged, to: guideline.version }} size="sm" underline="always">
          {t('See what changed since version {version}', { version: membership.acknowledged })}
        </AnchorLink>
      )}
      <Acknowledging projectId={projectId} guideline={guideline} membership={membership} />
    </Alert>
  )
}

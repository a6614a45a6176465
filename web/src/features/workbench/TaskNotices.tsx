import { Alert, Button, CopyButton, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { membershipQuery } from '~/api/projects'
import type { Answers, Criterion, Lease } from '~/api/types'
import { moment } from '~/lib/format'
import { byCode, t } from '~/lib/i18n'
import { sentenceOf } from '~/lib/problem'
import type { DraftState } from './DraftKeeper'
import type { LeaseClock } from './useLease'
import type { Delivery } from './useHandIn'

/** What people typed, as plain text they can take elsewhere. */
export function asText(criteria: Criterion[], answers: Answers): string {
  return criteria.filter((criterion) => answers[criterion.key]).map((criterion) => `${criterion.title}\n${JSON.stringify(answers[criterion.key], null, 1)}`).join('\n\n')
}

/** The few things that can come between a person and a task, each with its way out. */
export function TaskNotices(props: {
  lease: Lease; draft: DraftState; delivery: Delivery; held: LeaseClock; criteria: Criterion[]; onResolve: (choice: 'mine' | 'theirs') => void; onNext: () => void
}) {
  const { delivery, draft, held, lease } = props
  const inForce = useQuery(membershipQuery(lease.projectId)).data?.current ?? null
  const problem = delivery.problem
  const isOver = problem !== null && (problem.status === 409 || problem.status === 410 || problem.status === 404)
  const loose = delivery.faults[''] ?? []
  return (
    <>
      {inForce !== null && inForce > lease.guidelineVersion && (
        <Alert color="pine" variant="light" radius={0} py={8} role="note">
          {t('Version {current} of the guideline is in force now. You finish this task under version {version}, with which you began it: that is the one beside it.', { current: inForce, version: lease.guidelineVersion })}
        </Alert>
      )}
      {problem && (
        <Alert color="clay" variant="light" radius={0} py={10} role="alert" title={byCode(problem.slug) === null ? problem.title : t('The answer could not be handed in')}>
          {sentenceOf(problem)}
          {loose.map((fault) => <div key={fault}>{fault}</div>)}
          {isOver && (
            <Group gap={8} mt={8}>
              <Button size="compact-sm" onClick={props.onNext}>{t('Next task')}</Button>
              <CopyButton value={asText(props.criteria, draft.answers)}>{({ copied, copy }) => <Button size="compact-sm" variant="default" onClick={copy}>{copied ? t('Copied') : t('Copy my answers')}</Button>}</CopyButton>
            </Group>
          )}
        </Alert>
      )}
      {draft.sync === 'conflict' && draft.theirs && (
        <Alert color="gold" variant="light" radius={0} py={10} role="alert" title={t('This task was also edited elsewhere')}>
          {t('Another window or device saved its answers on {moment}. Which ones shall hold?', { moment: moment(draft.theirs.savedAt) })}
          <Group gap={8} mt={8}>
            <Button size="compact-sm" onClick={() => props.onResolve('mine')}>{t('Those on this screen')}</Button>
            <Button size="compact-sm" variant="default" onClick={() => props.onResolve('theirs')}>{t('Those from elsewhere')}</Button>
          </Group>
        </Alert>
      )}
      {held.lost && !problem && (
        <Alert color="gold" variant="light" radius={0} py={10} role="status">
          {t('The time for this task has run out. Your draft is kept, and an answer handed in within a day is still taken: finish and submit, or skip it.')}
        </Alert>
      )}
    </>
  )
}

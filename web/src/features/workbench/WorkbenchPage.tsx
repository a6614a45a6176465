import { Box, Button, Container, Loader, Stack, Text } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { useParams } from '@tanstack/react-router'
import { useAccount } from '~/api/session'
import { t } from '~/lib/i18n'
import { isForbidden, isGone, sentenceOf } from '~/lib/problem'
import { Empty } from '~/ui/Empty'
import { ButtonLink } from '~/ui/links'
import { CoveredTask } from './CoveredTask'
import { EmptyQueue } from './EmptyQueue'
import { LastAnswerNotice } from './LastAnswerNotice'
import { Task } from './Task'
import { useWork } from './useWork'

/** Lease, judge, hand in, next: the page people spend their day on. */
export function WorkbenchPage() {
  const { projectId } = useParams({ strict: false }) as { projectId: string }
  const account = useAccount()
  const { work, said, last, goOn, goAhead, goBack, uncovered } = useWork(projectId, account?.id ?? '')
  useDocumentTitle(`${t('Work')} · Touchstone`)

  const lease = work.data?.lease
  const covered = lease?.cover != null && !lease.cover.opened
  const isAtRefused = last?.state === 'refused' && last.lease.id === lease?.id

  return (
    <>
      <h1 className="visually-hidden">{t('Work')}</h1>
      <div className="visually-hidden" role="status">{said}</div>
      {last && !isAtRefused && <LastAnswerNotice last={last} onBack={goBack} />}
      {work.data && lease && account && covered && (
        <CoveredTask key={lease.id} account={account.id} lease={lease} receivedAt={work.data.receivedAt} today={work.data.today} onOpen={uncovered} onNext={goOn} />
      )}
      {work.data && lease && account && !covered && (
        <Task key={lease.id} account={account.id} lease={lease} receivedAt={work.data.receivedAt} today={work.data.today} refusal={isAtRefused ? last.problem : null} onNext={goOn} goAhead={goAhead} />
      )}
      {work.data && !work.data.lease && <EmptyQueue projectId={projectId} empty={work.data.empty} today={work.data.today} onAgain={() => work.refetch()} asking={work.isFetching} />}
      {!work.data && !work.error && (
        <Box py={96} role="status"><Stack align="center" gap="sm"><Loader size="sm" aria-hidden /><Text c="dimmed">{work.failureCount > 0 ? t('The server cannot be reached; trying again every few seconds.') : t('Fetching the next task…')}</Text></Stack></Box>
      )}
      {work.error && !work.data && (
        <Container size="sm" py="xl">
          {isGone(work.error)
            ? <Empty title={t('There is no such project')} action={<ButtonLink to="/projects">{t('To the projects')}</ButtonLink>}>{t('It may be closed to you, or the address is mistyped.')}</Empty>
            : <Empty title={t('No task could be fetched')} action={isForbidden(work.error) ? <ButtonLink to="/projects" variant="default">{t('To the projects')}</ButtonLink> : <Button onClick={() => void work.refetch()}>{t('Try again')}</Button>}>{sentenceOf(work.error)}</Empty>}
        </Container>
      )}
    </>
  )
}

import { Box, Button, Container, Loader, Stack, Text } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import type { Work } from '~/api/types'
import { useAccount } from '~/api/session'
import { takeWork } from '~/api/work'
import { t } from '~/lib/i18n'
import { isForbidden, isGone, sentenceOf, Unreachable } from '~/lib/problem'
import { Empty } from '~/ui/Empty'
import { ButtonLink } from '~/ui/links'
import { CoveredTask } from './CoveredTask'
import { EmptyQueue } from './EmptyQueue'
import { Task } from './Task'

export type Received = Work & { receivedAt: number }
const received = (work: Work): Received => ({ ...work, receivedAt: Date.now() })

/** Lease, judge, hand in, next: the page people spend their day on. */
export function WorkbenchPage() {
  const { projectId } = useParams({ strict: false }) as { projectId: string }
  const account = useAccount()
  const queryClient = useQueryClient()
  const [said, setSaid] = useState('')
  useDocumentTitle(`${t('Work')} · Touchstone`)
  const key = ['work', projectId]
  const work = useQuery({
    queryKey: key,
    queryFn: async () => received(await takeWork(projectId)),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: (_, error) => error instanceof Unreachable,
    retryDelay: 3_000,
  })
  const goOn = useCallback((next: Work | null, saying: string) => {
    setSaid(saying)
    if (next) queryClient.setQueryData(['work', projectId], received(next))
    else void queryClient.resetQueries({ queryKey: ['work', projectId] })
    void queryClient.invalidateQueries({ queryKey: ['judgments', 'mine', projectId] })
    void queryClient.invalidateQueries({ queryKey: ['earnings'] })
  }, [queryClient, projectId])

  const lease = work.data?.lease
  const covered = lease?.cover != null && !lease.cover.opened

  return (
    <>
      <h1 className="visually-hidden">{t('Work')}</h1>
      <div className="visually-hidden" role="status">{said}</div>
      {work.data?.lease && covered && (
        <CoveredTask key={work.data.lease.id} lease={work.data.lease} receivedAt={work.data.receivedAt} today={work.data.today} onOpen={(opened) => queryClient.setQueryData(key, received({ ...work.data, lease: opened }))} onNext={goOn} />
      )}
      {work.data?.lease && account && !covered && (
        <Task key={work.data.lease.id} account={account.id} lease={work.data.lease} receivedAt={work.data.receivedAt} today={work.data.today} onNext={goOn} />
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

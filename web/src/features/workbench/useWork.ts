import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { isUnderWay } from '~/api/outbox'
import type { Lease, Submitted, Work } from '~/api/types'
import { takeWork } from '~/api/work'
import { Unreachable, type Problem } from '~/lib/problem'
import { fingerprintOf, isBegun } from './DraftKeeper'
import { problemIn } from './useHandIn'

/** What the server said last, with this clock's time of hearing it, for the task in hand and for the one after it. */
export type Received = Work & { receivedAt: number; aheadReceivedAt: number }
/** The answer given last, as long as there is something to say of it. */
export type LastAnswer = { state: 'waiting' } | { state: 'refused'; lease: Lease; receivedAt: number; problem: Problem }

const received = (work: Work): Received => ({ ...work, receivedAt: Date.now(), aheadReceivedAt: Date.now() })

/**
 * What the server says of the task already on the screen changes its clock, never the task. Where it has nothing more, what was
 * begun is finished first: the server takes it and pays for it. So it is where it hands out another task instead, as under a new
 * guideline; where it is the same task anew, what was typed goes along with it.
 */
function joined(shown: Received | undefined, next: Work, account: string): Received | undefined {
  if (!shown?.lease) return shown && received(next)
  if (next.lease?.id !== shown.lease.id) {
    if (isUnderWay(account, shown.lease.id)) return shown
    const anew = next.lease !== null && fingerprintOf(next.lease.item) === fingerprintOf(shown.lease.item)
    return !anew && isBegun(account, shown.lease.id) ? { ...shown, ahead: null, today: next.today } : received(next)
  }
  const { expiresAt, serverTime, leasedAt, state } = next.lease
  return { ...received(next), lease: { ...shown.lease, expiresAt, serverTime, leasedAt, state } }
}

/** The task in hand, the one after it, and what became of the answer given last. */
export function useWork(projectId: string, account: string) {
  const queryClient = useQueryClient()
  const [said, setSaid] = useState('')
  const [last, setLast] = useState<LastAnswer | null>(null)
  const work = useQuery({
    queryKey: ['work', projectId],
    queryFn: async () => received(await takeWork(projectId)),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: (_, error) => error instanceof Unreachable,
    retryDelay: 3_000,
  })
  const change = useCallback((how: (shown: Received | undefined) => Received | undefined) => queryClient.setQueryData<Received>(['work', projectId], how), [queryClient, projectId])
  const moneyMoved = useCallback(() => {
    void queryClient.invalidateQueries({ queryKey: ['judgments', 'mine', projectId] })
    void queryClient.invalidateQueries({ queryKey: ['earnings'] })
  }, [queryClient, projectId])

  const goOn = useCallback((next: Work | null, saying: string) => {
    setSaid(saying)
    setLast(null)
    if (next) change(() => received(next))
    else void queryClient.resetQueries({ queryKey: ['work', projectId] })
    moneyMoved()
  }, [queryClient, projectId, change, moneyMoved])

  const goAhead = useCallback((delivery: Promise<Submitted>, saying: string): boolean => {
    const now = queryClient.getQueryData<Received>(['work', projectId])
    const ahead = now?.ahead
    if (!now?.lease || !ahead || ahead.cover || Date.parse(ahead.expiresAt) - Date.parse(ahead.serverTime) < Date.now() - now.aheadReceivedAt) return false
    const from = now.lease
    setSaid(saying)
    setLast((before) => before?.state === 'refused' && before.lease.id !== from.id ? before : null)
    change(() => ({ ...now, lease: ahead, receivedAt: now.aheadReceivedAt, ahead: null, today: withOneMore(now.today, from) }))
    const slow = setTimeout(() => setLast((before) => before ?? { state: 'waiting' }), 1_500)
    delivery.then(({ next }) => {
      setLast((before) => before?.state === 'refused' ? before : null)
      if (next) change((shown) => joined(shown, next, account))
      moneyMoved()
    }, (error: unknown) => {
      change((shown) => shown && { ...shown, today: withOneMore(shown.today, from, -1) })
      setLast({ state: 'refused', lease: from, receivedAt: now.receivedAt, problem: problemIn(error) })
    }).finally(() => clearTimeout(slow))
    return true
  }, [queryClient, projectId, account, change, moneyMoved])

  return {
    work, said, last, goOn, goAhead,
    uncovered: (opened: Lease) => change((shown) => shown && { ...shown, lease: opened, receivedAt: Date.now() }),
    goBack: ({ lease, receivedAt }: { lease: Lease; receivedAt: number }) => change((shown) => shown && { ...shown, lease, receivedAt, ahead: null }),
  }
}

/** Today's count as it will be once the answer is taken, or was before where it is not; the server's own comes with its reply. */
function withOneMore(today: Work['today'], { price }: Lease, by = 1): Work['today'] {
  return { count: today.count + by, earned: today.earned.currency === price.currency ? { ...today.earned, minor: today.earned.minor + by * price.minor } : today.earned }
}

import { useEffect, useRef, useState } from 'react'
import { handIn, usePending, wasTaken } from '~/api/outbox'
import type { Lease, Submission, Submitted, Work } from '~/api/types'
import { t } from '~/lib/i18n'
import { Problem } from '~/lib/problem'
import type { DraftKeeper } from './DraftKeeper'

export type Delivery = { state: 'none' | 'sending' | 'waiting' | 'refused'; problem: Problem | null; faults: Record<string, string[]> }

const none: Delivery = { state: 'none', problem: null, faults: {} }

/** The faults a 422 names, by criterion, whatever path the field is given with. */
export function faultsIn(problem: Problem, known: string[]): Record<string, string[]> {
  const faults: Record<string, string[]> = {}
  for (const { field, message } of problem.errors) {
    const key = field.split(/[.[\]]/).find((part) => known.includes(part)) ?? ''
    faults[key] = [...(faults[key] ?? []), message]
  }
  return faults
}

export const problemIn = (error: unknown): Problem =>
  error instanceof Problem ? error : new Problem(0, 'unknown', t('The answer could not be handed in'), t('Your answer is kept. Reload the page and hand it in again.'))

const refused = (problem: Problem, lease: Lease): Delivery =>
  ({ state: 'refused', problem, faults: faultsIn(problem, lease.rubric.criteria.map((criterion) => criterion.key)) })

/** Takes an answer that is on its way off somebody's hands and shows the next task; false where that has to be waited for. */
export type GoAhead = (delivery: Promise<Submitted>, saying: string) => boolean

/** Hands the answer of a lease in and follows it until it is taken or refused, unless the next task is there already. */
export function useHandIn(account: string, lease: Lease, keeper: DraftKeeper, refusal: Problem | null, onNext: (next: Work | null, saying: string) => void, goAhead?: GoAhead) {
  const [delivery, setDelivery] = useState<Delivery>(() => refusal ? refused(refusal, lease) : none)
  const known = useRef<Promise<Submitted> | null>(null)
  const left = useRef(false)
  const underWay = usePending(account, lease.id)

  const follow = (promise: Promise<Submitted>, saying: string) => {
    if (known.current === promise) return
    known.current = promise
    keeper.hold(true)
    setDelivery({ ...none, state: 'sending' })
    const late = setTimeout(() => setDelivery({ ...none, state: 'waiting' }), 1_500)
    promise.then((submitted) => {
      keeper.discard()
      onNext(submitted.next, saying)
    }, (error: unknown) => {
      keeper.hold(false)
      setDelivery(refused(problemIn(error), lease))
    }).finally(() => clearTimeout(late))
  }
  useEffect(() => {
    if (underWay) follow(underWay, t('The answer you handed in earlier was taken.'))
    // It was taken while this task was on its way here.
    else if (known.current === null && !left.current && wasTaken(account, lease.id)) {
      left.current = true
      onNext(null, t('The answer you handed in earlier was taken.'))
    }
  })
  return {
    delivery,
    clear: () => setDelivery((before) => (before.state === 'refused' ? none : before)),
    hand: (submission: Submission, saying: string) => {
      const taken = handIn({ account, leaseId: lease.id, projectId: lease.projectId, submission, at: new Date().toISOString() })
      if (!goAhead?.(taken, saying)) return follow(taken, saying)
      // Whoever shows the next task tells of a refusal; this draft is opened again then, so it rests until it is known to be done.
      keeper.hold(true)
      taken.then(() => keeper.discard(), () => undefined)
    },
  }
}

import { useEffect, useState } from 'react'
import type { Lease } from '~/api/types'
import { leaseOf, saveDraft } from '~/api/work'
import { Problem } from '~/lib/problem'
import { sendable } from '~/ui/criteria/answers'
import { DraftKeeper, fingerprintOf, sweep } from './DraftKeeper'

/** The draft of a task, or of the words somebody passes a covered one on with: those are kept apart, for nothing is seen yet that they could belong to. */
export function useKeeper(account: string, lease: Lease): DraftKeeper {
  const [keeper] = useState(() => {
    sweep(account)
    const isCovered = lease.cover != null && !lease.cover.opened
    const place = isCovered ? `covered.${lease.id}` : lease.id
    return new DraftKeeper(account, place, isCovered ? place : fingerprintOf(lease.item), lease.draft, async (answers, aside, revision, leaving) => {
      try {
        return await saveDraft(lease.id, sendable(lease.rubric, answers, lease.item), aside, revision, leaving)
      } catch (error) {
        if (!(error instanceof Problem) || error.slug !== 'draft-outdated') throw error
        const stored = (await leaseOf(lease.id)).draft
        throw new Problem(error.status, error.slug, error.title, error.detail, error.errors, null, stored ? { draft: stored } : {})
      }
    })
  })
  useEffect(() => {
    keeper.open()
    const leave = () => keeper.flush(true)
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      keeper.close()
    }
  }, [keeper])
  return keeper
}

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { changedBy, guidelineDraftQuery, nothingYet, saveGuidelineDraft, type GuidelineDraft } from '~/api/guidelineDesk'
import { sentenceOf } from '~/lib/problem'
import { read, remove, write } from '~/lib/storage'
import { alike, merge, type Clash, type Ground, type Written } from './merge'
import { tidyRubric } from './rubric'

export type { Written } from './merge'
/** Two wrote the same part: mine, as it would be with all that does not clash, and what the other wrote. */
export type Conflict = { theirs: GuidelineDraft; because: string; merged: Written; clashes: Clash[] }
export type Saving = { state: 'saved' | 'saving' | 'waiting' | 'conflict' } | { state: 'failed'; because: string }
/** Both texts as they stood when one was chosen, so that the choice can be taken back. */
export type Aside = { mine: Written; theirs: Written; by: string }

/** As this browser keeps it: what is typed, the revision it grew from and as what, and what was sent last and may have arrived. */
type Local = Written & { revision?: string; ground?: Ground; sent?: Written }

const pause = 900
const same = (a: Written, b: Written) => a.body === b.body && JSON.stringify(a.rubric) === JSON.stringify(b.rubric)

export const localDraft = (projectId: string) => read<Written>(`guideline-draft.${projectId}`)

/**
 * Keeps a guideline as it is typed: in this browser at once, on the server a moment later, and tried again while that fails.
 * What somebody else saved meanwhile is put together with it where no part was changed by both, and else asked about; it is never saved over unseen.
 */
export function useGuidelineDraft(projectId: string, stored: Written & { revision?: string }, storedProblems: string[], onMerged: (by: string) => void = () => undefined) {
  const queryClient = useQueryClient()
  const local = `guideline-draft.${projectId}`
  const asidePlace = `guideline-aside.${projectId}`
  const [opened] = useState(() => read<Local>(local))
  const [written, setWritten] = useState<Written>(() => opened ? { body: opened.body, rubric: opened.rubric } : { body: stored.body, rubric: stored.rubric })
  const [saving, setSaving] = useState<Saving>({ state: 'saved' })
  const [problems, setProblems] = useState(storedProblems)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [aside, setAside] = useState<Aside | null>(() => read<Aside>(asidePlace))
  const pending = useRef<Written | null>(opened ? { body: opened.body, rubric: opened.rubric } : null)
  const revision = useRef(opened?.revision ?? stored.revision ?? nothingYet)
  const ground = useRef<Ground>(opened?.ground ?? { typed: stored, stored })
  const sent = useRef<Written | null>(opened?.sent ?? null)
  const clashing = useRef<Conflict | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const latest = useRef(written)
  latest.current = written
  const merged = useRef(onMerged)
  merged.current = onMerged

  const keep = useCallback((next: Written) => {
    pending.current = next
    write(local, { ...next, revision: revision.current, ground: ground.current, ...(sent.current ? { sent: sent.current } : {}) } satisfies Local)
  }, [local])

  /** What is there now is what the next change grows from. */
  const standOn = useCallback((draft: GuidelineDraft, typed: Written) => {
    revision.current = draft.revision
    ground.current = { typed, stored: { body: draft.body, rubric: draft.rubric } }
    sent.current = null
  }, [])

  const again = useRef<() => Promise<boolean>>(async () => true)

  /** Somebody else saved first; or this browser did, and the answer was lost. */
  const meet = useCallback(async (theirs: GuidelineDraft, because: string, before: Written | null): Promise<boolean> => {
    const mine = pending.current ?? latest.current
    const other = { body: theirs.body, rubric: theirs.rubric }
    if (before && alike(other, before)) {
      standOn(theirs, before)
      return await again.current()
    }
    const { written: both, clashes } = merge(ground.current, mine, other)
    if (clashes.length > 0) {
      const found = { theirs, because, merged: both, clashes }
      clashing.current = found
      keep(mine)
      setConflict(found)
      setSaving({ state: 'conflict' })
      return false
    }
    standOn(theirs, other)
    setWritten(both)
    keep(both)
    if (!same(both, mine)) merged.current(theirs.updatedBy)
    return await again.current()
  }, [keep, standOn])

  const save = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current)
    const now = pending.current
    if (clashing.current) return false
    if (now === null) return true
    setSaving({ state: 'saving' })
    const body = { body: now.body, rubric: tidyRubric(now.rubric) }
    const before = sent.current
    try {
      sent.current = body
      keep(now)
      const answer = await saveGuidelineDraft(projectId, { ...body, grownFrom: revision.current })
      standOn(answer, now)
      setProblems(answer.problems)
      const kept: GuidelineDraft = { ...answer, body: now.body, rubric: now.rubric }
      queryClient.setQueryData(guidelineDraftQuery(projectId).queryKey, kept)
      if (pending.current !== now) {
        if (pending.current) keep(pending.current)
        return await save()
      }
      pending.current = null
      remove(local)
      setSaving({ state: 'saved' })
      return true
    } catch (error) {
      const theirs = changedBy(error)
      if (theirs) return await meet(theirs, sentenceOf(error), before)
      setSaving({ state: 'failed', because: sentenceOf(error) })
      timer.current = setTimeout(() => void save(), 5_000)
      return false
    }
  }, [projectId, local, queryClient, keep, standOn, meet])

  again.current = save

  const change = useCallback((next: Written) => {
    setWritten(next)
    keep(next)
    clearTimeout(timer.current)
    if (clashing.current) {
      const { theirs, because } = clashing.current
      const { written: both, clashes } = merge(ground.current, next, theirs)
      clashing.current = { theirs, because, merged: both, clashes }
      setConflict(clashing.current)
      return
    }
    setSaving({ state: 'waiting' })
    timer.current = setTimeout(() => void save(), pause)
  }, [keep, save])

  /** The text that holds from now on, chosen in sight of both; both stay in this browser until they are forgotten. */
  const resolve = useCallback((chosen: Written) => {
    const found = clashing.current
    if (!found) return
    const both = { mine: pending.current ?? chosen, theirs: { body: found.theirs.body, rubric: found.theirs.rubric }, by: found.theirs.updatedBy }
    write(asidePlace, both)
    setAside(both)
    clashing.current = null
    setConflict(null)
    standOn(found.theirs, both.theirs)
    change(chosen)
    void save()
  }, [asidePlace, change, save, standOn])

  const forget = useCallback(() => {
    remove(asidePlace)
    setAside(null)
  }, [asidePlace])

  useEffect(() => {
    if (pending.current !== null) void save()
    return () => {
      clearTimeout(timer.current)
      const left = pending.current
      if (left === null || clashing.current) return
      const body = { body: left.body, rubric: tidyRubric(left.rubric) }
      sent.current = body
      keep(left)
      saveGuidelineDraft(projectId, { ...body, grownFrom: revision.current }, true).then(() => {
        const kept = read<Local>(local)
        if (kept && same(kept, left)) remove(local)
      }, () => undefined)
    }
  }, [projectId, local, save, keep])

  return { written, change, saving, problems, save, conflict, resolve, aside, forget, revision: () => revision.current, meet: (theirs: GuidelineDraft, because: string) => meet(theirs, because, null) }
}

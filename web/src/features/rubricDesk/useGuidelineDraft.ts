import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { guidelineDraftQuery, saveGuidelineDraft, type GuidelineDraft } from '~/api/guidelineDesk'
import type { Rubric } from '~/api/types'
import { sentenceOf } from '~/lib/problem'
import { read, remove, write } from '~/lib/storage'
import { tidyRubric } from './rubric'

export type Written = { body: string; rubric: Rubric }
export type Saving = { state: 'saved' | 'saving' | 'waiting' } | { state: 'failed'; because: string }

const pause = 900

/** Keeps a guideline as it is typed: in this browser at once, on the server a moment later, and tried again while that fails. */
export function useGuidelineDraft(projectId: string, stored: Written, storedProblems: string[]) {
  const queryClient = useQueryClient()
  const local = `guideline-draft.${projectId}`
  const [written, setWritten] = useState<Written>(() => read<Written>(local) ?? stored)
  const [saving, setSaving] = useState<Saving>({ state: 'saved' })
  const [problems, setProblems] = useState(storedProblems)
  const pending = useRef<Written | null>(read<Written>(local))
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const save = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current)
    const sent = pending.current
    if (sent === null) return true
    setSaving({ state: 'saving' })
    try {
      const answer = await saveGuidelineDraft(projectId, { body: sent.body, rubric: tidyRubric(sent.rubric) })
      setProblems(answer.problems)
      const kept: GuidelineDraft = { body: sent.body, rubric: sent.rubric, problems: answer.problems }
      queryClient.setQueryData(guidelineDraftQuery(projectId).queryKey, kept)
      if (pending.current !== sent) return await save()
      pending.current = null
      remove(local)
      setSaving({ state: 'saved' })
      return true
    } catch (error) {
      setSaving({ state: 'failed', because: sentenceOf(error) })
      timer.current = setTimeout(() => void save(), 5_000)
      return false
    }
  }, [projectId, local, queryClient])

  const change = useCallback((next: Written) => {
    setWritten(next)
    pending.current = next
    write(local, next)
    setSaving({ state: 'waiting' })
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void save(), pause)
  }, [local, save])

  useEffect(() => {
    if (pending.current !== null) void save()
    return () => {
      clearTimeout(timer.current)
      if (pending.current !== null) saveGuidelineDraft(projectId, { body: pending.current.body, rubric: tidyRubric(pending.current.rubric) }, true).then(() => remove(local), () => undefined)
    }
  }, [projectId, local, save])

  return { written, change, saving, problems, save }
}

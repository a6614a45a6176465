import { useState } from 'react'
import { read, remove, write } from '~/lib/storage'
import { emptyVerdict, type VerdictDraft } from './verdict'

/** A verdict as far as it is written, kept in this browser until it is given. */
export function useVerdictDraft(caseId: string) {
  const key = `verdict.${caseId}`
  const [verdict, setVerdict] = useState<VerdictDraft>(() => ({ ...emptyVerdict, ...read<VerdictDraft>(key) }))
  const change = (next: VerdictDraft) => {
    setVerdict(next)
    write(key, next)
  }
  return { verdict, change, forget: () => remove(key) }
}

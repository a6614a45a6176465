import type { CaseView, Verdict } from '~/api/cases'
import type { Answers, Rubric, Sensitivity } from '~/api/types'
import { sendable } from '~/ui/criteria/answers'
import { shownOf } from '~/ui/judged/AnswerSheet'

/** @property asked whether the guideline it was judged under has clauses, one of which a rejection names */
export type OutcomeDraft = { outcome: 'ACCEPTED' | 'REJECTED'; reason: string; clause?: string; asked?: boolean }
export type VerdictDraft = {
  reason: string; ownAnswer: boolean; answers: Answers; outcomes: Record<string, OutcomeDraft | undefined>; makeGold: boolean; explanation: string; uphold: boolean | null; sensitive: Sensitivity | null
}

export const emptyVerdict: VerdictDraft = { reason: '', ownAnswer: false, answers: {}, outcomes: {}, makeGold: false, explanation: '', uphold: null, sensitive: null }

export const isObjection = (one: Pick<CaseView, 'kind'>) => one.kind === 'APPEAL' || one.kind === 'DISPUTE'

/** A shorter reason helps nobody. */
const leastReason = 10

/** What keeps the verdict from being given, one sentence each. */
export function verdictFaults(one: Pick<CaseView, 'kind'>, draft: VerdictDraft): string[] {
  const faults: string[] = []
  if (isObjection(one) && draft.uphold === null) faults.push('Say whether they are right.')
  if (draft.reason.trim().length < leastReason) faults.push(`Give the reason in at least ${leastReason} characters; the people concerned read it.`)
  if (Object.values(draft.outcomes).some((outcome) => outcome?.outcome === 'REJECTED' && outcome.reason.trim() === '')) faults.push('Every rejected judgment needs its own reason.')
  if (Object.values(draft.outcomes).some((outcome) => outcome?.outcome === 'REJECTED' && outcome.asked && !outcome.clause)) faults.push('Every rejected judgment names the clause of the guideline that it does not follow.')
  if (draft.makeGold && !draft.ownAnswer) faults.push('Gold needs your answer: fill in the form.')
  return faults
}

export function verdictOf(one: Pick<CaseView, 'kind'> & { item?: CaseView['item'] }, draft: VerdictDraft, rubric: Rubric | undefined): Verdict {
  const outcomes = Object.entries(draft.outcomes).flatMap(([judgmentId, outcome]) =>
    outcome ? [{ judgmentId, outcome: outcome.outcome, ...(outcome.reason.trim() ? { reason: outcome.reason.trim() } : {}), ...(outcome.outcome === 'REJECTED' && outcome.clause ? { clause: outcome.clause } : {}) }] : [])
  return {
    reason: draft.reason.trim(),
    ...(draft.ownAnswer && rubric ? { answers: sendable(rubric, draft.answers, one.item ? shownOf(one.item) : { prompt: '', responses: [] }) } : {}),
    ...(outcomes.length > 0 ? { outcomes } : {}),
    ...(draft.makeGold ? { makeGold: true, ...(draft.explanation.trim() ? { explanation: draft.explanation.trim() } : {}) } : {}),
    ...(isObjection(one) && draft.uphold !== null ? { uphold: draft.uphold } : {}),
  }
}

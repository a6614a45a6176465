import type { CaseKind, Cause } from '~/api/cases'
import type { FlagCategory } from '~/api/types'
import { flagWord } from '~/ui/words'

export const kindWord = (kind: CaseKind) => ({ FLAG: 'Flag', DISAGREEMENT: 'Disagreement', APPEAL: 'Appeal', DISPUTE: 'Dispute' })[kind]
export const kindColor = (kind: CaseKind) => ({ FLAG: 'gold', DISAGREEMENT: 'gray', APPEAL: 'clay', DISPUTE: 'clay' })[kind]

/** Why this case is here, in one line a cause. */
export function causeWord(cause: Cause): string {
  const what = cause.kind === 'FLAG' && cause.category ? `Flagged: ${flagWord(cause.category as FlagCategory).toLowerCase()}` : cause.kind === 'DISAGREEMENT' ? 'The judgments disagree' : cause.kind === 'APPEAL'
    ? 'Somebody objects to a decision about them' : cause.kind === 'DISPUTE' ? 'Somebody disputes a rejection' : cause.category ?? cause.kind
  if (cause.kind === 'DISAGREEMENT' && cause.note) return cause.note
  return cause.note ? `${what}. ${cause.note}` : what
}

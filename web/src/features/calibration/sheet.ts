import type { RoundKind, Sheet, Skill } from '~/api/rounds'
import { fractionDigits } from '~/lib/format'

/** The sheet while it is being written: every figure may still be empty. */
export type SheetDraft = {
  title: string; about: string; share: number | null; eachCriterion: boolean; attempts: number | null; waitHours: number | null
  amount: number | null; currency: string; draw: number | null; returning: number | null; minutes: number | null; skill: Skill
}

export function freshSheet(kind: RoundKind, currency: string): SheetDraft {
  return {
    title: '', about: '', share: 80, eachCriterion: false, attempts: 3, waitHours: kind === 'ASSESSMENT' ? 168 : 24,
    amount: null, currency, draw: null, returning: null, minutes: 15, skill: 'RUBRIC',
  }
}

export function draftOf(sheet: Sheet, currency: string): SheetDraft {
  return {
    title: sheet.title, about: sheet.about, share: sheet.rule ? Math.round(sheet.rule.share * 1000) / 10 : 80, eachCriterion: sheet.rule?.eachCriterion ?? false,
    attempts: sheet.rule?.attempts ?? 3, waitHours: sheet.rule?.waitHours ?? 24, amount: sheet.rate ? sheet.rate.minor / 10 ** fractionDigits(sheet.rate.currency) : null,
    currency: sheet.rate?.currency ?? currency, draw: sheet.draw, returning: sheet.returning, minutes: sheet.minutes, skill: sheet.skill ?? 'RUBRIC',
  }
}

export function sheetOf(kind: RoundKind, draft: SheetDraft): Sheet {
  const decides = kind === 'CALIBRATION' || kind === 'ASSESSMENT'
  return {
    title: draft.title, about: draft.about,
    rule: decides ? { share: Math.round((draft.share ?? 0) * 10) / 1000, eachCriterion: draft.eachCriterion, attempts: draft.attempts ?? 0, waitHours: draft.waitHours ?? 0 } : null,
    rate: kind === 'ASSESSMENT' || !draft.amount ? null : { minor: Math.round(draft.amount * 10 ** fractionDigits(draft.currency)), currency: draft.currency },
    draw: draft.draw, returning: kind === 'CALIBRATION' ? draft.returning : null, minutes: draft.minutes ?? 0, skill: kind === 'ASSESSMENT' ? draft.skill : null,
  }
}

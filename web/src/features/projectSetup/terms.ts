import type { TermsDraft } from '~/api/projectDesk'
import type { Money, Terms } from '~/api/types'
import { fractionDigits, hourly } from '~/lib/format'

/** The terms sheet while it is being filled in: every field may still be empty; its version is the one it was written on. */
export type TermsSheet = {
  version: number; amount: number | null; currency: string; expectedMinutes: number | null; reviewHours: number | null; paySchedule: string; disputeProcess: string
  duration: string; weeklyHours: string; skills: string; languages: string[]; sensitiveContent: string
}

export const freshSheet: TermsSheet = {
  version: 0, amount: null, currency: 'USD', expectedMinutes: null, reviewHours: 72, paySchedule: '',
  disputeProcess: 'Open a dispute from the item itself. Somebody who did not take the first decision answers within 3 working days, and the money is held meanwhile.',
  duration: '', weeklyHours: '', skills: '', languages: [], sensitiveContent: '',
}

export function sheetOf(terms: Partial<Terms> | null): TermsSheet {
  if (terms === null) return freshSheet
  return {
    version: terms.version ?? 0,
    amount: terms.rate ? terms.rate.minor / 10 ** fractionDigits(terms.rate.currency) : null,
    currency: terms.rate?.currency ?? 'USD',
    expectedMinutes: terms.expectedMinutes ?? null,
    reviewHours: terms.reviewHours ?? null,
    paySchedule: terms.paySchedule ?? '',
    disputeProcess: terms.disputeProcess ?? '',
    duration: terms.duration ?? '',
    weeklyHours: terms.weeklyHours ?? '',
    skills: terms.skills ?? '',
    languages: terms.languages ?? [],
    sensitiveContent: terms.sensitiveContent ?? '',
  }
}

export function rateOf(sheet: TermsSheet): Money | null {
  return sheet.amount === null ? null : { minor: Math.round(sheet.amount * 10 ** fractionDigits(sheet.currency)), currency: sheet.currency }
}

/** What travels: absent figures stay absent, so that the server can name what is missing. */
export function termsOf(sheet: TermsSheet): TermsDraft {
  const { amount: _, currency: __, ...rest } = sheet
  return { ...rest, rate: rateOf(sheet) } as TermsDraft
}

export type Tier = { name: string; work: string; from: number; to: number | null }

/** What the market pays for an hour, in USD. */
export const tiers: readonly Tier[] = [
  { name: 'Foundational', work: 'everyday judging, no special training', from: 12, to: 25 },
  { name: 'Evaluation', work: 'careful evaluation, writing, coding', from: 25, to: 50 },
  { name: 'Expert', work: 'licensed or degree-level knowledge', from: 60, to: null },
]

export type HourlyReading = { hourly: Money; sentence: string; low: boolean }

/** The effective hourly rate and where it stands among the market's tiers; null while a figure is missing. */
export function readHourly(sheet: TermsSheet): HourlyReading | null {
  const rate = rateOf(sheet)
  const perHour = rate && sheet.expectedMinutes ? hourly(rate, sheet.expectedMinutes) : null
  if (perHour === null) return null
  if (perHour.currency !== 'USD') return { hourly: perHour, low: false, sentence: 'The market tiers below are in US dollars; compare at the day’s exchange rate.' }
  const value = perHour.minor / 100
  if (value < tiers[0]!.from) {
    return { hourly: perHour, low: true, sentence: `This is below what even foundational work usually pays (${tiers[0]!.from} USD). Few good people will come, and fewer will stay.` }
  }
  const within = [...tiers].reverse().find((tier) => value >= tier.from)!
  const over = within.to !== null && value > within.to
  return { hourly: perHour, low: false, sentence: over ? `Above the usual for ${within.name.toLowerCase()} work, below the expert tier.` : `Within the ${within.name.toLowerCase()} tier: ${within.work}.` }
}

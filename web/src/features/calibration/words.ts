import type { AskedOf, AttemptState, Outcome, RoundKind, Sheet } from '~/api/rounds'
import { count, money, percent } from '~/lib/format'

export const kindWord: Record<RoundKind, string> = {
  PRACTICE: 'Practice', CALIBRATION: 'Calibration', GUIDELINE_TEST: 'Test of the guideline', ASSESSMENT: 'Assessment',
}
export const skillWord = { WRITING: 'Writing', RUBRIC: 'Applying a rubric', ACCURACY: 'Accuracy' } as const
export const stateWord: Record<AttemptState, string> = {
  OPEN: 'in progress', HANDED_IN: 'being reviewed', PASSED: 'passed', RETRY: 'not passed yet', FAILED: 'not passed', DONE: 'done',
}
export const stateColor: Record<AttemptState, string> = { OPEN: 'gold', HANDED_IN: 'gold', PASSED: 'pine', RETRY: 'clay', FAILED: 'clay', DONE: 'gray' }
export const outcomeWord: Record<Outcome, string> = { LEARNED: 'The standard stands', STANDARD_CORRECTED: 'Standard corrected', GUIDELINE_GAP: 'Gap in the guideline' }
export const askedWord: Record<AskedOf, string> = { NOBODY: 'not required', NEWCOMERS: 'required of newcomers', EVERYBODY: 'required for paid work' }

/** The rule as a person would say it, the same words wherever it is shown. */
export function ruleSentence(sheet: Sheet): string {
  if (sheet.rule === null) return 'Nobody passes or fails this.'
  const { share, eachCriterion, attempts, waitHours } = sheet.rule
  const what = eachCriterion ? `${percent(share)} agreement with the standard on every question` : `${percent(share)} agreement with the standard over all questions`
  const again = attempts === 1 ? 'There is one attempt.'
    : `There are ${attempts} attempts, the next ${waitHours === 0 ? 'at once' : `after ${count(waitHours, 'hour')}`}.`
  return `You pass with ${what}. ${again}`
}

export function paySentence(sheet: Sheet, asked: number): string {
  if (sheet.rate === null) return 'Unpaid.'
  return `${money(sheet.rate)} for each item, ${money({ ...sheet.rate, minor: sheet.rate.minor * asked })} in all, whatever the outcome.`
}

/** How many items one attempt asks. */
export const askedOf = (sheet: Sheet, items: number) => Math.min(sheet.draw ?? items, items)

export function lengthSentence(sheet: Sheet, items: number): string {
  const asked = askedOf(sheet, items)
  const drawn = asked < items ? `, drawn from ${items}` : ''
  return `${count(asked, 'item')}${drawn}, about ${count(sheet.minutes, 'minute')}.`
}

import type { AskedOf, AttemptState, Outcome, RoundKind, Sheet } from '~/api/rounds'
import { count, money, percent } from '~/lib/format'
import { t } from '~/lib/i18n'

export const kindWord: Record<RoundKind, string> = {
  PRACTICE: t('Practice'), CALIBRATION: t('Calibration'), GUIDELINE_TEST: t('Test of the guideline'), ASSESSMENT: t('Assessment'),
}
export const skillWord = { WRITING: t('writing'), RUBRIC: t('applying a rubric'), ACCURACY: t('accuracy') } as const
export const stateWord: Record<AttemptState, string> = {
  OPEN: t('in progress'), HANDED_IN: t('being reviewed'), PASSED: t('passed'), RETRY: t('not passed yet'), FAILED: t('not passed'), DONE: t('done'),
}
export const stateColor: Record<AttemptState, string> = { OPEN: 'gold', HANDED_IN: 'gold', PASSED: 'pine', RETRY: 'clay', FAILED: 'clay', DONE: 'gray' }
export const outcomeWord: Record<Outcome, string> = { LEARNED: t('The standard stands'), STANDARD_CORRECTED: t('Standard corrected'), GUIDELINE_GAP: t('Gap in the guideline'), MARK_CORRECTED: t('Mark raised') }
export const askedWord: Record<AskedOf, string> = { NOBODY: t('not required'), NEWCOMERS: t('required of newcomers'), EVERYBODY: t('required for paid work') }

/** The rule as a person would say it, the same words wherever it is shown. */
export function ruleSentence(sheet: Sheet): string {
  if (sheet.rule === null) return t('Nobody passes or fails this.')
  const { share, eachCriterion, attempts, waitHours } = sheet.rule
  const what = eachCriterion ? t('You pass with {share} agreement with the standard on every question.', { share: percent(share) })
    : t('You pass with {share} agreement with the standard over all questions.', { share: percent(share) })
  const again = attempts === 1 ? t('There is one attempt.')
    : waitHours === 0 ? t('There are {n} attempts, the next at once.', { n: attempts }) : t('There are {n} attempts, the next after {hours}.', { n: attempts, hours: count(waitHours, 'hour') })
  return `${what} ${again}`
}

export function paySentence(sheet: Sheet, asked: number): string {
  if (sheet.rate === null) return t('Unpaid.')
  return t('{rate} for each item, {all} in all, whatever the outcome.', { rate: money(sheet.rate), all: money({ ...sheet.rate, minor: sheet.rate.minor * asked }) })
}

/** How many items one attempt asks. */
export const askedOf = (sheet: Sheet, items: number) => Math.min(sheet.draw ?? items, items)

export function lengthSentence(sheet: Sheet, items: number): string {
  const asked = askedOf(sheet, items)
  const filled = { items: count(asked, 'item'), minutes: count(sheet.minutes, 'minute') }
  return asked < items ? t('{items}, drawn from {bank}, about {minutes}.', { ...filled, bank: items }) : t('{items}, about {minutes}.', filled)
}

import type { CriterionKind, FlagCategory, OwnJudgment, ProjectState, Role, Sensitivity } from '~/api/types'
import { t } from '~/lib/i18n'

/** The words people read for the words machines send; one place, so that every page says the same. */
export const roleWord = (role: Role) => ({ MANAGER: t('Manager'), LEAD: t('Lead'), ENGINEER: t('ML engineer'), TRAINER: t('Trainer') })[role]

export const stateWord = (state: ProjectState) => ({ DRAFT: t('Draft'), PUBLISHED: t('Open'), PAUSED: t('Paused'), CLOSED: t('Closed') })[state]
export const stateColor = (state: ProjectState) => ({ DRAFT: 'gray', PUBLISHED: 'pine', PAUSED: 'gold', CLOSED: 'gray' })[state]

export const kindWord = (kind: CriterionKind) => ({
  label: t('Choice'), compare: t('Comparison'), rank: t('Ranking'), score: t('Scale'), critique: t('Marked passages'), rewrite: t('Rewrite'), text: t('Text'),
  steps: t('Reasoning steps'), turns: t('Turns of a conversation'),
})[kind]

export const flagCategories: { value: FlagCategory; label: string; help: string }[] = [
  { value: 'ambiguous', label: t('Ambiguous'), help: t('The prompt can honestly be read in more than one way.') },
  { value: 'guideline_gap', label: t('Guideline gap'), help: t('The guideline does not say what to do here.') },
  { value: 'unsafe', label: t('Unsafe'), help: t('Nobody should be asked to judge this without care or warning.') },
  { value: 'broken', label: t('Broken'), help: t('Text is cut, empty, garbled or in the wrong place.') },
  { value: 'outside_expertise', label: t('Outside my expertise'), help: t('Judging this well needs knowledge you do not have.') },
]
export const flagWord = (category: FlagCategory) => flagCategories.find((flag) => flag.value === category)?.label ?? category

export const outcomeWord = (outcome: OwnJudgment['outcome']) =>
  ({ WAITING: t('Waiting for review'), ACCEPTED: t('Accepted'), REJECTED: t('Rejected'), CORRECTED: t('Corrected') })[outcome]
export const outcomeColor = (outcome: OwnJudgment['outcome']) =>
  ({ WAITING: 'gray', ACCEPTED: 'pine', REJECTED: 'clay', CORRECTED: 'gold' })[outcome]

export const sensitivities: { value: Sensitivity; label: string }[] = [
  { value: 'violence', label: t('Violence') },
  { value: 'sexual', label: t('Sexual content') },
  { value: 'hate', label: t('Hate and insult') },
  { value: 'self_harm', label: t('Self-harm') },
  { value: 'abuse', label: t('Abuse') },
  { value: 'medical', label: t('Graphic medical content') },
  { value: 'other', label: t('Other troubling content') },
]
export const sensitivityWord = (category: Sensitivity) => sensitivities.find((one) => one.value === category)?.label ?? category

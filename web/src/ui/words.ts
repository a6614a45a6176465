import type { CriterionKind, FlagCategory, OwnJudgment, ProjectState, Role, Sensitivity } from '~/api/types'

/** The words people read for the words machines send; one place, so that every page says the same. */
export const roleWord = (role: Role) => ({ MANAGER: 'Manager', LEAD: 'Lead', ENGINEER: 'ML engineer', TRAINER: 'Trainer' })[role]

export const stateWord = (state: ProjectState) => ({ DRAFT: 'Draft', PUBLISHED: 'Open', PAUSED: 'Paused', CLOSED: 'Closed' })[state]
export const stateColor = (state: ProjectState) => ({ DRAFT: 'gray', PUBLISHED: 'pine', PAUSED: 'gold', CLOSED: 'gray' })[state]

export const kindWord = (kind: CriterionKind) => ({
  label: 'Choice', compare: 'Comparison', rank: 'Ranking', score: 'Scale', critique: 'Marked passages', rewrite: 'Rewrite', text: 'Text',
  steps: 'Reasoning steps', turns: 'Turns of a conversation',
})[kind]

export const flagCategories: { value: FlagCategory; label: string; help: string }[] = [
  { value: 'ambiguous', label: 'Ambiguous', help: 'The prompt can honestly be read in more than one way.' },
  { value: 'guideline_gap', label: 'Guideline gap', help: 'The guideline does not say what to do here.' },
  { value: 'unsafe', label: 'Unsafe', help: 'Nobody should be asked to judge this without care or warning.' },
  { value: 'broken', label: 'Broken', help: 'Text is cut, empty, garbled or in the wrong place.' },
  { value: 'outside_expertise', label: 'Outside my expertise', help: 'Judging this well needs knowledge you do not have.' },
]
export const flagWord = (category: FlagCategory) => flagCategories.find((flag) => flag.value === category)?.label ?? category

export const outcomeWord = (outcome: OwnJudgment['outcome']) =>
  ({ WAITING: 'Waiting for review', ACCEPTED: 'Accepted', REJECTED: 'Rejected', CORRECTED: 'Corrected' })[outcome]
export const outcomeColor = (outcome: OwnJudgment['outcome']) =>
  ({ WAITING: 'gray', ACCEPTED: 'pine', REJECTED: 'clay', CORRECTED: 'gold' })[outcome]

export const sensitivities: { value: Sensitivity; label: string }[] = [
  { value: 'violence', label: 'Violence' },
  { value: 'sexual', label: 'Sexual content' },
  { value: 'hate', label: 'Hate and insult' },
  { value: 'self_harm', label: 'Self-harm' },
  { value: 'abuse', label: 'Abuse' },
  { value: 'medical', label: 'Graphic medical content' },
  { value: 'other', label: 'Other troubling content' },
]
export const sensitivityWord = (category: Sensitivity) => sensitivities.find((one) => one.value === category)?.label ?? category

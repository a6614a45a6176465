import type { Anchor, Criterion, CriterionKind, Option, Rubric } from '~/api/types'

export const kinds: { kind: CriterionKind; name: string; asks: string }[] = [
  { kind: 'label', name: 'Choice', asks: 'One or several of fixed options.' },
  { kind: 'compare', name: 'Comparison', asks: 'Which of two responses is better, and by how much.' },
  { kind: 'rank', name: 'Ranking', asks: 'All responses in order, best first.' },
  { kind: 'score', name: 'Scale', asks: 'A number on a scale whose steps are described.' },
  { kind: 'critique', name: 'Marked passages', asks: 'Where something is wrong, and what.' },
  { kind: 'rewrite', name: 'Rewrite', asks: 'A better version of one response.' },
  { kind: 'text', name: 'Text', asks: 'An answer in their own words.' },
  { kind: 'steps', name: 'Reasoning steps', asks: 'Each step of a response: right, neutral or wrong.' },
  { kind: 'turns', name: 'Turns of a conversation', asks: 'Each turn of the assistant: one of your options, or a score.' },
]

/** A key of lower-case letters, digits and underscores made from a title, not one of those taken. */
export function keyFrom(title: string, taken: readonly string[]): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^[_0-9]+|_+$/g, '').slice(0, 36).replace(/_+$/, '')
  const stem = plain === '' ? 'question' : plain
  for (let n = 1; ; n++) {
    const key = n === 1 ? stem : `${stem}_${n}`
    if (!taken.includes(key)) return key
  }
}

/** A new option's value follows its label; empty labels wait. */
export function valueFrom(label: string, taken: readonly string[]): string {
  return label.trim() === '' ? '' : keyFrom(/^\d/.test(label.trim()) ? `n${label.trim()}` : label, taken)
}

const yesNo: Option[] = [{ value: 'yes', label: 'Yes' }, { value: 'partly', label: 'Partly' }, { value: 'no', label: 'No' }]

export function newCriterion(kind: CriterionKind, taken: readonly string[]): Criterion {
  const base = { key: keyFrom(kind, taken), title: '', help: '', target: 'item', required: true, justification: 'never' } as const
  switch (kind) {
    case 'label': return { ...base, kind, target: 'each_response', options: yesNo, multiple: false }
    case 'compare': return { ...base, kind, strength: true, tie: true, bothBad: false }
    case 'rank': return { ...base, kind, ties: true }
    case 'score': return { ...base, kind, target: 'each_response', min: 1, max: 5, anchors: anchorsFor(1, 5, []) }
    case 'critique': return {
      ...base, kind, required: false,
      categories: [{ value: 'wrong', label: 'Wrong' }, { value: 'misleading', label: 'Misleading' }, { value: 'unsafe', label: 'Unsafe' }],
      severities: [{ value: 'minor', label: 'Minor' }, { value: 'major', label: 'Major' }],
    }
    case 'rewrite': return { ...base, kind, required: false, minLength: null, maxLength: null }
    case 'text': return { ...base, kind, required: false, minLength: null, maxLength: null }
    case 'steps': return { ...base, kind, target: 'each_response', untilFirstError: false }
    case 'turns': return { ...base, kind, options: [{ value: 'good', label: 'Good' }, { value: 'fair', label: 'Fair' }, { value: 'bad', label: 'Bad' }] }
  }
}

/** The title changes; the key follows as long as nobody has chosen one of their own. */
export function titled(criterion: Criterion, title: string, others: readonly string[]): Criterion {
  const derived = criterion.key === keyFrom(criterion.title || criterion.kind, others)
  return { ...criterion, title, key: derived ? keyFrom(title || criterion.kind, others) : criterion.key }
}

/** The same list with one entry at another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, i) => i !== from)
  const at = Math.max(0, Math.min(rest.length, to))
  return [...rest.slice(0, at), list[from]!, ...rest.slice(at)]
}

/** One row for each step of a scale, keeping what was written; scales of more than eleven steps are anchored at their ends and middle. */
export function anchorsFor(min: number, max: number, written: readonly Anchor[]): Anchor[] {
  if (!Number.isInteger(min) || !Number.isInteger(max) || min >= max) return [...written]
  const all = Array.from({ length: Math.min(101, max - min + 1) }, (_, i) => min + i)
  const steps = all.length <= 11 ? all : [min, Math.round((min + max) / 2), max]
  return steps.map((value) => written.find((anchor) => anchor.value === value) ?? { value, label: '' })
}

/** Only anchors that say something travel. */
export function tidy(criterion: Criterion): Criterion {
  return criterion.kind === 'score' || criterion.kind === 'turns' && criterion.anchors ? { ...criterion, anchors: (criterion.anchors ?? []).filter((anchor) => anchor.label.trim() !== '') } : criterion
}

/** The rubric as it is kept: anchors and phrases that say nothing stay behind. */
export function tidyRubric(rubric: Rubric): Rubric {
  const rules = (rubric.rules ?? []).map((rule) => (rule.kind === 'phrases' ? { ...rule, phrases: rule.phrases.map((phrase) => phrase.trim()).filter((phrase) => phrase !== '') } : rule))
  return { criteria: rubric.criteria.map(tidy), ...(rules.length > 0 ? { rules } : {}) }
}

/** The question in one line, as the folded card shows it. */
export function summary(criterion: Criterion): string {
  const parts = [
    kinds.find(({ kind }) => kind === criterion.kind)!.name,
    criterion.target === 'each_response' ? 'of each response' : null,
    criterion.kind === 'score' ? `${criterion.min} to ${criterion.max}` : null,
    criterion.kind === 'label' && criterion.multiple ? 'several may be chosen' : null,
    criterion.required ? null : 'optional',
    criterion.justification === 'always' ? 'asks why' : criterion.justification === 'on_extremes' ? 'asks why at extremes' : criterion.justification === 'on_sample' ? 'asks why on a sample' : null,
    criterion.showIf ? 'asked under a condition' : null,
  ]
  return parts.filter(Boolean).join(', ')
}

/** What 'extreme' means for this kind, so that the choice is not a riddle; null where there is no extreme. */
export function extremes(kind: CriterionKind): string | null {
  switch (kind) {
    case 'score': return 'At the lowest and highest value'
    case 'compare': return 'When one is much better, or both are bad'
    case 'label': return 'When the last option is chosen'
    case 'steps': return 'When a step is wrong'
    default: return null
  }
}

/** Sets responses against each other, so it is asked once of the item. */
export const comparesResponses = (kind: CriterionKind) => kind === 'compare' || kind === 'rank'

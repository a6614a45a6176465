import type { Condition, Criterion, Option, Rubric, Rule } from '~/api/types'
import { noneOfThese, stepMarks } from '~/ui/criteria/parts'
import { subjectOf } from '~/ui/criteria/asking'

export type Way = 'is' | 'isNot' | 'atLeast' | 'atMost' | 'answered' | 'unanswered'

/** What an answer to this question can be held to; which response wins is not among it, since positions differ from task to task. */
export function valuesIn(criterion: Criterion): Option[] {
  switch (criterion.kind) {
    case 'label': return [...(criterion.options ?? []), ...(criterion.none ? [{ value: noneOfThese, label: 'None of these' }] : [])]
    case 'compare': return [...(criterion.tie ? [{ value: 'tie', label: 'a tie' }] : []), ...(criterion.bothBad ? [{ value: 'both_bad', label: 'both bad' }] : [])]
    case 'steps': return stepMarks.map(({ value, label }) => ({ value, label }))
    default: return []
  }
}

/** What at least and at most count in this question; null where nothing is counted. */
export function unitIn(criterion: Criterion): string | null {
  switch (criterion.kind) {
    case 'score': return ''
    case 'compare': return criterion.strength ? 'strong' : null
    case 'critique': return 'marked passages'
    case 'steps': return 'wrong steps'
    case 'text':
    case 'rewrite': return 'words'
    case 'label': return criterion.multiple ? 'choices' : null
    default: return null
  }
}

export function waysIn(criterion: Criterion): { value: Way; label: string }[] {
  const values = valuesIn(criterion)
  const unit = unitIn(criterion)
  return [
    ...(values.length > 0 ? [{ value: 'is' as const, label: 'is' }, { value: 'isNot' as const, label: 'is not' }] : []),
    ...(unit !== null ? [{ value: 'atLeast' as const, label: 'is at least' }, { value: 'atMost' as const, label: 'is at most' }] : []),
    { value: 'answered', label: 'is answered' }, { value: 'unanswered', label: 'is not answered' },
  ]
}

export function wayOf(condition: Condition): Way {
  if (condition.is != null) return 'is'
  if (condition.isNot != null) return 'isNot'
  if (condition.atLeast != null) return 'atLeast'
  if (condition.atMost != null) return 'atMost'
  return condition.answered === false ? 'unanswered' : 'answered'
}

/** The condition said another way, with the first value that fits. */
export function inWay(criterion: Criterion, way: Way, before?: Condition): Condition {
  const { key } = criterion
  const value = before?.is ?? before?.isNot ?? valuesIn(criterion)[0]?.value ?? ''
  const number = before?.atLeast ?? before?.atMost ?? (criterion.kind === 'score' ? criterion.min ?? 1 : 1)
  switch (way) {
    case 'is': return { criterion: key, is: value }
    case 'isNot': return { criterion: key, isNot: value }
    case 'atLeast': return { criterion: key, atLeast: number }
    case 'atMost': return { criterion: key, atMost: number }
    case 'answered': return { criterion: key, answered: true }
    case 'unanswered': return { criterion: key, answered: false }
  }
}

export const firstCondition = (criterion: Criterion): Condition => inWay(criterion, waysIn(criterion)[0]!.value)

/** A condition as people say it: ‘Is it safe?’ is No. */
export function conditionWords(condition: Condition, criteria: readonly Criterion[]): string {
  const criterion = criteria.find((one) => one.key === condition.criterion)
  if (!criterion) return `‘${condition.criterion}’ …`
  const title = `‘${criterion.title || criterion.key}’`
  const label = (value: string) => `‘${valuesIn(criterion).find((option) => option.value === value)?.label ?? value}’`
  const unit = criterion.kind === 'compare' ? ' in strength' : unitIn(criterion) ? ` ${unitIn(criterion)}` : ''
  switch (wayOf(condition)) {
    case 'is': return `${title} is ${label(condition.is!)}`
    case 'isNot': return `${title} is not ${label(condition.isNot!)}`
    case 'atLeast': return `${title} is at least ${condition.atLeast}${unit}`
    case 'atMost': return `${title} is at most ${condition.atMost}${unit}`
    case 'answered': return `${title} is answered`
    case 'unanswered': return `${title} is not answered`
  }
}

/** The sentence trainers read, as long as nobody has written a better one. */
export function ruleWords(rule: Rule, criteria: readonly Criterion[]): string {
  const title = criteria.find((one) => one.key === subjectOf(rule))?.title || subjectOf(rule)
  switch (rule.kind) {
    case 'consequence': return `Where ${conditionWords(rule.when, criteria)}, it must hold that ${conditionWords(rule.then, criteria)}.`
    case 'phrases': return `‘${title}’ must not say ${rule.phrases.filter((phrase) => phrase.trim()).map((phrase) => `“${phrase.trim()}”`).join(' or ') || '…'}.`
    case 'words': return `‘${title}’ takes ${[rule.least != null ? `at least ${rule.least}` : null, rule.most != null ? `at most ${rule.most}` : null].filter(Boolean).join(' and ') || '…'} words.`
  }
}

/** A changed rule; its sentence follows as long as it is the one made from it. */
export function changedRule(before: Rule, after: Rule, criteria: readonly Criterion[]): Rule {
  return before.message === ruleWords(before, criteria) ? { ...after, message: ruleWords(after, criteria) } : after
}

export function newRule(kind: Rule['kind'], criteria: readonly Criterion[]): Rule {
  const first = criteria[0]!
  const text = criteria.find((one) => one.kind === 'text' || one.kind === 'rewrite') ?? first
  const rule: Rule = kind === 'consequence' ? { kind, when: firstCondition(first), then: inWay(criteria.at(-1)!, 'answered'), message: '' }
    : kind === 'phrases' ? { kind, criterion: text.key, phrases: [''], message: '' } : { kind, criterion: text.key, most: 100, message: '' }
  return { ...rule, message: ruleWords(rule, criteria) }
}

/** Conditions and rules follow a question whose key changes; what speaks of a question that is gone goes with it. */
export function withCriteria(rubric: Rubric, next: Criterion[]): Rubric {
  const before = rubric.criteria
  const renamed = new Map(before.length === next.length ? before.flatMap((one, i) => (one.key !== next[i]!.key && !next.some((other) => other.key === one.key) ? [[one.key, next[i]!.key]] : [])) : [])
  const follow = (condition: Condition): Condition => ({ ...condition, criterion: renamed.get(condition.criterion) ?? condition.criterion })
  const there = (key: string) => next.some((one) => one.key === key)
  const criteria = next.map((one): Criterion => {
    if (!one.showIf) return one
    const showIf = follow(one.showIf)
    return { ...one, showIf: there(showIf.criterion) ? showIf : null }
  })
  const rules = (rubric.rules ?? []).map((rule): Rule => {
    const own = rule.message === ruleWords(rule, before)
    const moved: Rule = rule.kind === 'consequence' ? { ...rule, when: follow(rule.when), then: follow(rule.then) } : { ...rule, criterion: renamed.get(rule.criterion) ?? rule.criterion }
    return own ? { ...moved, message: ruleWords(moved, criteria) } : moved
  }).filter((rule) => (rule.kind === 'consequence' ? there(rule.when.criterion) && there(rule.then.criterion) : there(rule.criterion)))
  return { criteria, rules }
}

import type { Answer, Answers, Condition, Criterion, Rubric, Rule, ShownItem } from '~/api/types'
import { letter } from '~/lib/format'
import { t } from '~/lib/i18n'
import { isPerResponse, turnsOf } from './parts'

/** Whether a question is asked, of one response where it is asked of each; without a response: whether it is asked at all. */
export type Asks = (criterion: Criterion, response?: number) => boolean

export const always: Asks = () => true

/** Which questions are asked, given what was said before them; the server decides the same way. */
export function asking(rubric: Rubric, answers: Answers, item: ShownItem): Asks {
  return reading(rubric, answers, item).asks
}

function reading(rubric: Rubric, answers: Answers, item: ShownItem) {
  const asksOf = (criterion: Criterion, response?: number): boolean =>
    !(criterion.kind === 'turns' && turnsOf(item).length === 0) && (!criterion.showIf || isMet(criterion.showIf, response))
  const said = (key: string, response?: number): Answer[] => {
    const criterion = rubric.criteria.find((one) => one.key === key)
    const answer = answers[key]
    if (!criterion || !answer) return []
    if (!isPerResponse(criterion)) {
      if (!asksOf(criterion)) return []
      return [criterion.kind === 'critique' && response !== undefined ? { spans: (answer.spans ?? []).filter((span) => span.response === String(response)) } : answer]
    }
    return item.responses.flatMap((_, i) => {
      const row = answer.byResponse?.[i]
      return row && (response === undefined || response === i) && asksOf(criterion, i) ? [row] : []
    })
  }
  const isMet = (condition: Condition, response?: number): boolean => {
    const found = said(condition.criterion, response)
    return found.length === 0 ? isMetBy(condition, undefined) : found.some((answer) => isMetBy(condition, answer))
  }
  const asks: Asks = (criterion, response) => {
    if (response !== undefined || !isPerResponse(criterion)) return asksOf(criterion, response)
    return item.responses.length === 0 ? asksOf(criterion) : item.responses.some((_, i) => asksOf(criterion, i))
  }
  return { asks, isMet }
}

export function isMetBy(condition: Condition, answer: Answer | undefined): boolean {
  if (answer === undefined || !isSaid(answer)) return condition.answered === false
  if (condition.answered !== undefined && condition.answered !== null) return condition.answered
  if (condition.is) return wordsOf(answer).includes(condition.is)
  if (condition.isNot) return !wordsOf(answer).includes(condition.isNot)
  const number = numberOf(answer)
  return number !== null && (condition.atLeast == null || number >= condition.atLeast) && (condition.atMost == null || number <= condition.atMost)
}

function isSaid(answer: Answer): boolean {
  return (answer.choices ?? []).length > 0 || answer.winner !== undefined || (answer.order ?? []).length > 0 || answer.value !== undefined || (answer.spans ?? []).length > 0
    || (answer.text ?? '').trim() !== '' || (answer.steps ?? []).some((mark) => mark !== null) || Object.keys(answer.turns ?? {}).length > 0
}

const wordsOf = (answer: Answer): string[] =>
  answer.choices ?? (answer.winner !== undefined ? [answer.winner] : (answer.steps ?? []).flatMap((step) => (step ? [step.mark] : [])))

function numberOf(answer: Answer): number | null {
  if (answer.value !== undefined) return answer.value
  if (answer.winner !== undefined) return answer.strength ?? 0
  if (answer.choices) return answer.choices.length
  if (answer.spans) return answer.spans.length
  if (answer.steps) return answer.steps.filter((step) => step?.mark === 'wrong').length
  return answer.text === undefined ? null : wordCount(answer.text)
}

export const wordCount = (text: string): number => (text.trim() === '' ? 0 : text.trim().split(/\s+/).length)

export const subjectOf = (rule: Rule): string => (rule.kind === 'consequence' ? rule.then.criterion : rule.criterion)

/** The hard rules that these answers break, by the question whose answer has to be mended. */
export function brokenRules(rubric: Rubric, answers: Answers, item: ShownItem): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  const say = (rule: Rule, response?: number) => { (found[subjectOf(rule)] ??= []).push(response === undefined ? rule.message : t('{rule} (response {letter})', { rule: rule.message, letter: letter(response) })) }
  const { isMet } = reading(rubric, answers, item)
  const criterionOf = (key: string) => rubric.criteria.find((criterion) => criterion.key === key)
  const isEach = (key: string) => { const criterion = criterionOf(key); return criterion !== undefined && isPerResponse(criterion) }
  for (const rule of rubric.rules ?? []) {
    if (rule.kind === 'consequence') {
      const each = isEach(rule.when.criterion) && (isEach(rule.then.criterion) || criterionOf(rule.then.criterion)?.kind === 'critique')
      if (!each) { if (isMet(rule.when) && !isMet(rule.then)) say(rule) }
      else item.responses.forEach((_, i) => { if (isMet(rule.when, i) && !isMet(rule.then, i)) say(rule, i) })
      continue
    }
    const answer = answers[rule.criterion]
    const rows = answer?.byResponse ? Object.entries(answer.byResponse) : answer ? [[undefined, answer] as const] : []
    for (const [index, row] of rows) if (isBroken(rule, row)) say(rule, index === undefined ? undefined : Number(index))
  }
  return found
}

function isBroken(rule: Extract<Rule, { kind: 'phrases' | 'words' }>, answer: Answer): boolean {
  if (rule.kind === 'words') {
    const words = wordCount(answer.text ?? '')
    return words > 0 && ((rule.least != null && words < rule.least) || (rule.most != null && words > rule.most))
  }
  const asides = [...(answer.spans ?? []).map((span) => span.comment), ...(answer.steps ?? []).map((step) => step?.comment), ...Object.values(answer.turns ?? {}).map((turn) => turn.justification)]
  return [answer.text, answer.justification, ...asides].some((text) => text !== undefined && rule.phrases.some((phrase) => holds(text, phrase)))
}

function holds(text: string, phrase: string): boolean {
  const escaped = phrase.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu').test(text)
}

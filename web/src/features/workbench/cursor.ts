import type { Answer, Answers, Criterion, Rubric } from '~/api/types'
import { isGiven, isJustificationDue, isPerResponse } from '~/ui/criteria/answers'
import { bothBad, comparedAs, sidesOf } from '~/ui/criteria/CompareInput'
import { chosenAfter } from '~/ui/criteria/LabelInput'
import { append, toggleTie, without } from '~/ui/criteria/ranking'
import { valuesOf } from '~/ui/criteria/ScoreInput'

/** The question, and for tables the response, to which the keys go. */
export type Cursor = { key: string; response: number }

/** All places the cursor can stand on, in reading order. */
export function stops(rubric: Rubric, responses: number): Cursor[] {
  return rubric.criteria.flatMap((criterion) => (isPerResponse(criterion)
    ? Array.from({ length: responses }, (_, response) => ({ key: criterion.key, response }))
    : [{ key: criterion.key, response: 0 }]))
}

export function moved(rubric: Rubric, responses: number, cursor: Cursor, by: 1 | -1): Cursor {
  const all = stops(rubric, responses)
  const criterion = rubric.criteria.find((candidate) => candidate.key === cursor.key)
  const at = all.findIndex((stop) => stop.key === cursor.key && (criterion && isPerResponse(criterion) ? stop.response === cursor.response : true))
  return all[Math.max(0, Math.min(all.length - 1, at + by))] ?? cursor
}

export function nextOpen(rubric: Rubric, answers: Answers, responses: number, cursor: Cursor): Cursor | null {
  const all = stops(rubric, responses)
  const at = all.findIndex((stop) => stop.key === cursor.key && stop.response === cursor.response)
  const isOpen = (stop: Cursor) => {
    const criterion = rubric.criteria.find((candidate) => candidate.key === stop.key)!
    return criterion.required && !isGiven(criterion, answerAt(criterion, answers, stop.response), responses)
  }
  return [...all.slice(at + 1), ...all.slice(0, at + 1)].find(isOpen) ?? null
}

export function answerAt(criterion: Criterion, answers: Answers, response: number): Answer | undefined {
  const answer = answers[criterion.key]
  return isPerResponse(criterion) ? answer?.byResponse?.[response] : answer
}

export function withAnswer(criterion: Criterion, answers: Answers, response: number, answer: Answer): Answers {
  const next = isPerResponse(criterion) ? { byResponse: { ...answers[criterion.key]?.byResponse, [response]: answer } } : answer
  return { ...answers, [criterion.key]: next }
}

/** What a digit means for a question; null when it means nothing there. */
export function afterDigit(criterion: Criterion, answer: Answer | undefined, digit: number): Answer | null {
  switch (criterion.kind) {
    case 'label': {
      const option = criterion.options?.[digit - 1]
      return option ? { ...answer, choices: chosenAfter(criterion, answer, option.value) } : null
    }
    case 'score': {
      const values = valuesOf(criterion)
      const value = values.length > 9 ? (values.includes(digit) ? digit : undefined) : values[digit - 1]
      return value === undefined ? null : { ...answer, value }
    }
    case 'compare': {
      if (digit === 0) return criterion.bothBad ? comparedAs(bothBad, answer) : null
      const side = sidesOf(criterion)[digit - 1]
      return side ? comparedAs(side, answer) : null
    }
    default: return null
  }
}

/** Ranking by letters: the next place, '=' ties it with the one before, backspace takes it back. */
export function afterRankKey(criterion: Criterion, answer: Answer | undefined, key: string, responses: number): Answer | null {
  const order = answer?.order ?? []
  const last = order.flat().at(-1)
  if (key === '=' && criterion.ties && last !== undefined) return { ...answer, order: toggleTie(order, last) }
  if (key === 'backspace' && last !== undefined) return { ...answer, order: without(order, last) }
  const index = key.length === 1 ? key.charCodeAt(0) - 97 : -1
  return index >= 0 && index < responses ? { ...answer, order: append(order, String(index)) } : null
}

/** After a single choice the cursor goes on, unless a reason is due here first. */
export function isSettled(criterion: Criterion, answer: Answer, responses: number): boolean {
  return !criterion.multiple && isGiven(criterion, answer, responses) && !isJustificationDue(criterion, answer, responses)
}

import type { Answer, Answers, Criterion, Rubric, ShownItem } from '~/api/types'
import { isGiven, isJustificationDue, isPerResponse } from './answers'
import { asking } from './asking'
import { bothBad, comparedAs, sidesOf } from './CompareInput'
import { choicesOf, chosenAfter } from './LabelInput'
import { isMarked, stepMarks, stepsDue, stepsOf, turnAnswer, turnsOf, turnValues, withStep, withTurn } from './parts'
import { append, responseOf, toggleTie, without } from './ranking'
import { valuesOf } from './ScoreInput'

/** The question, for tables the response, and for steps and turns the one to which the keys go. */
export type Cursor = { key: string; response: number; part?: number | undefined }
/** The task as far as the cursor has to know it. */
export type Ground = { rubric: Rubric; item: ShownItem; answers: Answers }

/** All places the cursor can stand on, in reading order. */
export function stops({ rubric, item, answers }: Ground): Cursor[] {
  const asks = asking(rubric, answers, item)
  return rubric.criteria.filter((criterion) => asks(criterion)).flatMap((criterion): Cursor[] => {
    const { key } = criterion
    if (criterion.kind === 'turns') return turnsOf(item).map((part) => ({ key, response: 0, part }))
    if (!isPerResponse(criterion)) return [{ key, response: 0 }]
    return item.responses.flatMap((_, response): Cursor[] => {
      if (!asks(criterion, response)) return []
      if (criterion.kind !== 'steps') return [{ key, response }]
      const due = stepsDue(criterion, answers[key]?.byResponse?.[response], stepsOf(item, response).length)
      return Array.from({ length: due }, (__, part) => ({ key, response, part }))
    })
  })
}

function placeOf(all: Cursor[], cursor: Cursor): number {
  const exact = all.findIndex((stop) => stop.key === cursor.key && stop.response === cursor.response && (stop.part ?? cursor.part) === cursor.part)
  return exact >= 0 ? exact : all.findIndex((stop) => stop.key === cursor.key && (stop.part === undefined || cursor.part === undefined))
}

export function moved(ground: Ground, cursor: Cursor, by: 1 | -1): Cursor {
  const all = stops(ground)
  return all[Math.max(0, Math.min(all.length - 1, placeOf(all, cursor) + by))] ?? cursor
}

export function nextOpen(ground: Ground, cursor: Cursor): Cursor | null {
  const all = stops(ground)
  const at = placeOf(all, cursor)
  const isOpen = (stop: Cursor) => {
    const criterion = ground.rubric.criteria.find((candidate) => candidate.key === stop.key)!
    const answer = answerAt(criterion, ground.answers, stop.response)
    return criterion.required && (stop.part === undefined ? !isGiven(criterion, answer, ground.item, stop.response) : !isPartGiven(criterion, answer, stop.part))
  }
  return [...all.slice(at + 1), ...all.slice(0, at + 1)].find(isOpen) ?? null
}

function isPartGiven(criterion: Criterion, answer: Answer | undefined, part: number): boolean {
  return criterion.kind === 'steps' ? Boolean(answer?.steps?.[part]) : isMarked(answer?.turns?.[part])
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
export function afterDigit(criterion: Criterion, answer: Answer | undefined, digit: number, part = 0): Answer | null {
  switch (criterion.kind) {
    case 'label': {
      const option = choicesOf(criterion)[digit === 0 ? 9 : digit - 1]
      return option ? { ...answer, choices: chosenAfter(criterion, answer, option.value) } : null
    }
    case 'score': {
      const values = valuesOf(criterion)
      const value = values.length > 9 ? (values.includes(digit) ? digit : digit === 0 && values.includes(10) ? 10 : undefined) : values[digit - 1]
      return value === undefined ? null : { ...answer, value }
    }
    case 'compare': {
      if (digit === 0) return criterion.bothBad ? comparedAs(bothBad, answer) : null
      const side = sidesOf(criterion)[digit - 1]
      return side ? comparedAs(side, answer) : null
    }
    case 'steps': {
      const mark = stepMarks[digit - 1]
      return mark ? withStep(answer, part, { mark: mark.value }) : null
    }
    case 'turns': {
      const value = turnValues(criterion)[digit - 1]
      return value ? withTurn(answer, part, turnAnswer(criterion, value.value)) : null
    }
    default: return null
  }
}

/** Ranking by the keys of the responses: the next place, '=' ties it with the one before, backspace takes it back. */
export function afterRankKey(criterion: Criterion, answer: Answer | undefined, key: string, responses: number): Answer | null {
  const order = answer?.order ?? []
  const last = order.flat().at(-1)
  if (key === '=' && criterion.ties && last !== undefined) return { ...answer, order: toggleTie(order, last) }
  if (key === 'backspace' && last !== undefined) return { ...answer, order: without(order, last) }
  const index = responseOf(key, responses)
  return index >= 0 ? { ...answer, order: append(order, String(index)) } : null
}

/** After a single choice the cursor goes on, unless a reason is due here first. */
export function isSettled(criterion: Criterion, answer: Answer, item: ShownItem, cursor: Cursor): boolean {
  if (isJustificationDue(criterion, answer, item, cursor.response)) return false
  if (cursor.part !== undefined) return isPartGiven(criterion, answer, cursor.part)
  return !criterion.multiple && isGiven(criterion, answer, item, cursor.response)
}

/** What a digit or another sign says about the question at hand, and where the cursor stands then; null where it says nothing. */
export function answered(ground: Ground, cursor: Cursor, key: string): { answers: Answers; cursor: Cursor } | null {
  const { rubric, item, answers } = ground
  const criterion = rubric.criteria.find((one) => one.key === cursor.key)
  if (!criterion) return null
  const answer = answerAt(criterion, answers, cursor.response)
  const n = item.responses.length
  const base = criterion.kind === 'rewrite' && answer === undefined && !isPerResponse(criterion) && n > 1 ? responseOf(key, n) : -1
  const given = base >= 0 ? { response: String(base), text: item.responses[base]!.text }
    : criterion.kind === 'rank' ? afterRankKey(criterion, answer, key, n)
    : /^\d$/.test(key) ? afterDigit(criterion, answer, Number(key), cursor.part) : null
  if (given === null) return null
  const after = withAnswer(criterion, answers, cursor.response, given)
  const goesOn = /^\d$/.test(key) && base < 0 && criterion.kind !== 'rank' && isSettled(criterion, given, item, cursor)
  return { answers: after, cursor: goesOn ? moved({ ...ground, answers: after }, cursor, 1) : cursor }
}

import type { Answer, Answers, Criterion, Rubric, ShownItem } from '~/api/types'
import { letter } from '~/lib/format'
import { t } from '~/lib/i18n'
import { always, asking, type Asks } from './asking'
import { firstErrorOf, isMarked, isPerResponse, stepsDue, stepsOf, turnsOf } from './parts'

export { isPerResponse } from './parts'

/** A justification shorter than this says nothing. */
export const leastJustification = 10

/** Whether one answer (not a table of them) says what its kind asks for. */
export function isGiven(criterion: Criterion, answer: Answer | undefined, item: ShownItem, response = 0): boolean {
  if (answer === undefined) return false
  switch (criterion.kind) {
    case 'label': return (answer.choices ?? []).length > 0
    case 'compare': return answer.winner !== undefined
      && (!criterion.strength || answer.winner === 'tie' || answer.winner === 'both_bad' || answer.strength !== undefined)
    case 'rank': return (answer.order ?? []).flat().length === item.responses.length
    case 'score': return answer.value !== undefined
    case 'critique': return (answer.spans ?? []).length > 0
    case 'rewrite':
    case 'text': return (answer.text ?? '').trim() !== ''
    case 'steps': return openSteps(criterion, answer, item, response) === 0
    case 'turns': return turnsOf(item).every((turn) => isMarked(answer.turns?.[turn]))
  }
}

function openSteps(criterion: Criterion, answer: Answer | undefined, item: ShownItem, response: number): number {
  const due = stepsDue(criterion, answer, stepsOf(item, response).length)
  return due - (answer?.steps ?? []).slice(0, due).filter((step) => step !== null).length
}

/** The ends of a scale, the strongest preference, 'both bad' and the last option of a choice are extremes. */
export function isExtreme(criterion: Criterion, answer: Answer): boolean {
  switch (criterion.kind) {
    case 'score': return answer.value !== undefined && (answer.value === criterion.min || answer.value === criterion.max)
    case 'compare': return answer.winner === 'both_bad' || answer.strength === 3
    case 'label': {
      const last = criterion.options?.at(-1)?.value
      return last !== undefined && (answer.choices ?? []).includes(last)
    }
    case 'steps': return firstErrorOf(answer) >= 0
    default: return false
  }
}

export function isJustificationDue(criterion: Criterion, answer: Answer | undefined, item: ShownItem, response = 0): boolean {
  if (criterion.justification === 'never' || criterion.justification === 'on_sample' || !isGiven(criterion, answer, item, response)) return false
  return criterion.justification === 'always' || isExtreme(criterion, answer!)
}

function missing(criterion: Criterion, answer: Answer | undefined, item: ShownItem, where: string, response = 0): string[] {
  if (!isGiven(criterion, answer, item, response)) {
    if (criterion.kind === 'rank' && (answer?.order ?? []).flat().length > 0) return [t('Rank all {n} responses{where}.', { n: item.responses.length, where })]
    if (criterion.kind === 'steps' && (answer?.steps ?? []).some((step) => step !== null)) return [t('{n, plural, one {# step has} other {# steps have}} no mark yet{where}.', { n: openSteps(criterion, answer, item, response), where })]
    if (criterion.kind === 'turns' && criterion.required) return [t('{n, plural, one {# turn has} other {# turns have}} no answer yet.', { n: turnsOf(item).filter((turn) => !isMarked(answer?.turns?.[turn])).length })]
    return criterion.required ? [t('Still to be answered{where}.', { where })] : []
  }
  const length = (answer!.text ?? '').trim().length
  if (criterion.kind === 'text' || criterion.kind === 'rewrite') {
    if (criterion.minLength && length < criterion.minLength) return [t('At least {least} characters{where}; there are {length}.', { least: criterion.minLength, where, length })]
    if (criterion.maxLength && length > criterion.maxLength) return [t('At most {most} characters{where}; there are {length}.', { most: criterion.maxLength, where, length })]
  }
  if (isJustificationDue(criterion, answer, item, response) && (answer!.justification ?? '').trim().length < leastJustification) {
    return [t('Say why{where}, in at least {least} characters.', { where, least: leastJustification })]
  }
  return []
}

/** What still keeps a criterion from being complete, in the words shown beside it; nothing for what is not asked. */
export function faultsOf(criterion: Criterion, answer: Answer | undefined, item: ShownItem, asks: Asks = always): string[] {
  if (!asks(criterion)) return []
  if (!isPerResponse(criterion)) return missing(criterion, answer, item, '')
  return item.responses.flatMap((_, i) => (asks(criterion, i) ? missing(criterion, answer?.byResponse?.[i], item, t(' for response {letter}', { letter: letter(i) }), i) : []))
}

export function isComplete(criterion: Criterion, answer: Answer | undefined, item: ShownItem, asks: Asks = always): boolean {
  return faultsOf(criterion, answer, item, asks).length === 0 && (criterion.required || isTouched(answer))
}

export function isTouched(answer: Answer | undefined): boolean {
  if (answer === undefined) return false
  const { byResponse, justification, ...rest } = answer
  return Object.keys(rest).length > 0 || justification !== undefined || Object.values(byResponse ?? {}).some(isTouched)
}

/** Only what the server can read and asks for: an explanation typed before its answer, and what is no longer asked, stay in the browser. */
export function sendable(rubric: Rubric, answers: Answers, item: ShownItem): Answers {
  const asks = asking(rubric, answers, item)
  const kept: Answers = {}
  for (const criterion of rubric.criteria) {
    const answer = answers[criterion.key]
    if (!answer || !asks(criterion)) continue
    const ready = isPerResponse(criterion) ? sendableTable(criterion, answer, item, asks) : sendableOne(criterion, answer, item, 0)
    if (ready) kept[criterion.key] = ready
  }
  return kept
}

function sendableTable(criterion: Criterion, answer: Answer, item: ShownItem, asks: Asks): Answer | null {
  const rows = Object.entries(answer.byResponse ?? {}).flatMap(([index, row]) => {
    const ready = asks(criterion, Number(index)) ? sendableOne(criterion, row, item, Number(index)) : null
    return ready ? [[index, ready] as const] : []
  })
  return rows.length === 0 ? null : { byResponse: Object.fromEntries(rows) }
}

function sendableOne(criterion: Criterion, answer: Answer, item: ShownItem, response: number): Answer | null {
  const due = isJustificationDue(criterion, answer, item, response)
  const justification = due && answer.justification?.trim() ? { justification: answer.justification } : {}
  switch (criterion.kind) {
    case 'label': return answer.choices?.length ? { choices: answer.choices, ...justification } : null
    case 'compare': return answer.winner === undefined ? null
      : { winner: answer.winner, ...(answer.strength === undefined ? {} : { strength: answer.strength }), ...justification }
    case 'rank': return answer.order?.length ? { order: answer.order, ...justification } : null
    case 'score': return answer.value === undefined ? null : { value: answer.value, ...justification }
    case 'critique': return answer.spans?.length ? { spans: answer.spans, ...justification } : null
    case 'rewrite': return answer.text === undefined || answer.response === undefined ? null
      : { response: answer.response, text: answer.text, ...justification }
    case 'text': return answer.text?.trim() ? { text: answer.text, ...justification } : null
    case 'steps': return answer.steps?.some((step) => step !== null) ? { steps: answer.steps.map((step) => (step ? { mark: step.mark, ...said('comment', step.comment) } : null)), ...justification } : null
    case 'turns': {
      const turns = Object.entries(answer.turns ?? {}).filter(([, turn]) => isMarked(turn))
      return turns.length === 0 ? null : { turns: Object.fromEntries(turns.map(([place, { justification: comment, ...turn }]) => [place, { ...turn, ...said('justification', comment) }])), ...justification }
    }
  }
}

const said = (field: string, text: string | undefined) => (text?.trim() ? { [field]: text } : {})

import type { Answer, Answers, Criterion, Rubric } from '~/api/types'
import { letter } from '~/lib/format'

/** A justification shorter than this says nothing. */
export const leastJustification = 10

export function isPerResponse(criterion: Criterion): boolean {
  return criterion.target === 'each_response' && criterion.kind !== 'critique' && criterion.kind !== 'compare' && criterion.kind !== 'rank'
}

/** Whether one answer (not a table of them) says what its kind asks for. */
export function isGiven(criterion: Criterion, answer: Answer | undefined, responses: number): boolean {
  if (answer === undefined) return false
  switch (criterion.kind) {
    case 'label': return (answer.choices ?? []).length > 0
    case 'compare': return answer.winner !== undefined
      && (!criterion.strength || answer.winner === 'tie' || answer.winner === 'both_bad' || answer.strength !== undefined)
    case 'rank': return (answer.order ?? []).flat().length === responses
    case 'score': return answer.value !== undefined
    case 'critique': return (answer.spans ?? []).length > 0
    case 'rewrite':
    case 'text': return (answer.text ?? '').trim() !== ''
  }
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
    default: return false
  }
}

export function isJustificationDue(criterion: Criterion, answer: Answer | undefined, responses: number): boolean {
  if (criterion.justification === 'never' || !isGiven(criterion, answer, responses)) return false
  return criterion.justification === 'always' || isExtreme(criterion, answer!)
}

function missing(criterion: Criterion, answer: Answer | undefined, responses: number, where: string): string[] {
  if (!isGiven(criterion, answer, responses)) {
    if (criterion.kind === 'rank' && (answer?.order ?? []).flat().length > 0) return [`Rank all ${responses} responses${where}.`]
    return criterion.required ? [`Still to be answered${where}.`] : []
  }
  const length = (answer!.text ?? '').trim().length
  if (criterion.kind === 'text' || criterion.kind === 'rewrite') {
    if (criterion.minLength && length < criterion.minLength) return [`At least ${criterion.minLength} characters${where}; there are ${length}.`]
    if (criterion.maxLength && length > criterion.maxLength) return [`At most ${criterion.maxLength} characters${where}; there are ${length}.`]
  }
  if (isJustificationDue(criterion, answer, responses) && (answer!.justification ?? '').trim().length < leastJustification) {
    return [`Say why${where}, in at least ${leastJustification} characters.`]
  }
  return []
}

/** What still keeps a criterion from being complete, in the words shown beside it. */
export function faultsOf(criterion: Criterion, answer: Answer | undefined, responses: number): string[] {
  if (!isPerResponse(criterion)) return missing(criterion, answer, responses, '')
  return Array.from({ length: responses }, (_, i) => missing(criterion, answer?.byResponse?.[i], responses, ` for response ${letter(i)}`)).flat()
}

export function isComplete(criterion: Criterion, answer: Answer | undefined, responses: number): boolean {
  return faultsOf(criterion, answer, responses).length === 0 && (criterion.required || isTouched(answer))
}

export function isTouched(answer: Answer | undefined): boolean {
  if (answer === undefined) return false
  const { byResponse, justification, ...rest } = answer
  return Object.keys(rest).length > 0 || justification !== undefined || Object.values(byResponse ?? {}).some(isTouched)
}

/** Only what the server can read: an explanation typed before its answer stays in the browser until there is one. */
export function sendable(rubric: Rubric, answers: Answers): Answers {
  const kept: Answers = {}
  for (const criterion of rubric.criteria) {
    const answer = answers[criterion.key]
    const ready = answer && (isPerResponse(criterion) ? sendableTable(criterion, answer) : sendableOne(criterion, answer))
    if (ready) kept[criterion.key] = ready
  }
  return kept
}

function sendableTable(criterion: Criterion, answer: Answer): Answer | null {
  const rows = Object.entries(answer.byResponse ?? {}).flatMap(([index, row]) => {
    const ready = sendableOne(criterion, row)
    return ready ? [[index, ready] as const] : []
  })
  return rows.length === 0 ? null : { byResponse: Object.fromEntries(rows) }
}

function sendableOne(criterion: Criterion, answer: Answer): Answer | null {
  const due = isJustificationDue(criterion, answer, answer.order?.flat().length ?? 0)
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
  }
}

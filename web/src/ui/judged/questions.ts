import type { ConsensusRow, Judged } from '~/api/items'
import type { Answer, Answers, Criterion, Rubric } from '~/api/types'
import { letter } from '~/lib/format'
import { isPerResponse } from '~/ui/criteria/answers'

/** One row of a side-by-side view: a criterion, and the response it is asked of if it is asked of each. */
export type QuestionRow = { key: string; criterion: Criterion | undefined; response: string | null; title: string }

/** Every question that was asked or answered: those of the rubric in its order, then those of older rubrics. */
export function questionsOf(rubric: Rubric | undefined, answers: Answers[], responses: number): QuestionRow[] {
  const known = rubric?.criteria ?? []
  const old = [...new Set(answers.flatMap(Object.keys))].filter((key) => !known.some((criterion) => criterion.key === key))
  return [
    ...known.flatMap((criterion) => rows(criterion.key, criterion, answers, responses)),
    ...old.flatMap((key) => rows(key, undefined, answers, responses)),
  ]
}

function rows(key: string, criterion: Criterion | undefined, answers: Answers[], responses: number): QuestionRow[] {
  const title = criterion?.title ?? key
  const each = criterion ? isPerResponse(criterion) : answers.some((one) => one[key]?.byResponse)
  if (!each) return [{ key, criterion, response: null, title }]
  return Array.from({ length: responses }, (_, i) => ({ key, criterion, response: String(i), title: `${title} ${letter(i)}` }))
}

export function answerTo(question: QuestionRow, answers: Answers | null): Answer | undefined {
  const answer = answers?.[question.key]
  return question.response === null ? answer : answer?.byResponse?.[question.response]
}

export function consensusOn(question: QuestionRow, consensus: ConsensusRow[]): ConsensusRow | undefined {
  return consensus.find((row) => row.criterion === question.key && row.part === null && (row.response === null ? null : String(row.response)) === question.response)
}

/** Those who judged, adjudicators last: their word is the end of the row. */
export function inOrder(judgments: Judged[]): Judged[] {
  const rank = (judgment: Judged) => (judgment.role === 'ADJUDICATOR' ? 1 : 0)
  return [...judgments].sort((a, b) => rank(a) - rank(b) || a.submittedAt.localeCompare(b.submittedAt))
}

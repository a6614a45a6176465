import type { ConsensusRow } from '~/api/items'
import type { Answer, Answers, Criterion, Rubric, StepMark } from '~/api/types'
import { isPerResponse } from '~/ui/criteria/answers'
import { turnAnswer, withStep, withTurn } from '~/ui/criteria/parts'

/** The consensus as answers to start from; what it cannot say (strength, passages, texts) and what is not clear stays open. */
export function answersFromConsensus(rubric: Rubric, consensus: ConsensusRow[], responses: number): Answers {
  const found: Answers = {}
  for (const criterion of rubric.criteria) {
    if (isPerResponse(criterion)) {
      const rows = Array.from({ length: responses }, (_, i) => [String(i), answerIn(criterion, consensus, i)] as const).filter(([, answer]) => answer !== null)
      if (rows.length > 0) found[criterion.key] = { byResponse: Object.fromEntries(rows) as Record<string, Answer> }
    } else {
      const answer = answerIn(criterion, consensus, null)
      if (answer) found[criterion.key] = answer
    }
  }
  return found
}

function answerIn(criterion: Criterion, consensus: ConsensusRow[], response: number | null): Answer | null {
  if (criterion.kind === 'steps' || criterion.kind === 'turns') return partsIn(criterion, consensus.filter((row) => row.criterion === criterion.key && row.response === response && !row.contested))
  const name = consensus.find((row) => row.criterion === criterion.key && row.response === response && row.part === null && !row.contested)?.answer
  if (name === undefined || name === null) return null
  switch (criterion.kind) {
    case 'label': return { choices: name === '' ? [] : name.split('|') }
    case 'compare': return { winner: name }
    case 'score': return { value: Number(name) }
    case 'rank': return { order: name.split('>').map((group) => group.split('=')) }
    default: return null
  }
}

function partsIn(criterion: Criterion, rows: ConsensusRow[]): Answer | null {
  return rows.reduce<Answer | null>((answer, row) => {
    if (row.part === null) return answer
    return criterion.kind === 'steps' ? withStep(answer ?? undefined, row.part, { mark: row.answer as StepMark['mark'] }) : withTurn(answer ?? undefined, row.part, turnAnswer(criterion, row.answer))
  }, null)
}

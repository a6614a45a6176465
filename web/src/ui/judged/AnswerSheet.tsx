import { useMemo } from 'react'
import type { ItemText } from '~/api/items'
import type { Answers, Rubric, ShownItem } from '~/api/types'
import { Problem } from '~/lib/problem'
import { CriteriaForm } from '~/ui/criteria/CriteriaForm'

/** What trainers would see of an item: its texts without the models behind them. */
export function shownOf(item: ItemText): ShownItem {
  return { prompt: item.prompt, context: item.context ?? null, responses: item.responses.map(({ text, steps, output }) => ({ text, ...(steps ? { steps } : {}), ...(output ? { output } : {}) })), conversation: item.conversation ?? null }
}

/** What the server found wrong with answers, criterion by criterion. */
export function answerFaults(error: unknown, rubric: Rubric | undefined): Record<string, string[]> {
  if (!(error instanceof Problem) || !rubric) return {}
  const faults: Record<string, string[]> = {}
  for (const { field, message } of error.errors) {
    const key = field.replace(/^answers\./, '')
    if (rubric.criteria.some((criterion) => criterion.key === key)) (faults[key] ??= []).push(message)
  }
  return faults
}

type Props = { rubric: Rubric; item: ItemText; answers: Answers; onChange: (answers: Answers) => void; error?: unknown }

/** The rubric's form for somebody who settles an item: the same inputs as trainers have, in the item's own order. */
export function AnswerSheet({ rubric, item, answers, onChange, error }: Props) {
  const shown = useMemo(() => shownOf(item), [item])
  return (
    <CriteriaForm rubric={rubric} item={shown} answers={answers} onChange={onChange} faults={answerFaults(error, rubric)} />
  )
}

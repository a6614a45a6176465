import { useCallback, useRef } from 'react'
import type { Answer, Answers, Criterion, Rubric, ShownItem } from '~/api/types'
import { isPerResponse } from './answers'
import { asking, subjectOf, type Asks } from './asking'
import { CriterionField } from './CriterionField'

const noFaults: string[] = []

/** All questions of a rubric in order; works the same in the workbench, in a preview and, read-only, in a review. */
export function CriteriaForm(props: {
  rubric: Rubric; item: ShownItem; answers: Answers; faults?: Record<string, string[]>; active?: string | null; activeResponse?: number; activePart?: number | undefined; readOnly?: boolean
  onChange?: (answers: Answers) => void; onActivate?: (key: string, response?: number, part?: number) => void
}) {
  const latest = useRef(props)
  latest.current = props
  const change = useCallback((key: string, answer: Answer) => latest.current.onChange?.({ ...latest.current.answers, [key]: answer }), [])
  const activate = useCallback((key: string, response?: number, part?: number) => latest.current.onActivate?.(key, response, part), [])
  const asks = asking(props.rubric, props.answers, props.item)
  return (
    <div>
      {props.rubric.criteria.filter((criterion) => asks(criterion) || (props.readOnly && props.answers[criterion.key])).map((criterion, i) => (
        <CriterionField key={criterion.key} number={i + 1} criterion={criterion} item={props.item} answer={props.answers[criterion.key]} faults={props.faults?.[criterion.key] ?? noFaults}
          rows={rowsOf(criterion, props.item, asks)} rules={rulesOf(props.rubric, criterion)}
          active={props.active === criterion.key} activeResponse={props.active === criterion.key ? props.activeResponse ?? 0 : -1} activePart={props.active === criterion.key ? props.activePart ?? -1 : -1} readOnly={props.readOnly ?? false} onChange={change} onActivate={activate} />
      ))}
    </div>
  )
}

/** The responses of which a question is asked, as a text so that a field is drawn anew only when they change. */
function rowsOf(criterion: Criterion, item: ShownItem, asks: Asks): string {
  return isPerResponse(criterion) ? item.responses.flatMap((_, i) => (asks(criterion, i) ? [i] : [])).join() : ''
}

function rulesOf(rubric: Rubric, criterion: Criterion): string {
  return (rubric.rules ?? []).filter((rule) => subjectOf(rule) === criterion.key && rule.message.trim() !== '').map((rule) => rule.message).join('\n')
}

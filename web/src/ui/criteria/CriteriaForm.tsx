import { useCallback, useRef } from 'react'
import type { Answer, Answers, Rubric, ShownItem } from '~/api/types'
import { CriterionField } from './CriterionField'

const noFaults: string[] = []

/** All questions of a rubric in order; works the same in the workbench, in a preview and, read-only, in a review. */
export function CriteriaForm(props: {
  rubric: Rubric; item: ShownItem; answers: Answers; faults?: Record<string, string[]>; active?: string | null; activeResponse?: number; readOnly?: boolean
  onChange?: (answers: Answers) => void; onActivate?: (key: string, response?: number) => void
}) {
  const latest = useRef(props)
  latest.current = props
  const change = useCallback((key: string, answer: Answer) => latest.current.onChange?.({ ...latest.current.answers, [key]: answer }), [])
  const activate = useCallback((key: string, response?: number) => latest.current.onActivate?.(key, response), [])
  return (
    <div>
      {props.rubric.criteria.map((criterion, i) => (
        <CriterionField key={criterion.key} number={i + 1} criterion={criterion} item={props.item} answer={props.answers[criterion.key]} faults={props.faults?.[criterion.key] ?? noFaults}
          active={props.active === criterion.key} activeResponse={props.active === criterion.key ? props.activeResponse ?? 0 : -1} readOnly={props.readOnly ?? false} onChange={change} onActivate={activate} />
      ))}
    </div>
  )
}

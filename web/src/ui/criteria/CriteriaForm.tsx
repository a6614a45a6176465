import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Answer, Answers, Criterion, Rubric, ShownItem } from '~/api/types'
import { isPerResponse } from './answers'
import { asking, subjectOf, type Asks } from './asking'
import { CriterionField } from './CriterionField'
import { stops, type Cursor } from './cursor'
import { fieldOf, showAt } from './fields'
import { useMarking } from './marking'
import { sheetKey, sheetMove } from './sheetKeys'
import { underDialog, usePageKeys } from './usePageKeys'

const noFaults: string[] = []

/** All questions of a rubric in order; works the same in the workbench, in a preview and, read-only, in a review. */
export function CriteriaForm(props: {
  rubric: Rubric; item: ShownItem; answers: Answers; faults?: Record<string, string[]>; active?: string | null; activeResponse?: number; activePart?: number | undefined; readOnly?: boolean
  onChange?: (answers: Answers) => void
  /** Whether it is what the page is for: then keys pressed anywhere answer it, and the one that submits hands it in. */
  wholePage?: boolean
  /** Where another one keeps the cursor and hears the keys, as the workbench does; else the form does both itself. */
  onActivate?: (key: string, response?: number, part?: number) => void
}) {
  const [own, setOwn] = useState<Cursor | null>(() => (props.wholePage ? stops(props)[0] ?? null : null))
  const box = useRef<HTMLDivElement>(null)
  const led = props.onActivate !== undefined || props.readOnly || !props.onChange
  const cursor = led ? (props.active ? { key: props.active, response: props.activeResponse ?? 0, part: props.activePart } : null) : own
  const latest = useRef(props)
  latest.current = props
  const change = useCallback((key: string, answer: Answer) => latest.current.onChange?.({ ...latest.current.answers, [key]: answer }), [])
  const activate = useCallback((key: string, response?: number, part?: number) => {
    const { onActivate, rubric, answers, item } = latest.current
    if (onActivate) return onActivate(key, response, part)
    setOwn((before) => {
      const stays = before?.key === key && (response === undefined || response === before.response)
      return { key, response: response ?? (before?.key === key ? before.response : 0), part: part ?? (stays ? before.part : stops({ rubric, answers, item }).find((stop) => stop.key === key && (response === undefined || stop.response === response))?.part) }
    })
  }, [])
  const go = (done: ReturnType<typeof sheetMove>): boolean => {
    if (done === null) return false
    if (done.answers) props.onChange?.(done.answers)
    setOwn(done.cursor)
    requestAnimationFrame(() => showAt(box.current, done.cursor.key, done.cursor.part))
    return true
  }
  const press = (event: KeyboardEvent) => {
    if (!led && !props.wholePage && go(sheetKey(event, props, own))) event.preventDefault()
  }
  // Who tried to hand in and could not stands on the first question that is in the way.
  const faulty = props.wholePage ? props.rubric.criteria.find((one) => (props.faults?.[one.key]?.length ?? 0) > 0)?.key : undefined
  const toFault = useCallback(() => setOwn((before) => stops(latest.current).find((stop) => stop.key === faulty) ?? before), [faulty])
  useEffect(() => { if (faulty !== undefined) toFault() }, [faulty, toFault])
  const marking = useMarking()
  const here = props.rubric.criteria.find((one) => one.key === cursor?.key)
  const write = (name: string) => () => { if (here) fieldOf(box.current, here.key, name)?.focus() }
  usePageKeys({
    blocked: () => led || !props.wholePage || underDialog(),
    run: {
      submit: () => { toFault(); box.current?.closest('form')?.requestSubmit() },
      write: write(here?.kind === 'critique' ? 'comment' : here?.key ?? ''), why: write('why:'),
      mark: () => { const critique = here?.kind === 'critique' ? here : props.rubric.criteria.find((one) => one.kind === 'critique'); if (critique) marking?.stepThrough(critique.key) },
    },
    digit: (digit) => go(sheetMove(String(digit), props, own)),
    character: (key) => go(sheetMove(key, props, own)),
  })
  const asks = asking(props.rubric, props.answers, props.item)
  return (
    <div ref={box} onKeyDown={press}>
      {props.rubric.criteria.filter((criterion) => asks(criterion) || (props.readOnly && props.answers[criterion.key])).map((criterion, i) => (
        <CriterionField key={criterion.key} number={i + 1} criterion={criterion} item={props.item} answer={props.answers[criterion.key]} faults={props.faults?.[criterion.key] ?? noFaults}
          rows={rowsOf(criterion, props.item, asks)} rules={rulesOf(props.rubric, criterion)}
          active={cursor?.key === criterion.key} activeResponse={cursor?.key === criterion.key ? cursor.response : -1} activePart={cursor?.key === criterion.key ? cursor.part ?? -1 : -1} readOnly={props.readOnly ?? false} onChange={change} onActivate={activate} />
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

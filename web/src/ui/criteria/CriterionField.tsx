import { Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { memo, useId } from 'react'
import type { Answer, Criterion, ShownItem } from '~/api/types'
import { letter } from '~/lib/format'
import { t } from '~/lib/i18n'
import { isComplete, isJustificationDue, isPerResponse, leastJustification } from './answers'
import { CompareInput } from './CompareInput'
import { CritiqueInput } from './CritiqueInput'
import classes from './CriterionField.module.css'
import { byKeyboard, type InputProps } from './inputs'
import { LabelInput } from './LabelInput'
import { useRepeated } from './lastWords'
import { RankInput } from './RankInput'
import { RewriteInput } from './RewriteInput'
import { ScoreInput } from './ScoreInput'
import { StepsInput } from './StepsInput'
import { TextArea } from './TextArea'
import { TurnsInput } from './TurnsInput'

function TextInput({ criterion, answer, legend, readOnly, onChange }: InputProps) {
  const repeated = useRepeated(criterion.key, answer?.text ?? '')
  return (
    <TextArea label={legend} field={criterion.key} readOnly={readOnly} value={answer?.text ?? ''} least={criterion.minLength} most={criterion.maxLength} repeated={repeated && !readOnly}
      onChange={(text) => onChange({ ...answer, text })} />
  )
}

const inputs = {
  label: LabelInput, compare: CompareInput, rank: RankInput, score: ScoreInput, critique: CritiqueInput, rewrite: RewriteInput, text: TextInput,
  steps: StepsInput, turns: TurnsInput,
} satisfies Record<Criterion['kind'], (props: InputProps) => React.ReactNode>

function One(props: InputProps) {
  const Input = inputs[props.criterion.kind]
  const repeated = useRepeated(props.criterion.key, props.answer?.justification ?? '')
  const due = isJustificationDue(props.criterion, props.answer, props.item, Number(props.response ?? 0))
  return (
    <>
      <Input {...props} />
      {(due || (props.readOnly && props.answer?.justification)) && (
        <div className={classes.why}>
          <TextArea label={props.response === undefined ? t('Why?') : t('Why? (response {letter})', { letter: letter(props.response) })} visibleLabel rows={2} least={leastJustification} repeated={repeated && !props.readOnly} readOnly={props.readOnly}
            field={`why:${props.criterion.key}`} value={props.answer?.justification ?? ''} onChange={(justification) => props.onChange({ ...props.answer, justification })} />
        </div>
      )}
    </>
  )
}

export type FieldProps = {
  criterion: Criterion; number: number; answer: Answer | undefined; item: ShownItem; active: boolean; activeResponse: number; activePart: number; readOnly?: boolean
  /** The responses it is asked of, and the hard rules about it, one a line. */
  rows: string; rules: string
  faults: string[]; onChange: (key: string, answer: Answer) => void; onActivate: (key: string, response?: number, part?: number) => void
}

/** One question of the rubric with its help, its input and what is still missing. */
export const CriterionField = memo(function CriterionField(props: FieldProps) {
  const { criterion, answer, item, active } = props
  const title = useId()
  const rows = props.rows === '' ? [] : props.rows.split(',').map(Number)
  const done = isComplete(criterion, answer, item, (_, response) => response === undefined || !isPerResponse(criterion) || rows.includes(response))
  const enter = (i: number) => { if (!active || props.activeResponse !== i) props.onActivate(criterion.key, i) }
  const change = (next: Answer) => props.onChange(criterion.key, next)
  const setRow = (index: number, row: Answer) => change({ byResponse: { ...answer?.byResponse, [index]: row } })
  return (
    <section className={classes.criterion} data-criterion={criterion.key} data-active={active || undefined} data-faulty={props.faults.length > 0 || undefined} aria-labelledby={title}
      onFocusCapture={(event) => { if (!active && byKeyboard(event)) props.onActivate(criterion.key) }} onClick={() => { if (!active) props.onActivate(criterion.key) }}>
      <header className={classes.header}>
        <h3 id={title} className={classes.title}><span className={classes.number} data-done={done || undefined} aria-hidden>{done ? <IconCheck size={13} stroke={3} /> : props.number}</span>{criterion.title}
          {!criterion.required && <Text span size="xs" c="dimmed" fw={400}> {t('optional')}</Text>}</h3>
        {criterion.help && <p className={classes.help}>{criterion.help}</p>}
        {props.rules !== '' && <ul className={classes.rules}>{props.rules.split("\n").map((rule, i) => <li key={i}>{rule}</li>)}</ul>}
        {isPerResponse(criterion) && (criterion.anchors ?? []).length > 0 && (
          <p className={classes.help}>{criterion.anchors!.map((anchor) => <span key={anchor.value} className={classes.anchor}><b>{anchor.value}</b> {anchor.label}</span>)}</p>
        )}
      </header>
      {isPerResponse(criterion)
        ? <div className={classes.rows}>
            {rows.map((i) => (
              <div key={i} className={classes.row} data-current={(active && props.activeResponse === i) || undefined} onFocusCapture={(event) => { if (byKeyboard(event)) enter(i) }} onClick={() => enter(i)}>
                <span className={classes.letter} aria-hidden>{letter(i)}</span>
                <div className={classes.cell}>
                  <One criterion={criterion} item={item} legend={t('{title}, response {letter}', { title: criterion.title, letter: letter(i) })} answer={answer?.byResponse?.[i]} response={String(i)} readOnly={props.readOnly}
                    active={active && props.activeResponse === i} part={active && props.activeResponse === i ? props.activePart : -1} onPart={(part) => props.onActivate(criterion.key, i, part)} onChange={(row) => setRow(i, row)} />
                </div>
              </div>
            ))}
          </div>
        : <One criterion={criterion} item={item} legend={criterion.title} answer={answer} active={active} part={props.activePart} onPart={(part) => props.onActivate(criterion.key, undefined, part)} readOnly={props.readOnly} onChange={change} />}
      {props.faults.length > 0 && <ul className={classes.faults} role="alert">{props.faults.map((fault) => <li key={fault}>{fault}</li>)}</ul>}
    </section>
  )
})

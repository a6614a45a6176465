import { memo, useCallback, useRef } from 'react'
import type { StepMark } from '~/api/types'
import { t } from '~/lib/i18n'
import { Markdown } from '~/ui/markdown/Markdown'
import type { InputProps } from './inputs'
import { PartRow } from './PartRow'
import { firstErrorOf, stepMarks, stepsDue, stepsOf, withStep } from './parts'
import classes from './Parts.module.css'

const segments = stepMarks.map((mark) => ({ value: mark.value, label: mark.label, title: mark.title, tone: mark.value === 'wrong' ? 'bad' as const : undefined }))

/** Each reasoning step of a response: right, neutral or wrong, with the first wrong one named. */
export function StepsInput(props: InputProps) {
  const { criterion, answer, item, legend, readOnly } = props
  const response = Number(props.response ?? 0)
  const steps = stepsOf(item, response)
  const latest = useRef(props)
  latest.current = props
  const change = useCallback((at: number, mark: Partial<StepMark>) => latest.current.onChange(withStep(latest.current.answer, at, mark)), [])
  const activate = useCallback((at: number) => latest.current.onPart?.(at), [])
  const first = firstErrorOf(answer)
  const due = stepsDue(criterion, answer, steps.length)
  return (
    <div role="group" aria-label={legend}>
      <ol className={classes.parts}>
        {steps.slice(0, due).map((text, i) => (
          <StepRow key={i} at={i} text={text} legend={legend} step={answer?.steps?.[i] ?? null} first={i === first} current={props.part === i} readOnly={readOnly} onChange={change} onActivate={activate} />
        ))}
      </ol>
      {due < steps.length && <p className={classes.count} role="status">{steps.length - due === 1 ? t('The step behind the first error needs no mark.') : t('The {n} steps behind the first error need no mark.', { n: steps.length - due })}</p>}
    </div>
  )
}

const StepRow = memo(function StepRow(props: {
  at: number; text: string; legend: string; step: StepMark | null; first: boolean; current: boolean; readOnly: boolean | undefined
  onChange: (at: number, mark: Partial<StepMark>) => void; onActivate: (at: number) => void
}) {
  const { at, step } = props
  return (
    <PartRow name={t('{title}, step {n}', { title: props.legend, n: at + 1 })} number={at + 1} current={props.current} readOnly={props.readOnly} segments={segments} chosen={step ? [step.mark] : []} badge={props.first ? t('First error') : undefined}
      comment={step?.comment ?? ''} field={`why:step:${at}`} onChoose={(mark) => props.onChange(at, { mark: mark as StepMark['mark'] })} onComment={step ? (comment) => props.onChange(at, { comment }) : undefined} onActivate={() => props.onActivate(at)}>
      <Markdown text={props.text} />
    </PartRow>
  )
})

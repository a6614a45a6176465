import { memo, useCallback, useMemo, useRef } from 'react'
import type { Answer, Criterion } from '~/api/types'
import { t } from '~/lib/i18n'
import type { InputProps } from './inputs'
import { PartRow } from './PartRow'
import { isMarked, turnAnswer, turnsOf, turnValues, withTurn } from './parts'
import classes from './Parts.module.css'

const opening = 160

/** Each turn of the assistant gets one of the options or a score; the transcript beside follows the turn at hand. */
export function TurnsInput(props: InputProps) {
  const { criterion, answer, item, legend, readOnly } = props
  const turns = useMemo(() => turnsOf(item), [item])
  const latest = useRef(props)
  latest.current = props
  const change = useCallback((place: number, turn: Answer) => latest.current.onChange(withTurn(latest.current.answer, place, turn)), [])
  const activate = useCallback((place: number) => latest.current.onPart?.(place), [])
  const marked = turns.filter((place) => isMarked(answer?.turns?.[place])).length
  if (turns.length === 0) return <p className={classes.count}>{t('This item has no conversation.')}</p>
  return (
    <div role="group" aria-label={legend}>
      <p className={classes.count}>{t('{done} of {all} turns answered', { done: marked, all: turns.length })}</p>
      <ol className={classes.parts}>
        {turns.map((place, i) => (
          <TurnRow key={place} place={place} number={i + 1} text={item.conversation![place]!.text} legend={legend} criterion={criterion} turn={answer?.turns?.[place]} current={props.part === place} readOnly={readOnly} onChange={change} onActivate={activate} />
        ))}
      </ol>
    </div>
  )
}

const TurnRow = memo(function TurnRow(props: {
  place: number; number: number; text: string; legend: string; criterion: Criterion; turn: Answer | undefined; current: boolean; readOnly: boolean | undefined
  onChange: (place: number, turn: Answer) => void; onActivate: (place: number) => void
}) {
  const { place, turn, criterion } = props
  const values = useMemo(() => turnValues(criterion), [criterion])
  const chosen = turn?.choices ?? (turn?.value === undefined ? [] : [String(turn.value)])
  return (
    <PartRow name={t('{title}, turn {n}', { title: props.legend, n: props.number })} number={props.number} current={props.current} readOnly={props.readOnly} segments={values} chosen={chosen}
      comment={turn?.justification ?? ''} field={`why:turn:${place}`} onChoose={(value) => props.onChange(place, turnAnswer(criterion, value))}
      onComment={isMarked(turn) ? (justification) => props.onChange(place, { justification }) : undefined} onActivate={() => props.onActivate(place)}>
      <span className={classes.excerpt}>{props.text.slice(0, opening)}</span>
    </PartRow>
  )
})

import { t } from '~/lib/i18n'
import { memo, useEffect, useRef, useState } from 'react'
import { textName } from '~/ui/criteria/marking'
import type { Mark } from '~/ui/markdown/positions'
import classes from './Conversation.module.css'
import { Folded } from './Folded'
import { ItemText, type Passage } from './ItemText'

type Turn = { role: string; text: string }
type Markable = { mapped: boolean; onSelect: ((passage: Passage, rect: DOMRect) => void) | undefined; onMark: ((id: string) => void) | undefined }

const noMarks: Mark[] = []

/** Up to this many turns are laid out at once; a longer transcript is laid out as it comes into sight. */
const atOnce = 30

/** A transcript, turn by turn; the one that is being judged is marked and brought into sight. */
export const Conversation = memo(function Conversation(props: Markable & { turns: Turn[]; whole: boolean; current: number | undefined; marks: Record<string, Mark[]> }) {
  const { turns, whole, current, mapped, onSelect, onMark } = props
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (current === undefined || current < 0) return
    const frame = requestAnimationFrame(() => box.current?.querySelector(`[data-turn="${current}"]`)?.scrollIntoView({ block: 'nearest' }))
    return () => cancelAnimationFrame(frame)
  }, [current])
  if (turns.length === 0) return null
  let answered = 0
  return (
    <section ref={box} aria-label={t('Conversation so far')} className={classes.turns}>
      {turns.map((turn, i) => {
        if (turn.role === 'assistant') answered++
        return <OneTurn key={i} place={i} turn={turn} number={turn.role === 'assistant' ? answered : null} whole={whole} lazy={turns.length > atOnce} current={current === i}
          marks={props.marks[textName({ turn: i })] ?? noMarks} mapped={mapped} onSelect={onSelect} onMark={onMark} />
      })}
    </section>
  )
})

const OneTurn = memo(function OneTurn(props: Markable & { place: number; turn: Turn; number: number | null; whole: boolean; lazy: boolean; current: boolean; marks: Mark[] }) {
  const { turn, marks } = props
  const box = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(!props.lazy || typeof IntersectionObserver === 'undefined')
  useEffect(() => {
    if (near || !box.current) return
    const observer = new IntersectionObserver((entries) => { if (entries.some((entry) => entry.isIntersecting)) setNear(true) }, { rootMargin: '600px' })
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [near])
  return (
    <div ref={box} className={classes.turn} data-role={turn.role} data-turn={props.place} data-current={props.current || undefined}>
      <span className={classes.role}>{turn.role}{props.number !== null && ` ${props.number}`}</span>
      {near || marks.length > 0 ? (
        <Folded height={220} whole={props.whole || props.current || marks.some((mark) => mark.id === 'sentence')} label={t('this turn')}>
          <ItemText text={turn.text} response={null} turn={props.place} marks={marks} mapped={props.mapped} onSelect={props.onSelect} onMark={props.onMark} />
        </Folded>
      ) : <div className={classes.plain}>{turn.text}</div>}
    </div>
  )
})

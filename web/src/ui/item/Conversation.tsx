import { t } from '~/lib/i18n'
import { memo, useEffect, useRef, useState } from 'react'
import { Markdown } from '~/ui/markdown/Markdown'
import classes from './Conversation.module.css'
import { Folded } from './Folded'

type Turn = { role: string; text: string }

/** Up to this many turns are laid out at once; a longer transcript is laid out as it comes into sight. */
const atOnce = 30

/** A transcript, turn by turn; the one that is being judged is marked and brought into sight. */
export const Conversation = memo(function Conversation({ turns, whole, current }: { turns: Turn[]; whole: boolean; current: number | undefined }) {
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
        return <OneTurn key={i} place={i} turn={turn} number={turn.role === 'assistant' ? answered : null} whole={whole} lazy={turns.length > atOnce} current={current === i} />
      })}
    </section>
  )
})

const OneTurn = memo(function OneTurn(props: { place: number; turn: Turn; number: number | null; whole: boolean; lazy: boolean; current: boolean }) {
  const { turn } = props
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
      {near ? <Folded height={220} whole={props.whole || props.current} label={t('this turn')}><Markdown text={turn.text} /></Folded> : <div className={classes.plain}>{turn.text}</div>}
    </div>
  )
})

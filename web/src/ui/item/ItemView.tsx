import { SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { lazy, Suspense, useMemo, useRef, useState, type UIEvent } from 'react'
import type { ShownItem } from '~/api/types'
import { letter } from '~/lib/format'
import { t } from '~/lib/i18n'
import { onlyIn } from '~/lib/words'
import type { Mark } from '~/ui/markdown/positions'
import { Conversation } from './Conversation'
import { Folded } from './Folded'
import { ItemText, type Passage } from './ItemText'
import { isOpening } from './opening'
import { programIn } from './programs'
import { RunOutput } from './RunOutput'
import classes from './ItemView.module.css'

export type ItemOptions = { differences: boolean; together: boolean; whole: boolean; tabs: boolean }
export const plainOptions: ItemOptions = { differences: false, together: false, whole: false, tabs: false }

/** Comes, with the colours of code, only when two programs are compared. */
const ProgramDifferences = lazy(async () => ({ default: (await import('./ProgramDifferences')).ProgramDifferences }))

const noMarks: Mark[] = []
const noTurns: { role: string; text: string }[] = []

type Props = {
  item: ShownItem
  options?: ItemOptions
  /** Marks by the name of their text: a response's index, 'turn:' and its place, or 'prompt'. */
  marks?: Record<string, Mark[]>
  mapped?: boolean
  current?: number
  onCurrent?: (index: number) => void
  onSelect?: (passage: Passage, rect: DOMRect) => void
  onMark?: (id: string) => void
  /** What stands beside a response's letter, for example a model's name towards a lead. */
  caption?: (index: number) => React.ReactNode
  /** Place of the turn that is being judged. */
  currentTurn?: number | undefined
}

/** What is judged: the prompt and, side by side, the responses. */
export function ItemView({ item, options = plainOptions, marks = {}, mapped = false, current = 0, onCurrent, onSelect, onMark, caption, currentTurn }: Props) {
  const narrow = useMediaQuery('(max-width: 62em)', undefined, { getInitialValueInEffect: false }) ?? false
  const [own, setOwn] = useState(current)
  const n = item.responses.length
  const tabbed = n > 1 && (options.tabs || (narrow && n > 1))
  const at = onCurrent ? Math.min(current, n - 1) : Math.min(own, n - 1)
  const choose = onCurrent ?? setOwn
  const panes = useRef<(HTMLDivElement | null)[]>([])
  const leading = useRef<number | null>(null)

  const differing = useMemo((): Record<string, Mark[]> => {
    if (!options.differences || n !== 2) return {}
    const found = onlyIn(item.responses[0]!.text, item.responses[1]!.text)
    return {
      0: found.left.map((range) => ({ ...range, className: 'mark-removed' })),
      1: found.right.map((range) => ({ ...range, className: 'mark-added' })),
    }
  }, [item, n, options.differences])
  const programs = useMemo(() => (options.differences && n === 2 ? [programIn(item.responses[0]!.text), programIn(item.responses[1]!.text)] as const : null), [item, n, options.differences])
  const marksOf = useMemo(() => item.responses.map((_, i) => {
    const all = [...(differing[i] ?? []), ...(marks[i] ?? [])]
    return all.length === 0 ? noMarks : all
  }), [item, differing, marks])

  const scroll = (index: number) => (event: UIEvent<HTMLDivElement>) => {
    if (!options.together || leading.current !== index) return
    const from = event.currentTarget
    const share = from.scrollTop / Math.max(1, from.scrollHeight - from.clientHeight)
    panes.current.forEach((pane, i) => { if (pane && i !== index) pane.scrollTop = share * (pane.scrollHeight - pane.clientHeight) })
  }
  const shown = item.responses.map((response, i) => ({ response, i })).filter(({ i }) => !tabbed || i === at)
  return (
    <div className={classes.item}>
      <Conversation turns={item.conversation ?? noTurns} whole={options.whole} current={currentTurn} marks={marks} mapped={mapped} onSelect={onSelect} onMark={onMark} />
      {!isOpening(item) && <section aria-labelledby="prompt-title" className={classes.prompt}>
        <h2 id="prompt-title" className={classes.label}>{t('Prompt')}</h2>
        <Folded height={300} whole={options.whole} label={t('the prompt')}>
          <ItemText text={item.prompt} response={null} marks={marks['prompt'] ?? noMarks} mapped={mapped} onSelect={onSelect} onMark={onMark} />
        </Folded>
      </section>}
      {item.context && (
        <section aria-labelledby="context-title" className={classes.context}>
          <h2 id="context-title" className={classes.label}>{t('Context')}</h2>
          <Folded height={180} whole={options.whole} label={t('the context')}><ItemText text={item.context} response={null} marks={noMarks} mapped={false} onSelect={undefined} onMark={undefined} /></Folded>
        </section>
      )}
      {programs?.[0] && programs[1] && <Suspense><ProgramDifferences left={programs[0]} right={programs[1]} /></Suspense>}
      {tabbed && (
        <SegmentedControl fullWidth mb={8} value={String(at)} onChange={(value) => choose(Number(value))} aria-label={t('Response shown')}
          data={item.responses.map((_, i) => ({ value: String(i), label: n > 3 ? letter(i) : t('Response {letter}', { letter: letter(i) }) }))} />
      )}
      <div className={classes.responses} data-columns={tabbed ? 1 : n === 4 ? 2 : Math.min(n, 3)}>
        {shown.map(({ response, i }) => (
          <section key={i} className={classes.response} aria-labelledby={`response-${i}`} data-current={(n > 1 && !tabbed && onCurrent && i === current) || undefined}>
            <h2 id={`response-${i}`} className={classes.letter}>
              <span>{n === 1 ? t('Response') : letter(i)}</span>{n > 1 && <span className="visually-hidden"> {t('response')}</span>}{caption?.(i)}
            </h2>
            <div ref={(pane) => { panes.current[i] = pane }} className={classes.pane} data-whole={options.whole || tabbed || undefined} tabIndex={0} role="group" aria-labelledby={`response-${i}`}
              onScroll={scroll(i)} onPointerEnter={() => { leading.current = i }} onFocus={() => { leading.current = i }} onTouchStart={() => { leading.current = i }}>
              <ItemText text={response.text} response={String(i)} marks={marksOf[i]!} mapped={mapped} onSelect={onSelect} onMark={onMark} />
              {response.output && <RunOutput text={response.output} name={n === 1 ? t('Response') : letter(i)} whole={options.whole || tabbed} />}
            </div>
          </section>
        ))}
      </div>
    </div>
  )
}

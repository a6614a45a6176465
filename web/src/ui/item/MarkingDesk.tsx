import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Answers, Rubric, ShownItem, Span } from '~/api/types'
import { MarkingContext } from '~/ui/criteria/marking'
import type { Mark } from '~/ui/markdown/positions'
import type { Passage } from './ItemText'
import { MarkPopover } from './MarkPopover'
import { marksOf } from './marks'
import { SentenceStepper, showSentence } from './SentenceStepper'

type Desk = { marks: Record<string, Mark[]>; select: (passage: Passage, rect: DOMRect) => void; stepper: ReactNode }

const DeskContext = createContext<Desk | null>(null)

/** How a text shows and takes marks; null where nothing is being marked. */
export const useMarkingDesk = () => useContext(DeskContext)

type Props = { item: ShownItem; rubric: Rubric | undefined; answers: Answers; enabled: boolean; onChange: (answers: Answers) => void; children: ReactNode }

/** Lets the texts of an item and the critiques of a form work together wherever the two stand on the page. */
export function MarkingDesk({ item, rubric, answers, enabled, onChange, children }: Props) {
  const critiques = useMemo(() => (enabled ? rubric?.criteria.filter((criterion) => criterion.kind === 'critique') ?? [] : []), [rubric, enabled])
  const [stepping, setStepping] = useState<string | null>(null)
  const [sentence, setSentence] = useState<Passage | null>(null)
  const [selected, setSelected] = useState<{ passage: Passage; rect: DOMRect | null } | null>(null)
  const select = useCallback((passage: Passage, rect: DOMRect) => setSelected({ passage, rect }), [])
  const choose = useCallback((passage: Passage) => setSelected({ passage, rect: document.querySelector('[data-mark="sentence"]')?.getBoundingClientRect() ?? null }), [])
  useEffect(() => showSentence(sentence), [sentence])
  const end = useCallback(() => {
    setStepping(null)
    setSentence(null)
  }, [])
  const add = (key: string, span: Span) => {
    onChange({ ...answers, [key]: { ...answers[key], spans: [...(answers[key]?.spans ?? []), span] } })
    setSelected(null)
    window.getSelection()?.removeAllRanges()
  }
  const desk = useMemo<Desk | null>(() => (critiques.length === 0 || !rubric ? null : {
    marks: marksOf(rubric, answers, sentence), select,
    stepper: stepping === null ? null : <SentenceStepper item={item} from={0} onShow={setSentence} onChoose={choose} onEnd={end} />,
  }), [critiques, rubric, answers, sentence, stepping, item, select, choose, end])
  const marking = useMemo(() => (critiques.length === 0 ? null : { stepThrough: setStepping }), [critiques])
  return (
    <MarkingContext value={marking}>
      <DeskContext value={desk}>{children}</DeskContext>
      {selected && critiques.length > 0 && (
        <MarkPopover key={`${selected.passage.response}${selected.passage.turn}${selected.passage.start}${selected.passage.end}`} passage={selected.passage} rect={selected.rect} critiques={critiques} preferred={stepping} onAdd={add} onClose={() => setSelected(null)} />
      )}
    </MarkingContext>
  )
}

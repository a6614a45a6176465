import { memo, useRef } from 'react'
import { Markdown } from '~/ui/markdown/Markdown'
import type { Mark } from '~/ui/markdown/positions'
import { selectedPlace } from './selection'

export type Passage = { response: string | null; start: number; end: number; quote: string }

/** A text of the item; where passages may be marked it reports what was selected. */
export const ItemText = memo(function ItemText(props: {
  text: string; response: string | null; marks: Mark[]; mapped: boolean; onSelect: ((passage: Passage, rect: DOMRect) => void) | undefined; onMark: ((id: string) => void) | undefined
}) {
  const box = useRef<HTMLDivElement>(null)
  const { onSelect, onMark, text, response } = props
  const finish = () => {
    if (!onSelect || !box.current) return
    const selection = window.getSelection()
    const place = selectedPlace(box.current, text, selection)
    if (place) onSelect({ response, ...place, quote: text.slice(place.start, place.end) }, selection!.getRangeAt(0).getBoundingClientRect())
  }
  return (
    <div ref={box} data-text={response ?? 'prompt'} onPointerUp={() => setTimeout(finish, 0)}
      onClick={(event) => {
        const mark = (event.target as Element).closest<HTMLElement>('[data-mark]')
        if (mark && window.getSelection()?.isCollapsed) onMark?.(mark.dataset['mark']!)
      }}>
      <Markdown text={text} marks={props.marks} mapped={props.mapped} />
    </div>
  )
})

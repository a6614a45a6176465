import { memo, useRef } from 'react'
import { Markdown } from '~/ui/markdown/Markdown'
import type { Mark } from '~/ui/markdown/positions'
import { textName } from '~/ui/criteria/marking'
import { selectedPlace } from './selection'

/** A stretch of a response, of a turn, or of the prompt. */
export type Passage = { response: string | null; turn?: number; start: number; end: number; quote: string }

/** A text of the item; where passages may be marked it reports what was selected. */
export const ItemText = memo(function ItemText(props: {
  text: string; response: string | null; turn?: number; marks: Mark[]; mapped: boolean; onSelect: ((passage: Passage, rect: DOMRect) => void) | undefined; onMark: ((id: string) => void) | undefined
}) {
  const box = useRef<HTMLDivElement>(null)
  const { onSelect, onMark, text, response, turn } = props
  const finish = () => {
    if (!onSelect || !box.current) return
    const selection = window.getSelection()
    const place = selectedPlace(box.current, text, selection)
    if (place) onSelect({ response, ...(turn === undefined ? {} : { turn }), ...place, quote: text.slice(place.start, place.end) }, selection!.getRangeAt(0).getBoundingClientRect())
  }
  return (
    <div ref={box} data-text={textName({ response, turn })} onPointerUp={() => setTimeout(finish, 0)}
      onClick={(event) => {
        const mark = (event.target as Element).closest<HTMLElement>('[data-mark]')
        if (mark && window.getSelection()?.isCollapsed) onMark?.(mark.dataset['mark']!)
      }}>
      <Markdown text={text} marks={props.marks} mapped={props.mapped} />
    </div>
  )
})

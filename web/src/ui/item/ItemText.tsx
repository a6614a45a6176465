import { Button } from '@mantine/core'
import { IconHighlight } from '@tabler/icons-react'
import { memo, useRef } from 'react'
import { t } from '~/lib/i18n'
import { Markdown } from '~/ui/markdown/Markdown'
import type { Mark } from '~/ui/markdown/positions'
import { textName } from '~/ui/criteria/marking'
import classes from './ItemText.module.css'
import { selectedPlace } from './selection'
import { useTouchSelection } from './useTouchSelection'

/** A stretch of a response, of a turn, or of the prompt. */
export type Passage = { response: string | null; turn?: number; start: number; end: number; quote: string }

/** A text of the item; where passages may be marked it reports what was selected. */
export const ItemText = memo(function ItemText(props: {
  text: string; response: string | null; turn?: number; marks: Mark[]; mapped: boolean; onSelect: ((passage: Passage, rect: DOMRect) => void) | undefined; onMark: ((id: string) => void) | undefined
}) {
  const box = useRef<HTMLDivElement>(null)
  const { onSelect, onMark, text, response, turn } = props
  const selected = (): { passage: Passage; rect: DOMRect } | null => {
    const selection = window.getSelection()
    const place = onSelect && box.current ? selectedPlace(box.current, text, selection) : null
    return place && { passage: { response, ...(turn === undefined ? {} : { turn }), ...place, quote: text.slice(place.start, place.end) }, rect: selection!.getRangeAt(0).getBoundingClientRect() }
  }
  const byTouch = useTouchSelection(selected, onSelect !== undefined)
  const finish = () => {
    const found = selected()
    if (found) onSelect?.(found.passage, found.rect)
  }
  return (
    <div ref={box} data-text={textName({ response, turn })} onPointerDown={byTouch.onPointerDown} onPointerUp={(event) => { if (event.pointerType !== 'touch') setTimeout(finish, 0) }}
      onClick={(event) => {
        const mark = (event.target as Element).closest<HTMLElement>('[data-mark]')
        if (mark && window.getSelection()?.isCollapsed) onMark?.(mark.dataset['mark']!)
      }}>
      <Markdown text={text} marks={props.marks} mapped={props.mapped} />
      {byTouch.found && (
        <Button className={classes.offer} leftSection={<IconHighlight size={16} aria-hidden />} onPointerDown={(event) => { event.preventDefault(); event.stopPropagation(); byTouch.press() }} onPointerUp={(event) => event.stopPropagation()}
          onClick={(event) => {
            event.stopPropagation()
            onSelect?.(byTouch.found!.passage, byTouch.found!.rect)
            byTouch.forget()
          }}>{t('Mark the selected passage')}</Button>
      )}
    </div>
  )
})

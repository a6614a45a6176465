import { trimmed, type Range as Place } from '~/lib/words'

/** Where in the source the selection inside a mapped text stands; null when it is empty or elsewhere. */
export function selectedPlace(container: Element, source: string, selection: Selection | null): Place | null {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(container)) return null
  let start: number | null = null
  let end: number | null = null
  for (const piece of container.querySelectorAll<HTMLElement>('[data-at]')) {
    if (!range.intersectsNode(piece)) continue
    const at = Number(piece.dataset['at'])
    const length = piece.textContent?.length ?? 0
    const from = piece.contains(range.startContainer) ? offsetIn(piece, range.startContainer, range.startOffset) : 0
    const to = piece.contains(range.endContainer) ? offsetIn(piece, range.endContainer, range.endOffset) : length
    if (to <= from) continue
    start = start === null ? at + from : Math.min(start, at + from)
    end = end === null ? at + to : Math.max(end, at + to)
  }
  if (start === null || end === null) return null
  const place = trimmed(source, { start, end })
  return place.end > place.start ? place : null
}

function offsetIn(piece: Element, node: Node, offset: number): number {
  return node === piece ? (offset === 0 ? 0 : piece.textContent?.length ?? 0) : offset
}

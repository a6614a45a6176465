import type { KeyboardEvent } from 'react'
import type { Answers } from '~/api/types'
import { digitOf, isTyping, keyMap, pressed, storedKeys } from '~/lib/keys'
import { isPerResponse } from './answers'
import { answered, moved, nextOpen, stops, type Cursor, type Ground } from './cursor'
import { responseOf } from './ranking'

/** What a key does to the answers and the cursor of a form; null where it does nothing there. */
type Move = { answers?: Answers; cursor: Cursor } | null

/** The answering keys of the workbench for a form on any other page, where they act while the focus is within it. */
export function sheetKey(event: KeyboardEvent, ground: Ground, cursor: Cursor | null): Move {
  if (event.defaultPrevented || event.nativeEvent.isComposing || isTyping(event.target)) return null
  if (event.ctrlKey || event.metaKey || event.altKey || !storedKeys().single) return null
  return sheetMove(String(digitOf(event) ?? pressed(event)), ground, cursor)
}

/** The same for a form that hears the keys of the whole page. */
export function sheetMove(key: string, ground: Ground, cursor: Cursor | null): Move {
  const map = keyMap()
  const at = cursor ?? stops(ground)[0]
  if (!at) return null
  if (key === map.next) return { cursor: cursor === null ? at : moved(ground, at, 1) }
  if (key === map.previous) return { cursor: moved(ground, at, -1) }
  if (key === map.open) return { cursor: nextOpen(ground, at) ?? at }
  if (cursor === null) return null
  const after = answered(ground, cursor, key)
  if (after !== null) return after
  const criterion = ground.rubric.criteria.find((one) => one.key === cursor.key)
  const response = /^[a-d]$/.test(key) ? responseOf(key, ground.item.responses.length) : -1
  return criterion && isPerResponse(criterion) && response >= 0 ? { cursor: { ...cursor, response, part: criterion.kind === 'steps' ? 0 : undefined } } : null
}

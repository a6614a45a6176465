import type { KeyboardEvent } from 'react'
import type { Answers } from '~/api/types'
import { digitOf, isTyping, keyMap, pressed, storedKeys } from '~/lib/keys'
import { isPerResponse } from './answers'
import { answered, moved, nextOpen, stops, type Cursor, type Ground } from './cursor'
import { responseOf } from './ranking'

/**
 * The answering keys of the workbench for a form on any other page, where they act while the focus is within it:
 * what a key does there, or null where it does nothing.
 */
export function sheetKey(event: KeyboardEvent, ground: Ground, cursor: Cursor | null): { answers?: Answers; cursor: Cursor } | null {
  if (event.defaultPrevented || event.nativeEvent.isComposing || isTyping(event.target)) return null
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  const stored = storedKeys()
  if (!stored.single) return null
  const key = pressed(event)
  const map = keyMap(stored)
  const first = stops(ground)[0]
  const at = cursor ?? first
  if (!at) return null
  if (key === map.next) return { cursor: cursor === null ? at : moved(ground, at, 1) }
  if (key === map.previous) return { cursor: moved(ground, at, -1) }
  if (key === map.open) return { cursor: nextOpen(ground, at) ?? at }
  if (cursor === null) return null
  const after = answered(ground, cursor, String(digitOf(event) ?? key))
  if (after !== null) return after
  const criterion = ground.rubric.criteria.find((one) => one.key === cursor.key)
  const response = /^[a-d]$/.test(key) ? responseOf(key, ground.item.responses.length) : -1
  return criterion && isPerResponse(criterion) && response >= 0 ? { cursor: { ...cursor, response, part: criterion.kind === 'steps' ? 0 : undefined } } : null
}

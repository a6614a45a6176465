import { useEffect, useRef } from 'react'
import { digitOf, isTyping, keyMap, pressed, storedKeys, type Action } from '~/lib/keys'

export type PageKeys = {
  /** Whether something else has the keys just now. */
  blocked: () => boolean
  /** Rises when the keys were given other actions. */
  version?: number
  run: Partial<Record<Action, () => void>>
  digit?: (digit: number) => boolean
  character?: (key: string) => boolean
}

/** A dialog takes the keys from the page below it. */
export const underDialog = () => document.querySelector('[role="dialog"]') !== null

/** Sends the keys pressed anywhere on the page to the actions of the workbench; while somebody types only the keys with Ctrl count. */
export function usePageKeys(keys: PageKeys) {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const stored = storedKeys()
    const byKey = new Map(Object.entries(keyMap(stored)).map(([action, key]) => [key, action as Action]))
    const onKey = (event: KeyboardEvent) => {
      const now = latest.current
      if (event.defaultPrevented || event.isComposing || event.repeat && event.key === 'Enter') return
      const key = pressed(event)
      const action = byKey.get(key)
      const typing = isTyping(event.target)
      if (now.blocked()) return
      if (typing && key === 'escape') return (event.target as HTMLElement).blur()
      if (typing && !key.startsWith('mod+') && !key.startsWith('alt+')) return
      if (!stored.single && key.length === 1) return
      const run = action && now.run[action]
      if (run) {
        event.preventDefault()
        return run()
      }
      const digit = digitOf(event)
      if (digit !== null ? now.digit?.(digit) : !event.ctrlKey && !event.metaKey && !event.altKey && now.character?.(key)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [keys.version])
}

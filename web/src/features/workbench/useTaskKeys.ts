import { useEffect, useRef } from 'react'
import { digitOf, isTyping, keyMap, pressed, storedKeys, type Action } from '~/lib/keys'

export type TaskKeys = {
  blocked: boolean
  version: number
  run: Record<Action, () => void>
  digit: (digit: number) => boolean
  character: (key: string) => boolean
}

/** Sends keys to the actions of the workbench; while somebody types only the keys with Ctrl count. */
export function useTaskKeys(keys: TaskKeys) {
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
      if (now.blocked) return
      if (typing && key === 'escape') return (event.target as HTMLElement).blur()
      if (typing && !key.startsWith('mod+') && !key.startsWith('alt+')) return
      if (!stored.single && key.length === 1) return
      if (action) {
        event.preventDefault()
        return now.run[action]()
      }
      const digit = digitOf(event)
      if (digit !== null ? now.digit(digit) : !event.ctrlKey && !event.metaKey && !event.altKey && now.character(key)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [keys.version])
}

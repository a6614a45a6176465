import { useEffect, useRef } from 'react'
import { digitOf, isTyping } from '~/lib/keys'

/** Digits that choose in a dialog from the moment it is asked for: who types fast does not wait until it has come to rest. */
export function useDialogDigits(opened: boolean, choose: (digit: number) => boolean) {
  const latest = useRef(choose)
  latest.current = choose
  useEffect(() => {
    if (!opened) return
    const onKey = (event: KeyboardEvent) => {
      const digit = event.defaultPrevented || isTyping(event.target) ? null : digitOf(event)
      if (digit !== null && latest.current(digit)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [opened])
}

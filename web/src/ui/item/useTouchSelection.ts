import { useEffect, useRef, useState, type PointerEvent } from 'react'

/** A selection that is still being dragged changes more often than this. */
const settled = 300

/**
 * What a finger has selected. The handles of a selection belong to the system and end in no pointer event,
 * so the page can only wait until the selection rests, and then offer what to do with it.
 */
export function useTouchSelection<Found>(selected: () => Found | null, enabled: boolean) {
  const [found, setFound] = useState<Found | null>(null)
  const [touched, setTouched] = useState(false)
  const pressed = useRef(false)
  const latest = useRef(selected)
  latest.current = selected
  useEffect(() => {
    if (!enabled || !touched) return
    let waiting: ReturnType<typeof setTimeout> | undefined
    const changed = () => {
      clearTimeout(waiting)
      waiting = setTimeout(() => { if (!pressed.current) setFound(latest.current()) }, settled)
    }
    document.addEventListener('selectionchange', changed)
    return () => {
      clearTimeout(waiting)
      document.removeEventListener('selectionchange', changed)
    }
  }, [enabled, touched])
  return {
    found: enabled && touched ? found : null,
    /** The press on what is offered may end the selection, but not the offer. */
    press: () => { pressed.current = true },
    forget: () => {
      pressed.current = false
      setFound(null)
    },
    onPointerDown: (event: PointerEvent) => {
      pressed.current = false
      setTouched(event.pointerType === 'touch')
    },
  }
}

import { useEffect, useRef, useState } from 'react'
import { ActivityMeter } from './ActivityMeter'
import type { DraftKeeper } from './DraftKeeper'

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'scroll', 'touchstart'] as const

/** The seconds of active work on this task, kept with its draft over a reload. */
export function useActiveTime(keeper: DraftKeeper): { seconds: number; idle: boolean; lastSign: () => boolean } {
  const [shown, setShown] = useState({ seconds: keeper.state.activeSeconds, idle: false })
  const meter = useRef<ActivityMeter | null>(null)
  useEffect(() => {
    const counting = new ActivityMeter(keeper.state.activeSeconds, Date.now())
    meter.current = counting
    const sign = () => counting.sign(Date.now())
    const timer = setInterval(() => {
      counting.tick(Date.now(), document.visibilityState === 'visible')
      setShown({ seconds: counting.seconds, idle: counting.isIdle(Date.now()) })
      if (counting.seconds - keeper.state.activeSeconds >= 5) keeper.remember({ activeSeconds: counting.seconds })
    }, 1_000)
    const keep = () => keeper.remember({ activeSeconds: counting.seconds })
    signs.forEach((name) => window.addEventListener(name, sign, { capture: true, passive: true }))
    window.addEventListener('pagehide', keep)
    return () => {
      window.removeEventListener('pagehide', keep)
      clearInterval(timer)
      signs.forEach((name) => window.removeEventListener(name, sign, { capture: true }))
      keep()
    }
  }, [keeper])
  return { ...shown, lastSign: () => !(meter.current?.isIdle(Date.now()) ?? true) }
}

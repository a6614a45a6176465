/** After this long without a key, a click or a scroll the clock of active time stands still. */
export const idleAfter = 60_000

/** Counts the time somebody is at work, by a rule they can read: no sign of life for a minute, no time. */
export class ActivityMeter {
  private counted: number
  private lastSign: number
  private lastTick: number

  constructor(seconds: number, now: number) {
    this.counted = seconds * 1_000
    this.lastSign = now
    this.lastTick = now
  }

  sign(now: number) {
    this.tick(now)
    this.lastSign = now
  }

  /** Adds what passed since the last tick, as far as it lies within a minute after the last sign of life. */
  tick(now: number, visible = true) {
    const until = Math.min(now, this.lastSign + idleAfter)
    if (visible && until > this.lastTick) this.counted += until - this.lastTick
    this.lastTick = Math.max(this.lastTick, now)
  }

  isIdle(now: number): boolean {
    return now - this.lastSign >= idleAfter
  }

  get seconds(): number {
    return Math.floor(this.counted / 1_000)
  }
}

import { count } from '~/lib/format'
import classes from './DayBars.module.css'

type Day = { day: string; n: number }
const dayFormat = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** Counts per day, days without any included, so that a quiet week looks quiet. */
export function DayBars({ days, unit, span = 21, today = new Date() }: { days: Day[]; unit: string; span?: number; today?: Date }) {
  const shown = filled(days, span, today)
  const most = Math.max(1, ...shown.map((day) => day.n))
  const total = shown.reduce((sum, day) => sum + day.n, 0)
  return (
    <figure className={classes.figure}>
      <div className={classes.plot} role="img" aria-label={`${count(total, unit)} in the last ${span} days, at most ${most} on one day`}>
        <span className={classes.most} aria-hidden>{most}</span>
        {shown.map((day) => (
          <span key={day.day} className={classes.day} title={`${name(day.day)}: ${count(day.n, unit)}`} aria-hidden>
            <span className={classes.bar} data-none={day.n === 0 || undefined} style={{ height: `${day.n / most * 100}%` }} />
          </span>
        ))}
      </div>
      <figcaption className={classes.axis} aria-hidden><span>{name(shown[0]!.day)}</span><span>{name(shown.at(-1)!.day)}</span></figcaption>
    </figure>
  )
}

function name(day: string): string {
  return dayFormat.format(new Date(`${day.slice(0, 10)}T00:00:00Z`))
}

export function filled(days: Day[], span: number, today: Date): Day[] {
  const counts = new Map(days.map((day) => [day.day.slice(0, 10), day.n]))
  return Array.from({ length: span }, (_, i) => {
    const date = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() - span + 1 + i)).toISOString().slice(0, 10)
    return { day: date, n: counts.get(date) ?? 0 }
  })
}

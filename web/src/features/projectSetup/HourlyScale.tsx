import { Text } from '@mantine/core'
import { money } from '~/lib/format'
import classes from './HourlyScale.module.css'
import { tiers, type HourlyReading } from './terms'

const most = 110
const at = (value: number) => `${Math.min(100, value / most * 100)}%`

/** Where the effective hourly rate stands beside what the market pays. */
export function HourlyScale({ reading }: { reading: HourlyReading | null }) {
  const dollars = reading?.hourly.currency === 'USD' ? reading.hourly.minor / 100 : null
  return (
    <div>
      {reading === null
        ? <Text size="sm" c="dimmed">Fill in the pay and the expected minutes to see what an hour brings.</Text>
        : <Text><strong className="tabular">{money(reading.hourly)} an hour</strong> at the expected pace. <Text span c={reading.low ? 'var(--clay-ink)' : 'dimmed'}>{reading.sentence}</Text></Text>}
      <div className={classes.scale} aria-hidden>
        {tiers.map((tier) => (
          <span key={tier.name} className={classes.tier} data-reached={(dollars !== null && dollars >= tier.from) || undefined}
            style={{ insetInlineStart: at(tier.from), insetInlineEnd: `calc(100% - ${at(tier.to ?? most)})` }} />
        ))}
        {dollars !== null && <span className={classes.here} style={{ insetInlineStart: at(dollars) }} />}
      </div>
      <div className={classes.names}>
        {tiers.map((tier) => <span key={tier.name}>{tier.name} {tier.from}{tier.to ? `–${tier.to}` : '–100+'} USD</span>)}
      </div>
    </div>
  )
}

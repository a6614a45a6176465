import { Text } from '@mantine/core'
import type { EstimateView } from '~/api/types'
import { percent } from '~/lib/format'
import classes from './Interval.module.css'

type Props = {
  estimate: EstimateView; label: string; from?: number; to?: number; line?: number | null
  format?: (value: number) => string
}

const share = (value: number) => percent(value)

/** An estimate with the interval it may lie in; where there is too little to say, the reason instead of a number. */
export function Interval({ estimate, label, from = 0, to = 1, line = null, format = share }: Props) {
  if (estimate.value === null) {
    return <Text size="sm" c="dimmed" className={classes.undefined}>Undefined{estimate.because && <>: {lowerFirst(estimate.because)}</>}</Text>
  }
  const at = (value: number) => `${Math.min(100, Math.max(0, (value - from) / (to - from) * 100))}%`
  const low = estimate.low ?? estimate.value
  const high = estimate.high ?? estimate.value
  const below = line !== null && high < line
  return (
    <div className={classes.row}>
      <span className="visually-hidden">{label}: </span>
      <span className={classes.value}>{format(estimate.value)}</span>
      <span className={classes.track} aria-hidden>
        {from < 0 && <span className={classes.zero} style={{ insetInlineStart: at(0) }} />}
        {line !== null && <span className={classes.line} style={{ insetInlineStart: at(line) }} />}
        <span className={classes.range} data-below={below || undefined} style={{ insetInlineStart: at(low), insetInlineEnd: `calc(100% - ${at(high)})` }} />
        <span className={classes.point} data-below={below || undefined} style={{ insetInlineStart: at(estimate.value) }} />
      </span>
      <span className={classes.note}>
        {estimate.low !== null && estimate.high !== null && <>{format(estimate.low)} to {format(estimate.high)}, </>}n {estimate.n}
      </span>
    </div>
  )
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}

import { Text } from '@mantine/core'
import type { EstimateView } from '~/api/types'
import { percent } from '~/lib/format'
import { t } from '~/lib/i18n'
import { told } from '~/lib/told'
import classes from './IntervalBar.module.css'

/** An estimate with the range it may truly lie in; where there is too little, the reason instead of a number. */
export function IntervalBar({ estimate, label }: { estimate: EstimateView; label: string }) {
  const { value, low, high } = estimate
  if (value === null) return <Text size="sm" c="dimmed">{t('Not known yet: {because}', { because: estimate.because ? told(estimate.because) : t('there is too little to go by.') })}</Text>
  const from = Math.max(0, Math.min(1, low ?? value))
  const to = Math.max(0, Math.min(1, high ?? value))
  const said = t('{label}: {value}, likely between {from} and {to}, from {n}', { label, value: percent(value), from: percent(from), to: percent(to), n: estimate.n })
  return (
    <div className={classes.line}>
      <svg className={classes.bar} viewBox="0 0 100 12" preserveAspectRatio="none" role="img" aria-label={said}>
        <rect x="0" y="4" width="100" height="4" rx="2" fill="var(--line)" />
        <rect x={from * 100} y="4" width={Math.max(0.8, (to - from) * 100)} height="4" fill="var(--mantine-color-pine-4)" />
        <rect x={Math.max(0, value * 100 - 0.5)} y="0" width="1" height="12" fill="var(--mantine-color-text)" />
      </svg>
      <span className={classes.value}><b>{percent(value)}</b> <span className={classes.range}>{percent(from)}–{percent(to)}, n {estimate.n}</span></span>
    </div>
  )
}

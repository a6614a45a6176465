import { Text, Title } from '@mantine/core'
import type { Earnings } from '~/api/types'
import { count, day as dayOf, money } from '~/lib/format'
import { t } from '~/lib/i18n'
import classes from './EarningsPage.module.css'

/** Tasks and money per day, the last month that had any. */
export function DayBars({ days }: { days: Earnings['days'] }) {
  const shown = [...days].sort((a, b) => a.day.localeCompare(b.day)).slice(-30)
  const most = Math.max(...shown.map((one) => one.amount.minor), 1)
  if (shown.length < 2) return null
  const step = 100 / shown.length
  return (
    <section aria-labelledby="by-day">
      <Title order={2} fz="h3" id="by-day" mb="xs">{t('By day')}</Title>
      <svg className={classes.bars} viewBox="0 0 100 40" preserveAspectRatio="none" role="img" aria-label={t('Earnings a day from {from} to {to}, at most {most}', { from: dayOf(shown[0]!.day), to: dayOf(shown.at(-1)!.day), most: money({ ...shown[0]!.amount, minor: most }) })}>
        <line x1="0" x2="100" y1="39.500" y2="39.500" stroke="var(--line-strong)" strokeWidth="0.300" />
        {shown.map((one, i) => (
          <rect key={one.day} x={i * step + step * 0.15} width={step * 0.7} y={39.5 - (one.amount.minor / most) * 38} height={(one.amount.minor / most) * 38} fill="var(--mantine-primary-color-filled)">
            <title>{`${dayOf(one.day)}: ${money(one.amount)}, ${count(one.judgments, 'task')}`}</title>
          </rect>
        ))}
      </svg>
      <Text size="xs" c="dimmed" style={{ display: 'flex', justifyContent: 'space-between' }}><span>{dayOf(shown[0]!.day)}</span><span>{dayOf(shown.at(-1)!.day)}</span></Text>
    </section>
  )
}

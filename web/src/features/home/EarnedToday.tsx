import { useQuery } from '@tanstack/react-query'
import { earningsQuery } from '~/api/work'
import { money } from '~/lib/format'
import { t } from '~/lib/i18n'
import classes from './HomePage.module.css'

/** Today's tasks and money, and what still waits for acceptance. */
export function EarnedToday() {
  const earnings = useQuery(earningsQuery).data
  if (!earnings || earnings.totals.length === 0) return null
  const days = earnings.days.filter((day) => day.day === earnings.today)
  const judged = days.reduce((sum, day) => sum + day.judgments, 0)
  const last = [...earnings.days].sort((a, b) => a.day.localeCompare(b.day)).slice(-7)
  return (
    <dl className={classes.figures}>
      <div><dt>{t('Today')}</dt><dd>{days.length > 0 ? days.map((day) => money(day.amount)).join(' + ') : money({ minor: 0, currency: earnings.totals[0]!.currency })}</dd></div>
      <div><dt>{t('Tasks today')}</dt><dd>{judged}</dd></div>
      <div><dt>{t('Tasks, last seven days of work')}</dt><dd>{last.reduce((sum, day) => sum + day.judgments, 0)}</dd></div>
      {earnings.totals.map((total) => <div key={total.currency}><dt>{t('Waiting for acceptance')}</dt><dd>{money({ minor: total.pending, currency: total.currency })}</dd></div>)}
    </dl>
  )
}

import type { ReactNode } from 'react'
import type { ItemText } from '~/api/items'
import { t } from '~/lib/i18n'
import { ItemReading } from './ItemReading'
import classes from './JudgingSheet.module.css'

type Props = { item: ItemText; itemName: string; formName: string; children: ReactNode; fault?: ReactNode; bar: ReactNode; onSubmit: () => void }

/** An item beside its questions, for judging outside the workbench: in rounds, and when something is judged anew. */
export function JudgingSheet({ item, itemName, formName, children, fault, bar, onSubmit }: Props) {
  return (
    <div className={classes.columns}>
      <section aria-label={itemName}><ItemReading item={item} /></section>
      <form className={classes.form} aria-label={formName} onSubmit={(event) => { event.preventDefault(); onSubmit() }}>
        <div className={classes.questions} tabIndex={0} role="region" aria-label={t('Questions')}>{children}</div>
        {fault}
        <div className={classes.bar}>{bar}</div>
      </form>
    </div>
  )
}

import { useDeferredValue, useMemo } from 'react'
import { t } from '~/lib/i18n'
import { wordParts } from '~/lib/words'
import classes from './Differences.module.css'

/** What was taken out and put in, word by word; told by more than colour. */
export function Differences({ from, to }: { from: string; to: string }) {
  // A long text is compared after the key stroke is on the screen, not before.
  const written = useDeferredValue(to)
  const parts = useMemo(() => wordParts(from, written), [from, written])
  if (parts.every((part) => part.change === 'same')) return <p className={classes.same}>{t('Nothing changed yet.')}</p>
  return (
    <div className={classes.text}>
      {parts.map((part, i) => (part.change === 'added' ? <ins key={i}>{part.text}</ins> : part.change === 'removed' ? <del key={i}>{part.text}</del> : <span key={i}>{part.text}</span>))}
    </div>
  )
}

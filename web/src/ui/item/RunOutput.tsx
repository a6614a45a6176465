import { Folded } from './Folded'
import { t } from '~/lib/i18n'
import classes from './RunOutput.module.css'

/** What running the code of a response printed, as it was brought along. */
export function RunOutput({ text, name, whole }: { text: string; name: string; whole: boolean }) {
  return (
    <div role="group" className={classes.output} aria-label={t('{name}: output when run', { name })}>
      <h3 className={classes.title}>{t('Output when run')}</h3>
      <Folded height={240} whole={whole} label={t('the output')}><pre className={classes.text} tabIndex={0}>{text}</pre></Folded>
    </div>
  )
}

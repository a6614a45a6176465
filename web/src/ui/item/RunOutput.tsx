import { Folded } from './Folded'
import classes from './RunOutput.module.css'

/** What running the code of a response printed, as it was brought along. */
export function RunOutput({ text, whole }: { text: string; whole: boolean }) {
  return (
    <section className={classes.output} aria-label="Output when run">
      <h3 className={classes.title}>Output when run</h3>
      <Folded height={240} whole={whole} label="the output"><pre className={classes.text} tabIndex={0}>{text}</pre></Folded>
    </section>
  )
}

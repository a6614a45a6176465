import { Folded } from './Folded'
import classes from './RunOutput.module.css'

/** What running the code of a response printed, as it was brought along. */
export function RunOutput({ text, name, whole }: { text: string; name: string; whole: boolean }) {
  return (
    <div role="group" className={classes.output} aria-label={`${name}: output when run`}>
      <h3 className={classes.title}>Output when run</h3>
      <Folded height={240} whole={whole} label="the output"><pre className={classes.text} tabIndex={0}>{text}</pre></Folded>
    </div>
  )
}

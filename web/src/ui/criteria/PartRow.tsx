import { type ReactNode } from 'react'
import { t } from '~/lib/i18n'
import { byKeyboard } from './inputs'
import classes from './Parts.module.css'
import { Segments, type Segment } from './Segments'
import { TextArea } from './TextArea'

/** One step or turn with its choices; a comment is offered where one stands or is about to. */
export function PartRow(props: {
  name: string; number: number; current: boolean; readOnly?: boolean | undefined; segments: Segment[]; chosen: string[]; badge?: string | undefined
  comment: string; field: string; children: ReactNode; onChoose: (value: string) => void; onComment: ((text: string) => void) | undefined; onActivate: () => void
}) {
  return (
    <li className={classes.part} data-part={props.number - 1} data-current-part={props.current || undefined} onFocusCapture={(event) => { if (!props.current && byKeyboard(event)) props.onActivate() }} onClick={() => { if (!props.current) props.onActivate() }}>
      <span className={classes.number} aria-hidden>{props.number}</span>
      <div className={classes.body}>
        <div className={classes.text}>{props.children}</div>
        <div className={classes.choice}>
          <Segments legend={props.name} disabled={props.readOnly} chosen={props.chosen} onChoose={props.onChoose}
            segments={props.segments.map((segment, i) => ({ ...segment, hotkey: props.current && i < 9 ? String(i + 1) : undefined }))} />
          {props.badge && <span className={classes.badge}>{props.badge}</span>}
        </div>
        {props.onComment && (props.comment !== '' || (props.current && !props.readOnly)) && (
          <div className={classes.comment}><TextArea label={t('Comment on {name}', { name: props.name })} placeholder={t('Comment (optional)')} rows={1} field={props.field} readOnly={props.readOnly} value={props.comment} onChange={props.onComment} /></div>
        )}
      </div>
    </li>
  )
}

import { useId } from 'react'
import classes from './Segments.module.css'

export type Segment = { value: string; label: string; title?: string | undefined; hotkey?: string | undefined; tone?: 'bad' | undefined; ariaLabel?: string | undefined }

/** One row of native radios or checkboxes that look like segments: arrow keys, screen readers and touch work by themselves. */
export function Segments(props: {
  legend: string; segments: Segment[]; chosen: string[]; multiple?: boolean; joined?: boolean; describedBy?: string | undefined
  disabled?: boolean | undefined; onChoose: (value: string) => void; onClear?: () => void
}) {
  const name = useId()
  const type = props.multiple ? 'checkbox' : 'radio'
  return (
    <fieldset className={classes.row} data-joined={props.joined || undefined} disabled={props.disabled} aria-describedby={props.describedBy}>
      <legend className="visually-hidden">{props.legend}</legend>
      {props.segments.map((segment) => {
        const checked = props.chosen.includes(segment.value)
        return (
          <label key={segment.value} className={classes.segment} data-checked={checked || undefined} data-tone={segment.tone} title={segment.title}>
            <input type={type} name={name} value={segment.value} checked={checked} aria-label={segment.ariaLabel}
              onChange={() => props.onChoose(segment.value)}
              onClick={() => { if (checked && !props.multiple) props.onClear?.() }} />
            <span>{segment.label}</span>
            {segment.hotkey && <kbd aria-hidden className={classes.key}>{segment.hotkey}</kbd>}
          </label>
        )
      })}
    </fieldset>
  )
}

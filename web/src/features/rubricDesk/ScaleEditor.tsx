import { Group, NumberInput, TextInput } from '@mantine/core'
import type { Anchor, Criterion } from '~/api/types'
import classes from './RubricDesk.module.css'
import { anchorsFor } from './rubric'

/** A scale from one number to another, with words for its steps. */
export function ScaleEditor({ criterion, onChange }: { criterion: Criterion; onChange: (criterion: Criterion) => void }) {
  const min = criterion.min ?? 1
  const max = criterion.max ?? 5
  const rows = anchorsFor(min, max, criterion.anchors ?? [])
  const resize = (low: number, high: number) => onChange({ ...criterion, min: low, max: high, anchors: anchorsFor(low, high, criterion.anchors ?? []) })
  const change = (value: number, next: Partial<Anchor>) => onChange({ ...criterion, anchors: rows.map((anchor) => (anchor.value === value ? { ...anchor, ...next } : anchor)) })
  return (
    <fieldset className={classes.options}>
      <legend>Scale</legend>
      <Group gap="sm" mb="xs">
        <NumberInput size="sm" w={110} label="From" allowDecimal={false} value={min} onChange={(value) => value !== '' && resize(Number(value), max)} />
        <NumberInput size="sm" w={110} label="To" allowDecimal={false} value={max} onChange={(value) => value !== '' && resize(min, Number(value))} />
      </Group>
      {rows.map((anchor) => (
        <div key={anchor.value} className={classes.anchor}>
          <span className={classes.step}>{anchor.value}</span>
          <TextInput size="sm" aria-label={`Name of step ${anchor.value}`} placeholder="In two or three words" value={anchor.label} onChange={(event) => change(anchor.value, { label: event.currentTarget.value })} />
          <TextInput size="sm" aria-label={`Meaning of step ${anchor.value}`} placeholder="What it means" value={anchor.help ?? ''} onChange={(event) => change(anchor.value, { help: event.currentTarget.value || null })} />
        </div>
      ))}
    </fieldset>
  )
}

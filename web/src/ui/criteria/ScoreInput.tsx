import { useId, useState } from 'react'
import type { Anchor, Criterion } from '~/api/types'
import type { InputProps } from './inputs'
import { Segments } from './Segments'
import classes from './ScoreInput.module.css'

export function valuesOf(criterion: Criterion): number[] {
  const min = criterion.min ?? 1
  const max = criterion.max ?? 5
  return Array.from({ length: Math.max(0, Math.min(max - min, 20)) + 1 }, (_, i) => min + i)
}

/** The anchor of exactly this value. */
export function anchorOf(criterion: Criterion, value: number | undefined): Anchor | null {
  return (criterion.anchors ?? []).find((anchor) => anchor.value === value) ?? null
}

/** A scale whose anchors are read where the choice is made. */
export function ScoreInput({ criterion, answer, legend, active, readOnly, response, onChange }: InputProps) {
  const described = useId()
  const [hovered, setHovered] = useState<number | undefined>()
  const values = valuesOf(criterion)
  const anchors = criterion.anchors ?? []
  const shown = anchorOf(criterion, hovered ?? answer?.value)
  const full = response === undefined && anchors.length > 0
  return (
    <div>
      <div onPointerOver={(event) => setHovered(numberUnder(event.target))} onPointerLeave={() => setHovered(undefined)}>
        <Segments legend={legend} joined disabled={readOnly} describedBy={described} chosen={answer?.value === undefined ? [] : [String(answer.value)]}
          segments={values.map((value, i) => {
            const exact = anchors.find((anchor) => anchor.value === value)
            return {
              value: String(value), label: String(value), title: exact?.label, ariaLabel: exact ? `${value}, ${exact.label}` : String(value),
              hotkey: active && values.length <= 9 && String(i + 1) !== String(value) ? String(i + 1) : undefined,
            }
          })}
          onChoose={(value) => onChange({ ...answer, value: Number(value) })} />
      </div>
      <div id={described} className={classes.anchors}>
        {full && (
          <ul>
            {anchors.map((anchor) => (
              <li key={anchor.value} data-shown={anchor === shown || undefined}><b>{anchor.value}</b> {anchor.label}{anchor.help ? `: ${anchor.help}` : ''}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

function numberUnder(target: EventTarget): number | undefined {
  const input = target instanceof Element ? target.closest('label')?.querySelector('input') : null
  return input ? Number(input.value) : undefined
}

import type { Answer, Criterion, Option } from '~/api/types'
import { t } from '~/lib/i18n'
import { noneOfThese } from './parts'
import { Segments } from './Segments'
import type { InputProps } from './inputs'

/** The choices after one was clicked: a single choice replaces, several toggle. */
export function chosenAfter(criterion: Criterion, answer: Answer | undefined, value: string): string[] {
  const before = answer?.choices ?? []
  if (!criterion.multiple) return [value]
  if (value === noneOfThese) return before.includes(value) ? [] : [value]
  const after = before.includes(value) ? before.filter((choice) => choice !== value) : [...before, value]
  return (criterion.options ?? []).map((option) => option.value).filter((option) => after.includes(option))
}

/** All that can be chosen; 'none of these' comes last and stands alone. */
export function choicesOf(criterion: Criterion): Option[] {
  return [...(criterion.options ?? []), ...(criterion.none ? [{ value: noneOfThese, label: t('None of these') }] : [])]
}

export function LabelInput({ criterion, answer, legend, active, readOnly, onChange }: InputProps) {
  return (
    <Segments legend={legend} multiple={criterion.multiple ?? false} disabled={readOnly} chosen={answer?.choices ?? []}
      segments={choicesOf(criterion).map((option, i) => ({
        value: option.value, label: option.label, title: option.help ?? undefined, hotkey: active && i < 10 ? String((i + 1) % 10) : undefined,
      }))}
      onChoose={(value) => onChange({ ...answer, choices: chosenAfter(criterion, answer, value) })}
      onClear={() => { if (!criterion.required) onChange({ ...answer, choices: [] }) }} />
  )
}

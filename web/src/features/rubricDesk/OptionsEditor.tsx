import { ActionIcon, Button, Group, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import type { Option } from '~/api/types'
import classes from './RubricDesk.module.css'
import { moved, valueFrom } from './rubric'

type Props = { name: string; one: string; options: Option[]; least: number; onChange: (options: Option[]) => void }

/** Options with what each means; their values follow the labels until somebody changes them. */
export function OptionsEditor({ name, one, options, least, onChange }: Props) {
  const change = (at: number, next: Option) => onChange(options.map((option, i) => (i === at ? next : option)))
  const others = (at: number) => options.filter((_, i) => i !== at).map((option) => option.value)
  const relabel = (at: number, label: string) => {
    const option = options[at]!
    const derived = option.value === valueFrom(option.label, others(at))
    change(at, { ...option, label, value: derived ? valueFrom(label, others(at)) : option.value })
  }
  return (
    <fieldset className={classes.options}>
      <legend>{name}</legend>
      {options.map((option, i) => (
        <div key={i} className={classes.option}>
          <TextInput size="sm" aria-label={`${one} ${i + 1}`} placeholder="Label" value={option.label} onChange={(event) => relabel(i, event.currentTarget.value)} />
          <TextInput size="sm" aria-label={`Meaning of ${one.toLowerCase()} ${i + 1}`} placeholder="What it means" value={option.help ?? ''} className={classes.meaning}
            onChange={(event) => change(i, { ...option, help: event.currentTarget.value || null })} />
          <TextInput size="sm" aria-label={`Value of ${one.toLowerCase()} ${i + 1}`} placeholder="value" value={option.value} classNames={{ input: classes.key! }}
            onChange={(event) => change(i, { ...option, value: event.currentTarget.value })} />
          <Group gap={0} wrap="nowrap">
            <ActionIcon variant="subtle" color="gray" aria-label={`Move ${one.toLowerCase()} ${i + 1} up`} disabled={i === 0} onClick={() => onChange(moved(options, i, i - 1))}><IconArrowUp size={15} aria-hidden /></ActionIcon>
            <ActionIcon variant="subtle" color="gray" aria-label={`Move ${one.toLowerCase()} ${i + 1} down`} disabled={i === options.length - 1} onClick={() => onChange(moved(options, i, i + 1))}><IconArrowDown size={15} aria-hidden /></ActionIcon>
            <ActionIcon variant="subtle" color="gray" aria-label={`Remove ${one.toLowerCase()} ${i + 1}`} disabled={options.length <= least} onClick={() => onChange(options.filter((_, j) => j !== i))}><IconTrash size={15} aria-hidden /></ActionIcon>
          </Group>
        </div>
      ))}
      <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => onChange([...options, { value: '', label: '' }])}>Add {one.toLowerCase()}</Button>
    </fieldset>
  )
}

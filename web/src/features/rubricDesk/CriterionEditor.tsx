import { Checkbox, Group, NumberInput, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import type { Criterion } from '~/api/types'
import classes from './RubricDesk.module.css'
import { OptionsEditor } from './OptionsEditor'
import { comparesResponses, extremes, titled } from './rubric'
import { ScaleEditor } from './ScaleEditor'

type Props = { criterion: Criterion; others: string[]; onChange: (criterion: Criterion) => void }

/** Everything about one question. */
export function CriterionEditor({ criterion, others, onChange }: Props) {
  const set = (change: Partial<Criterion>) => onChange({ ...criterion, ...change })
  const extreme = extremes(criterion.kind)
  const keyFault = !/^[a-z][a-z0-9_]{0,39}$/.test(criterion.key) ? 'Lower-case letters, digits and underscores; a letter first.' : others.includes(criterion.key) ? 'Another question has this key.' : undefined
  return (
    <Stack gap="md">
      <div className={classes.titleRow}>
        <TextInput label="Question" placeholder="Is it correct?" value={criterion.title} onChange={(event) => onChange(titled(criterion, event.currentTarget.value, others))} data-autofocus />
        <TextInput label="Key" description="Its name in exported data." inputWrapperOrder={['label', 'input', 'description', 'error']} classNames={{ input: classes.key! }} value={criterion.key} error={keyFault}
          onChange={(event) => set({ key: event.currentTarget.value })} />
      </div>
      <Textarea label="Help" description="Shown under the question." autosize minRows={1} value={criterion.help ?? ''} onChange={(event) => set({ help: event.currentTarget.value || null })} />
      {criterion.kind === 'label' && <OptionsEditor name="Options" one="Option" least={2} options={criterion.options ?? []} onChange={(options) => set({ options })} />}
      {criterion.kind === 'score' && <ScaleEditor criterion={criterion} onChange={onChange} />}
      {criterion.kind === 'critique' && <OptionsEditor name="Categories" one="Category" least={1} options={criterion.categories ?? []} onChange={(categories) => set({ categories })} />}
      {criterion.kind === 'critique' && <OptionsEditor name="Severities (optional)" one="Severity" least={0} options={criterion.severities ?? []} onChange={(severities) => set({ severities })} />}
      {(criterion.kind === 'text' || criterion.kind === 'rewrite') && (
        <Group gap="sm">
          <NumberInput w={190} label="At least, in characters" min={0} allowDecimal={false} value={criterion.minLength ?? ''} onChange={(value) => set({ minLength: value === '' ? null : Number(value) })} />
          <NumberInput w={190} label="At most, in characters" min={1} allowDecimal={false} value={criterion.maxLength ?? ''} onChange={(value) => set({ maxLength: value === '' ? null : Number(value) })} />
        </Group>
      )}
      <Stack gap="xs">
        {criterion.kind === 'label' && <Checkbox label="Several may be chosen" checked={criterion.multiple ?? false} onChange={(event) => set({ multiple: event.currentTarget.checked })} />}
        {criterion.kind === 'compare' && <Checkbox label="Also ask by how much (slightly, clearly, much)" checked={criterion.strength ?? false} onChange={(event) => set({ strength: event.currentTarget.checked })} />}
        {criterion.kind === 'compare' && <Checkbox label="A tie is allowed" checked={criterion.tie ?? false} onChange={(event) => set({ tie: event.currentTarget.checked })} />}
        {criterion.kind === 'compare' && <Checkbox label="‘Both bad’ is allowed" checked={criterion.bothBad ?? false} onChange={(event) => set({ bothBad: event.currentTarget.checked })} />}
        {criterion.kind === 'rank' && <Checkbox label="Ties are allowed" checked={criterion.ties ?? false} onChange={(event) => set({ ties: event.currentTarget.checked })} />}
        <Checkbox label="It must be answered" checked={criterion.required} onChange={(event) => set({ required: event.currentTarget.checked })} />
      </Stack>
      {!comparesResponses(criterion.kind) && criterion.kind !== 'critique' && criterion.kind !== 'rewrite' && (
        <Radio.Group label="Asked of" value={criterion.target} onChange={(target) => set({ target: target as Criterion['target'] })}>
          <Group mt={4}><Radio value="each_response" label="Each response" /><Radio value="item" label="The item as a whole" /></Group>
        </Radio.Group>
      )}
      <Radio.Group label="Ask why" value={criterion.justification} onChange={(justification) => set({ justification: justification as Criterion['justification'] })}>
        <Group mt={4}><Radio value="never" label="Never" />{(extreme !== null || criterion.justification === 'on_extremes') && <Radio value="on_extremes" label={extreme ?? 'At extremes'} />}<Radio value="always" label="Always" /></Group>
      </Radio.Group>
    </Stack>
  )
}

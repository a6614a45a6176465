import { Checkbox, Group, NumberInput, Radio, Select, Stack, TextInput, Textarea } from '@mantine/core'
import { useContext } from 'react'
import type { Criterion } from '~/api/types'
import classes from './RubricDesk.module.css'
import { ConditionEditor } from './ConditionEditor'
import { firstCondition } from './conditions'
import { Headings } from './headings'
import { OptionsEditor } from './OptionsEditor'
import { comparesResponses, extremes, newCriterion, titled } from './rubric'
import { ScaleEditor } from './ScaleEditor'

/** @param before the questions that come earlier, of which a condition can speak */
type Props = { criterion: Criterion; others: string[]; before: Criterion[]; onChange: (criterion: Criterion) => void }

/** Everything about one question. */
export function CriterionEditor({ criterion, others, before, onChange }: Props) {
  const set = (change: Partial<Criterion>) => onChange({ ...criterion, ...change })
  const extreme = extremes(criterion.kind)
  const headings = useContext(Headings)
  const keyFault = !/^[a-z][a-z0-9_]{0,39}$/.test(criterion.key) ? 'Lower-case letters, digits and underscores; a letter first.' : others.includes(criterion.key) ? 'Another question has this key.' : undefined
  return (
    <Stack gap="md">
      <div className={classes.titleRow}>
        <TextInput label="Question" placeholder="Is it correct?" value={criterion.title} onChange={(event) => onChange(titled(criterion, event.currentTarget.value, others))} data-autofocus />
        <TextInput label="Key" description="Its name in exported data." inputWrapperOrder={['label', 'input', 'description', 'error']} classNames={{ input: classes.key! }} value={criterion.key} error={keyFault}
          onChange={(event) => set({ key: event.currentTarget.value })} />
      </div>
      <Textarea label="Help" description="Shown under the question." autosize minRows={1} value={criterion.help ?? ''} onChange={(event) => set({ help: event.currentTarget.value || null })} />
      {(headings.length > 0 || criterion.clause) && (
        <Select label="Where the guideline explains it" description="Trainers see this part beside the question." placeholder="Under the heading that reads like the question" clearable searchable value={criterion.clause ?? null}
          data={[...new Set([...headings, ...(criterion.clause ? [criterion.clause] : [])])]} onChange={(clause) => set({ clause })} />
      )}
      {criterion.kind === 'label' && <OptionsEditor name="Options" one="Option" least={2} options={criterion.options ?? []} onChange={(options) => set({ options })} />}
      {criterion.kind === 'turns' && (
        <Radio.Group label="Each turn gets" value={criterion.options ? 'options' : 'scale'} onChange={(form) => onChange(form === 'options'
          ? { ...criterion, options: newCriterion('turns', []).options!, min: null, max: null, anchors: null } : { ...criterion, options: null, min: 1, max: 5, anchors: [] })}>
          <Group mt={4}><Radio value="options" label="One of these options" /><Radio value="scale" label="A score" /></Group>
        </Radio.Group>
      )}
      {criterion.kind === 'turns' && criterion.options && <OptionsEditor name="Options" one="Option" least={2} options={criterion.options} onChange={(options) => set({ options })} />}
      {criterion.kind === 'turns' && !criterion.options && <ScaleEditor criterion={criterion} onChange={onChange} />}
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
        {criterion.kind === 'label' && <Checkbox label="‘None of these’ can be chosen" checked={criterion.none ?? false} onChange={(event) => set({ none: event.currentTarget.checked || null })} />}
        {criterion.kind === 'steps' && <Checkbox label="Steps behind the first wrong one need no mark" checked={criterion.untilFirstError ?? false} onChange={(event) => set({ untilFirstError: event.currentTarget.checked || null })} />}
        {criterion.kind === 'compare' && <Checkbox label="Also ask by how much (slightly, clearly, much)" checked={criterion.strength ?? false} onChange={(event) => set({ strength: event.currentTarget.checked })} />}
        {criterion.kind === 'compare' && <Checkbox label="A tie is allowed" checked={criterion.tie ?? false} onChange={(event) => set({ tie: event.currentTarget.checked })} />}
        {criterion.kind === 'compare' && <Checkbox label="‘Both bad’ is allowed" checked={criterion.bothBad ?? false} onChange={(event) => set({ bothBad: event.currentTarget.checked })} />}
        {criterion.kind === 'rank' && <Checkbox label="Ties are allowed" checked={criterion.ties ?? false} onChange={(event) => set({ ties: event.currentTarget.checked })} />}
        <Checkbox label="It must be answered" checked={criterion.required} onChange={(event) => set({ required: event.currentTarget.checked })} />
      </Stack>
      {!comparesResponses(criterion.kind) && criterion.kind !== 'critique' && criterion.kind !== 'rewrite' && criterion.kind !== 'steps' && criterion.kind !== 'turns' && (
        <Radio.Group label="Asked of" value={criterion.target} onChange={(target) => set({ target: target as Criterion['target'] })}>
          <Group mt={4}><Radio value="each_response" label="Each response" /><Radio value="item" label="The item as a whole" /></Group>
        </Radio.Group>
      )}
      <Radio.Group label="Ask why" value={criterion.justification} onChange={(justification) => set({ justification: justification as Criterion['justification'], justificationShare: justification === 'on_sample' ? criterion.justificationShare ?? 0.2 : null })}>
        <Group mt={4}><Radio value="never" label="Never" />{(extreme !== null || criterion.justification === 'on_extremes') && <Radio value="on_extremes" label={extreme ?? 'At extremes'} />}<Radio value="on_sample" label="On a sample" /><Radio value="always" label="Always" /></Group>
      </Radio.Group>
      {criterion.justification === 'on_sample' && (
        <NumberInput w={260} label="Of how many tasks in a hundred" description="Drawn for each task by the server; trainers see it before they answer." min={1} max={100} allowDecimal={false}
          value={Math.round((criterion.justificationShare ?? 0.2) * 100)} onChange={(value) => value !== '' && set({ justificationShare: Math.min(1, Math.max(0.01, Number(value) / 100)) })} />
      )}
      {before.length > 0 && (
        <Stack gap={6}>
          <Checkbox label="Asked only under a condition" checked={Boolean(criterion.showIf)} onChange={(event) => set({ showIf: event.currentTarget.checked ? firstCondition(before.at(-1)!) : null })} />
          {criterion.showIf && <ConditionEditor name="Asked only if" condition={criterion.showIf} criteria={before} onChange={(showIf) => set({ showIf })} />}
        </Stack>
      )}
    </Stack>
  )
}

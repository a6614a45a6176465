import { ActionIcon, Button, Group, Menu, NativeSelect, NumberInput, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { Criterion, Rule } from '~/api/types'
import { ConditionEditor } from './ConditionEditor'
import { changedRule, newRule } from './conditions'
import classes from './RubricDesk.module.css'

const offered: { kind: Rule['kind']; name: string; asks: string }[] = [
  { kind: 'consequence', name: 'If this, then that', asks: 'Where one answer is given, another must be given too.' },
  { kind: 'phrases', name: 'Forbidden phrases', asks: 'Words that an answer must not hold.' },
  { kind: 'words', name: 'Number of words', asks: 'How long a text must or may be.' },
]

/** Hard rules: answers that break one are not taken, and trainers read them before they begin. */
export function RulesEditor({ rules, criteria, onChange }: { rules: Rule[]; criteria: Criterion[]; onChange: (rules: Rule[]) => void }) {
  const change = (at: number, next: Rule) => onChange(rules.map((rule, i) => (i === at ? changedRule(rule, next, criteria) : rule)))
  if (criteria.length === 0) return null
  return (
    <Stack gap="sm" component="section" aria-labelledby="rules-title" mt="md">
      <div>
        <Title order={3} fz="md" id="rules-title">Hard rules</Title>
        <Text size="xs" c="dimmed">Checked when an answer is handed in; shown to trainers at the question they belong to.</Text>
      </div>
      {rules.length > 0 && (
        <ol className={classes.list}>
          {rules.map((rule, i) => (
            <li key={i} className={classes.card}>
              <Stack gap="xs" p="sm">
                <Group justify="space-between" wrap="nowrap" align="flex-start">
                  <RuleParts rule={rule} number={i + 1} criteria={criteria} onChange={(next) => change(i, next)} />
                  <ActionIcon variant="subtle" color="gray" aria-label={`Remove rule ${i + 1}`} onClick={() => onChange(rules.filter((_, j) => j !== i))}><IconTrash size={16} aria-hidden /></ActionIcon>
                </Group>
                <TextInput size="sm" label="What trainers read" value={rule.message} onChange={(event) => onChange(rules.map((other, j) => (j === i ? { ...other, message: event.currentTarget.value } : other)))} />
              </Stack>
            </li>
          ))}
        </ol>
      )}
      <Menu position="bottom-start" width={330} shadow="md">
        <Menu.Target><Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} style={{ alignSelf: 'flex-start' }}>Add a rule</Button></Menu.Target>
        <Menu.Dropdown>
          {offered.map(({ kind, name, asks }) => (
            <Menu.Item key={kind} onClick={() => onChange([...rules, newRule(kind, criteria)])}><Text span size="sm" fw={500} display="block">{name}</Text><Text span size="xs" c="dimmed">{asks}</Text></Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Stack>
  )
}

function RuleParts({ rule, number, criteria, onChange }: { rule: Rule; number: number; criteria: Criterion[]; onChange: (rule: Rule) => void }) {
  const questions = criteria.map((one) => ({ value: one.key, label: one.title || one.key }))
  if (rule.kind === 'consequence') {
    return (
      <Stack gap={6}>
        <Group gap={8}><Text size="sm" w={36}>If</Text><ConditionEditor name={`Rule ${number}, if`} condition={rule.when} criteria={criteria} onChange={(when) => onChange({ ...rule, when })} /></Group>
        <Group gap={8}><Text size="sm" w={36}>then</Text><ConditionEditor name={`Rule ${number}, then`} condition={rule.then} criteria={criteria} onChange={(then) => onChange({ ...rule, then })} /></Group>
      </Stack>
    )
  }
  const subject = <NativeSelect size="sm" aria-label={`Rule ${number}: question`} value={rule.criterion} data={questions} onChange={(event) => onChange({ ...rule, criterion: event.currentTarget.value })} />
  if (rule.kind === 'phrases') {
    return (
      <Stack gap={6} flex={1}>
        <Group gap={8}><Text size="sm">In</Text>{subject}<Text size="sm">nobody writes</Text></Group>
        <Textarea size="sm" autosize minRows={1} aria-label={`Rule ${number}: phrases, one a line`} placeholder="One phrase a line" value={rule.phrases.join('\n')} onChange={(event) => onChange({ ...rule, phrases: event.currentTarget.value.split('\n') })} />
      </Stack>
    )
  }
  return (
    <Group gap={8}>
      <Text size="sm">In</Text>{subject}
      <NumberInput size="sm" w={120} aria-label={`Rule ${number}: at least`} placeholder="at least" suffix=" words" min={0} allowDecimal={false} value={rule.least ?? ''} onChange={(value) => onChange({ ...rule, least: value === '' ? null : Number(value) })} />
      <Text size="sm">to</Text>
      <NumberInput size="sm" w={120} aria-label={`Rule ${number}: at most`} placeholder="at most" suffix=" words" min={1} allowDecimal={false} value={rule.most ?? ''} onChange={(value) => onChange({ ...rule, most: value === '' ? null : Number(value) })} />
    </Group>
  )
}

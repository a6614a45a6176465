import { List, Stack, Text, Title } from '@mantine/core'
import type { Criterion, Rubric } from '~/api/types'
import { t } from '~/lib/i18n'
import { kindWord } from './words'

const when = { never: null, always: t('Always say why.'), on_extremes: t('Say why at the extremes.'), on_sample: t('Say why on some tasks, drawn by chance.') } as const

/** What one question of the rubric means, with its anchors and options. */
export function CriterionNotes({ criterion }: { criterion: Criterion }) {
  const notes = [...(criterion.options ?? []), ...(criterion.categories ?? []), ...(criterion.severities ?? [])]
  return (
    <Stack gap={4}>
      <Text fw={600}>{criterion.title}</Text>
      {criterion.help && <Text size="sm">{criterion.help}</Text>}
      <Text size="xs" c="dimmed">
        {[kindWord(criterion.kind), criterion.target === 'each_response' && t('asked of each response'), !criterion.required && t('optional')].filter(Boolean).join(', ')}.{' '}
        {when[criterion.justification]}
      </Text>
      {(criterion.anchors ?? []).length > 0 && (
        <List size="sm" listStyleType="none">
          {criterion.anchors!.map((anchor) => <List.Item key={anchor.value}><b>{anchor.value}</b> {anchor.label}{anchor.help ? `: ${anchor.help}` : ''}</List.Item>)}
        </List>
      )}
      {notes.length > 0 && (
        <List size="sm">
          {notes.map((note) => <List.Item key={note.value}><b>{note.label}</b>{note.help ? `: ${note.help}` : ''}</List.Item>)}
        </List>
      )}
    </Stack>
  )
}

export function RubricNotes({ rubric }: { rubric: Rubric }) {
  return (
    <Stack gap="lg">
      <Title order={2} fz="h4">{t('The questions')}</Title>
      {(rubric.rules ?? []).length > 0 && (
        <Stack gap={4}>
          <Text fw={600}>{t('Hard rules')}</Text>
          <List size="sm">{rubric.rules!.map((rule, i) => <List.Item key={i}>{rule.message}</List.Item>)}</List>
        </Stack>
      )}
      {rubric.criteria.map((criterion) => <CriterionNotes key={criterion.key} criterion={criterion} />)}
    </Stack>
  )
}

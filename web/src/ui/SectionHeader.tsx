import { Group, Stack, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import type { ReactNode } from 'react'

/** Heads a page inside the project frame, whose first heading is the project's name. */
export function SectionHeader(props: { title: string; lead?: ReactNode; actions?: ReactNode }) {
  useDocumentTitle(`${props.title} · Touchstone`)
  return (
    <Group justify="space-between" align="flex-end" mb="md" gap="sm">
      <Stack gap={2} maw="70ch">
        <Title order={2} fz="h3">{props.title}</Title>
        {props.lead && <Text c="dimmed" size="sm" component="div">{props.lead}</Text>}
      </Stack>
      {props.actions && <Group gap="xs">{props.actions}</Group>}
    </Group>
  )
}

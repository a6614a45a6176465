import { Group, Stack, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import type { ReactNode } from 'react'

export function PageHeader(props: { title: string; lead?: ReactNode; actions?: ReactNode }) {
  useDocumentTitle(`${props.title} · Touchstone`)
  return (
    <Group justify="space-between" align="flex-end" mb="lg" gap="md">
      <Stack gap={4}>
        <Title order={1} fz={{ base: 24, sm: 30 }} lh={1.2}>{props.title}</Title>
        {props.lead && <Text c="dimmed" component="div" className="measure">{props.lead}</Text>}
      </Stack>
      {props.actions && <Group gap="xs">{props.actions}</Group>}
    </Group>
  )
}

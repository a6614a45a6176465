import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** A state without content still says what is the matter and what to do next. */
export function Empty(props: { title: string; children?: ReactNode; action?: ReactNode; icon?: ReactNode; order?: 2 | 3 }) {
  return (
    <Stack align="center" gap="sm" py={48} px="md" ta="center" role="status">
      {props.icon}
      <Title order={props.order ?? 2} fz="h3">{props.title}</Title>
      {props.children && <Text c="dimmed" maw={520} component="div">{props.children}</Text>}
      {props.action}
    </Stack>
  )
}

import { Paper, Text } from '@mantine/core'
import type { ReactNode } from 'react'

/** One number that matters, with its name above and what it means below. */
export function Figure(props: { name: string; children: ReactNode; note?: ReactNode }) {
  return (
    <Paper className="sheet" p="md">
      <Text size="sm" c="dimmed" fw={500}>{props.name}</Text>
      <Text fz={26} lh={1.25} fw={600} className="tabular" component="div" mt={2}>{props.children}</Text>
      {props.note && <Text size="sm" c="dimmed" component="div" mt={2}>{props.note}</Text>}
    </Paper>
  )
}

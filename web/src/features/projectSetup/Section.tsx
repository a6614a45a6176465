import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useId, type FormEvent, type ReactNode } from 'react'
import { Fault } from '~/ui/Fault'

type Props = {
  title: string; lead?: ReactNode; children: ReactNode; error?: unknown
  save?: { label: string; changed: boolean; pending: boolean; onSave: () => void; onUndo: () => void }
}

/** One part of the settings, saved by itself. */
export function Section({ title, lead, children, error, save }: Props) {
  const id = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save?.onSave()
  }
  return (
    <Paper component="section" className="sheet" p={{ base: 'md', sm: 'lg' }} aria-labelledby={id}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <div>
            <Title order={3} id={id} fz="h4">{title}</Title>
            {lead && <Text size="sm" c="dimmed" className="measure">{lead}</Text>}
          </div>
          {children}
          <Fault error={error} />
          {save?.changed && (
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={save.onUndo}>Undo</Button>
              <Button type="submit" loading={save.pending}>{save.label}</Button>
            </Group>
          )}
        </Stack>
      </form>
    </Paper>
  )
}

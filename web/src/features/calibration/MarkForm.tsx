import { Button, Group, Paper, SegmentedControl, Stack, Text, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { attemptQuery, markText, type Asked, type Attempt } from '~/api/rounds'
import type { Criterion } from '~/api/types'
import { Fault } from '~/ui/Fault'
import { useKept } from '~/ui/useKept'

export const marks = [{ value: '1', label: 'Meets the standard' }, { value: '0.5', label: 'In part' }, { value: '0', label: 'Does not' }]

/** A text is read by a person: no count could score it. Until the attempt is decided the mark can be given again. */
export function MarkForm({ attempt, asked, criterion }: { attempt: Attempt; asked: Asked; criterion: Criterion }) {
  const queryClient = useQueryClient()
  const before = asked.revealed?.marks.find((one) => one.criterion === criterion.key)
  const [share, setShare] = useState(before ? String(before.share) : '')
  const note = useKept(`mark.${attempt.id}.${asked.position}.${criterion.key}`, before?.note)
  const [changing, setChanging] = useState(note.waits)
  const marking = useMutation({
    mutationFn: () => markText(attempt.id, asked.position, criterion.key, { share: Number(share), note: note.text.trim() }),
    onSuccess: (after) => {
      queryClient.setQueryData(attemptQuery(attempt.id).queryKey, after)
      note.forget()
      setChanging(false)
    },
  })
  if (before && !changing) return <Group><Button size="compact-sm" variant="default" onClick={() => setChanging(true)}>Change the mark</Button></Group>
  return (
    <Paper className="sheet" p="sm">
      <Stack gap="xs">
        <Text size="sm" fw={500}>How far does this text meet the standard?</Text>
        <SegmentedControl data={marks} value={share} onChange={setShare} aria-label="How far it meets the standard" />
        <Textarea label="Why" description="The trainer reads it." autosize minRows={2} value={note.text} onChange={(event) => note.change(event.currentTarget.value)} />
        <Fault error={marking.error} />
        <Group justify="flex-end"><Button size="compact-sm" loading={marking.isPending} disabled={share === '' || note.text.trim().length < 10} onClick={() => marking.mutate()}>Keep the mark</Button></Group>
      </Stack>
    </Paper>
  )
}

import { Button, Group, Modal, NumberInput, Stack, Text, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Person } from '~/api/projectDesk'
import { restrict } from '~/api/quality'
import { Fault } from '~/ui/Fault'

/** Ends somebody's work for a time: with a reason, what it rests on, and an appeal that somebody else answers. */
export function RestrictDialog({ projectId, person, onClose }: { projectId: string; person: Person; onClose: () => void }) {
  const queryClient = useQueryClient()
  const [reason, setReason] = useState('')
  const [restsOn, setRestsOn] = useState('')
  const [days, setDays] = useState(14)
  const restricting = useMutation({
    mutationFn: () => restrict(projectId, person.accountId, { reason: reason.trim(), restsOn: restsOn.trim(), days }),
    onSuccess: async () => {
      await Promise.all([['people', projectId], ['decisions', projectId], ['standings', projectId]].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={`Restrict ${person.name}?`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack gap="md">
        <Text size="sm">They get no further tasks here until it ends. They read all of this with your name, can appeal, and somebody else answers within five days. What they earned stays theirs.</Text>
        <Textarea label="Reason" autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus />
        <Textarea label="What it rests on" description="Which work, when, and what was wrong with it, so that it can be checked." autosize minRows={2} value={restsOn} onChange={(event) => setRestsOn(event.currentTarget.value)} />
        <NumberInput label="For how long" suffix=" days" min={1} max={90} allowDecimal={false} value={days} onChange={(value) => value !== '' && setDays(Number(value))} />
        <Fault error={restricting.error} />
        <Group justify="flex-end"><Button variant="default" onClick={onClose}>Cancel</Button>
          <Button color="clay" disabled={reason.trim().length < 10 || restsOn.trim().length < 10} loading={restricting.isPending} onClick={() => restricting.mutate()}>Restrict</Button></Group>
      </Stack>
    </Modal>
  )
}

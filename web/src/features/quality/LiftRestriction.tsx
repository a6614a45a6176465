import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { restore } from '~/api/quality'
import { Fault } from '~/ui/Fault'

/** Ends somebody's restriction before its time, with a reason they read. */
export function LiftRestriction({ projectId, accountId, name }: { projectId: string; accountId: string; name: string }) {
  const queryClient = useQueryClient()
  const [open, dialog] = useDisclosure(false)
  const [reason, setReason] = useState('')
  const lifting = useMutation({
    mutationFn: () => restore(projectId, accountId, reason.trim()),
    onSuccess: async () => {
      dialog.close()
      await Promise.all([['decisions', projectId], ['standings', projectId], ['people', projectId]].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
    },
  })
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={dialog.open} aria-label={`Lift the restriction of ${name}`}>Lift it now</Button>
      <Modal opened={open} onClose={dialog.close} title={`Lift the restriction of ${name}?`} closeButtonProps={{ 'aria-label': 'Close' }}>
        <Stack gap="md">
          <Textarea label="Reason" description="They read it, and it is written to the audit trail." autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus />
          <Fault error={lifting.error} />
          <Group justify="flex-end"><Button variant="default" onClick={dialog.close}>Cancel</Button><Button disabled={reason.trim() === ''} loading={lifting.isPending} onClick={() => lifting.mutate()}>Lift it</Button></Group>
        </Stack>
      </Modal>
    </>
  )
}

import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { giveBack, type Judged } from '~/api/items'
import { Fault } from '~/ui/Fault'

/** Whether this judgment can go back to its author: a trainer's answer that nobody has decided about and that is not with them already. */
export const canGoBack = (judgment: Judged) =>
  judgment.role === 'TRAINER' && !judgment.flag && judgment.outcome === null && !judgment.returns.some((one) => !one.answered && Date.parse(one.until) > Date.now())

/** Gives a judgment back to its author, with what is to be looked at again; nothing is decided by it. */
export function GiveBack({ judgment }: { judgment: Judged }) {
  const queryClient = useQueryClient()
  const [open, dialog] = useDisclosure(false)
  const [reason, setReason] = useState('')
  const giving = useMutation({
    mutationFn: () => giveBack(judgment.id, reason.trim()),
    onSuccess: async () => {
      dialog.close()
      setReason('')
      notifications.show({ message: `Given back. ${judgment.raterName} is told and has a week.` })
      await Promise.all([['cases'], ['case'], ['item']].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
    },
  })
  if (!canGoBack(judgment)) return null
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={dialog.open} aria-label={`Give ${judgment.raterName}’s judgment back`}>Give back</Button>
      <Modal opened={open} onClose={dialog.close} title={`Give this judgment back to ${judgment.raterName}?`} closeButtonProps={{ 'aria-label': 'Close' }}>
        <Stack gap="md">
          <Textarea label="What should be looked at again?" description="They read it with your name, and may change their judgment for a week. Nothing is decided by this, and what it pays stays the same. At least ten characters." autosize minRows={3}
            value={reason} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus />
          <Fault error={giving.error} />
          <Group justify="flex-end"><Button variant="default" onClick={dialog.close}>Cancel</Button><Button disabled={reason.trim().length < 10} loading={giving.isPending} onClick={() => giving.mutate()}>Give back</Button></Group>
        </Stack>
      </Modal>
    </>
  )
}

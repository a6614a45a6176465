import { Button, Group, Modal, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { changeSheet, roundQuery, type Round } from '~/api/rounds'
import { Fault } from '~/ui/Fault'
import { draftOf, sheetOf } from './sheet'
import { SheetForm } from './SheetForm'

/** Changes what people will read, while nobody has read it yet. */
export function SheetEditor({ round }: { round: Round }) {
  const queryClient = useQueryClient()
  const [opened, dialog] = useDisclosure(false)
  const [draft, setDraft] = useState(() => draftOf(round.card.sheet, 'USD'))
  const saving = useMutation({
    mutationFn: () => changeSheet(round.card.id, sheetOf(round.card.kind, draft)),
    onSuccess: (after) => {
      queryClient.setQueryData(roundQuery(round.card.id).queryKey, after)
      dialog.close()
    },
  })
  return (
    <>
      <Button variant="default" onClick={dialog.open}>Change the sheet</Button>
      <Modal opened={opened} onClose={dialog.close} size="lg" title="What people read before they begin" closeButtonProps={{ 'aria-label': 'Close' }}>
        <Stack gap="md">
          <SheetForm kind={round.card.kind} draft={draft} items={round.items.length} onChange={setDraft} />
          <Fault error={saving.error} />
          <Group justify="flex-end"><Button variant="default" onClick={dialog.close}>Cancel</Button><Button loading={saving.isPending} onClick={() => saving.mutate()}>Save</Button></Group>
        </Stack>
      </Modal>
    </>
  )
}

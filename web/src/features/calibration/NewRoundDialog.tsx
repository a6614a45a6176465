import { Button, Group, Modal, Radio, Stack } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { projectQuery } from '~/api/projects'
import { createRound, roundsQuery, type RoundKind } from '~/api/rounds'
import { Fault } from '~/ui/Fault'
import { freshSheet, sheetOf } from './sheet'
import { SheetForm } from './SheetForm'

const kinds: { kind: RoundKind; label: string; what: string }[] = [
  { kind: 'CALIBRATION', label: 'Calibration', what: 'Judged blind, then seen beside the standard. You can ask people to pass it before paid work.' },
  { kind: 'PRACTICE', label: 'Practice', what: 'Each answer is explained at once. Nobody passes or fails.' },
  { kind: 'GUIDELINE_TEST', label: 'Test of the guideline', what: 'Leads and chosen trainers judge the same items: where they differ, the guideline is to blame.' },
]

export function NewRoundDialog({ projectId, opened, onClose }: { projectId: string; opened: boolean; onClose: () => void }) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const currency = useQuery(projectQuery(projectId)).data?.terms?.rate?.currency ?? 'USD'
  const [kind, setKind] = useState<RoundKind>('CALIBRATION')
  const [typed, setTyped] = useState<ReturnType<typeof freshSheet> | null>(null)
  const draft = typed ?? freshSheet(kind, currency)
  const making = useMutation({
    mutationFn: () => createRound(projectId, { kind, sheet: sheetOf(kind, draft) }),
    onSuccess: async (round) => {
      await queryClient.invalidateQueries(roundsQuery(projectId))
      await navigate({ to: '/projects/$projectId/calibration/$roundId', params: { projectId, roundId: round.card.id } })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    making.mutate()
  }
  return (
    <Modal opened={opened} onClose={onClose} title="New round" size="lg" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Radio.Group label="What is it for?" value={kind} onChange={(value) => setKind(value as RoundKind)}>
            <Stack gap="xs" mt={6}>{kinds.map((choice) => <Radio key={choice.kind} value={choice.kind} label={choice.label} description={choice.what} />)}</Stack>
          </Radio.Group>
          <SheetForm kind={kind} draft={draft} items={5} onChange={setTyped} />
          <Fault error={making.error} />
          <Group justify="flex-end"><Button type="submit" loading={making.isPending} disabled={draft.title.trim() === ''}>Make it and add items</Button></Group>
        </Stack>
      </form>
    </Modal>
  )
}

import { Button, Group, Modal, Select, Stack } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { templatesQuery } from '~/api/guidelineDesk'
import { createRound } from '~/api/rounds'
import { Fault } from '~/ui/Fault'
import { freshSheet, sheetOf } from './sheet'
import { SheetForm } from './SheetForm'
import { starters } from './starters'

/** A new bank of items for the whole installation. */
export function NewAssessmentDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const templates = useQuery({ ...templatesQuery, enabled: opened }).data?.items ?? []
  const [draft, setDraft] = useState(() => freshSheet('ASSESSMENT', 'USD'))
  const [from, setFrom] = useState('')
  const making = useMutation({
    mutationFn: () => createRound(null, {
      kind: 'ASSESSMENT', sheet: sheetOf('ASSESSMENT', { ...draft, about: draft.about || starters[draft.skill].about }),
      rubric: templates.find((template) => template.name === from)?.rubric ?? starters[draft.skill].rubric,
    }),
    onSuccess: async (round) => {
      await queryClient.invalidateQueries({ queryKey: ['assessments'] })
      await navigate({ to: '/assessments/$roundId', params: { roundId: round.card.id } })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    making.mutate()
  }
  return (
    <Modal opened={opened} onClose={onClose} title="New assessment" size="lg" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <SheetForm kind="ASSESSMENT" draft={draft} items={draft.draw ?? 5} onChange={setDraft} />
          <Select label="Questions" description="They stay as they are once the assessment is made." allowDeselect={false} value={from} onChange={(value) => setFrom(value ?? '')}
            data={[{ value: '', label: 'Those that fit what it assesses' }, ...templates.map((template) => ({ value: template.name, label: `Template: ${template.name}` }))]} />
          <Fault error={making.error} />
          <Group justify="flex-end"><Button type="submit" loading={making.isPending} disabled={draft.title.trim() === ''}>Make it and add items</Button></Group>
        </Stack>
      </form>
    </Modal>
  )
}

import { Button, Group, Modal, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { changeLane, makeLane, type Lane } from '~/api/lanes'
import { assessmentsQuery, roundsQuery } from '~/api/rounds'
import { Fault } from '~/ui/Fault'

/** Says what a part of the work asks of its trainers; without a lane it makes one. */
export function LaneDialog({ projectId, lane, onClose }: { projectId: string; lane: Lane | null; onClose: () => void }) {
  const queryClient = useQueryClient()
  const rounds = useQuery(roundsQuery(projectId)).data?.items ?? []
  const assessments = useQuery(assessmentsQuery(projectId)).data?.items ?? []
  const [name, setName] = useState(lane?.name ?? '')
  const [language, setLanguage] = useState(lane?.ask.language ?? '')
  const [skill, setSkill] = useState(lane?.ask.skill ?? '')
  const [round, setRound] = useState<string | null>(lane?.ask.credential?.subject ?? null)
  const [gold, setGold] = useState<number | ''>(lane?.ask.goldAtLeast == null ? '' : Math.round(lane.ask.goldAtLeast * 100))
  const draft = () => ({ name, language: language.trim() || null, skill: skill.trim() || null, round, goldAtLeast: gold === '' ? null : gold / 100 })
  const saving = useMutation({
    mutationFn: () => (lane ? changeLane(projectId, lane.number, draft()) : makeLane(projectId, draft())),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['lanes', projectId] })
      onClose()
    },
  })
  const passable = [...rounds.filter((one) => one.kind === 'CALIBRATION'), ...assessments].filter((one) => one.state === 'OPEN').map((one) => ({ value: one.id, label: one.sheet.title }))
  const before = lane?.ask.credential
  if (before && !passable.some((one) => one.value === before.subject)) passable.push({ value: before.subject, label: before.title })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    saving.mutate()
  }
  return (
    <Modal opened onClose={onClose} title={lane ? `Change “${lane.name}”` : 'A new lane'} closeButtonProps={{ 'aria-label': 'Close' }} size="lg">
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput label="Name" description="What a file writes in its lane column to send an item here. Everybody who may see the project reads it on the project’s page." maxLength={60} value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
          <Text size="sm" c="dimmed">Whoever works here must meet everything you fill in below.</Text>
          <TextInput label="Language" description="By any of its names: German, Deutsch, de. Trainers state theirs in their profile." value={language} onChange={(event) => setLanguage(event.currentTarget.value)} />
          <TextInput label="Field of expertise" description="As trainers state it in their profile. Ask for something passed where a word is not enough." value={skill} onChange={(event) => setSkill(event.currentTarget.value)} />
          <Select label="Has passed" description={passable.length === 0 ? 'There is no open calibration or assessment to ask for yet.' : 'A calibration of this project or an assessment.'} data={passable} value={round} onChange={setRound} clearable disabled={passable.length === 0} />
          <NumberInput label="Agreement with known answers" description="The whole interval must reach it, so a few lucky answers open nothing." suffix=" %" min={5} max={95} allowDecimal={false} value={gold} onChange={(value) => setGold(value === '' ? '' : Number(value))} />
          <Fault error={saving.error} />
          <Group justify="flex-end" gap="xs"><Button variant="default" onClick={onClose}>Cancel</Button><Button type="submit" loading={saving.isPending}>{lane ? 'Save the lane' : 'Make the lane'}</Button></Group>
        </Stack>
      </form>
    </Modal>
  )
}

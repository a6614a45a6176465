import { Button, Checkbox, Group, Modal, NumberInput, Stack, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { guidelinesQuery } from '~/api/projects'
import { snapshotsQuery, takeSnapshot } from '~/api/snapshots'
import { day } from '~/lib/format'
import { Fault } from '~/ui/Fault'

export function SnapshotDialog({ projectId, opened, onClose }: { projectId: string; opened: boolean; onClose: () => void }) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const versions = useQuery({ ...guidelinesQuery(projectId), enabled: opened }).data?.items ?? []
  const [name, setName] = useState('')
  const [complete, setComplete] = useState(false)
  const [chosen, setChosen] = useState<string[]>([])
  const [certainty, setCertainty] = useState<number | null>(null)
  const taking = useMutation({
    mutationFn: () => takeSnapshot(projectId, {
      name: name.trim(),
      filter: {
        ...(complete ? { complete: true } : {}), ...(chosen.length > 0 ? { guidelineVersions: chosen.map(Number) } : {}),
        ...(certainty ? { minimumProbability: certainty / 100 } : {}),
      },
    }),
    onSuccess: async (snapshot) => {
      await queryClient.invalidateQueries(snapshotsQuery(projectId))
      onClose()
      setName('')
      await navigate({ to: '/projects/$projectId/datasets/$snapshotId', params: { projectId, snapshotId: snapshot.id } })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    taking.mutate()
  }
  return (
    <Modal opened={opened} onClose={onClose} title="Make a snapshot" size="lg" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput label="Name" required withAsterisk={false} placeholder={`Preferences, ${day(new Date().toISOString())}`} value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
          <Checkbox label="Complete items only" description="Leave out items that still wait for judgments." checked={complete} onChange={(event) => setComplete(event.currentTarget.checked)} />
          {versions.length > 1 && (
            <Checkbox.Group label="Guideline versions" description="None chosen means all of them." value={chosen} onChange={setChosen}>
              <Stack gap="xs" mt={6}>{versions.map((version) => <Checkbox key={version.version} value={String(version.version)} label={`Version ${version.version}, ${day(version.publishedAt)}`} description={version.changeNote} />)}</Stack>
            </Checkbox.Group>
          )}
          <NumberInput label="Least certainty of the consensus" description="Items below it are left out. Leave it empty to keep all, with their probability beside them." min={0} max={100} suffix=" %"
            value={certainty ?? ''} onChange={(value) => setCertainty(value === '' ? null : Number(value))} />
          <Fault error={taking.error} />
          <Group justify="flex-end"><Button variant="default" onClick={onClose}>Cancel</Button><Button type="submit" loading={taking.isPending} disabled={name.trim() === ''}>Freeze it</Button></Group>
        </Stack>
      </form>
    </Modal>
  )
}

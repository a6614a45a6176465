import { Alert, Button, Group, Table, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { removeLane, type Lane, type LaneLoad } from '~/api/lanes'
import { count, moment, number, relative } from '~/lib/format'
import { Fault } from '~/ui/Fault'
import { asks } from './words'

/** How much work waits in each lane, and for how many people. */
export function LaneTable({ projectId, loads, manages, onChange }: { projectId: string; loads: LaneLoad[]; manages: boolean; onChange: (lane: Lane) => void }) {
  const queryClient = useQueryClient()
  const removal = useMutation({
    mutationFn: (lane: Lane) => removeLane(projectId, lane.number),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['lanes', projectId] }),
  })
  const stranded = loads.filter((load) => load.stranded)
  return (
    <>
      {stranded.length > 0 && (
        <Alert color="clay" variant="light" mb="md" title="Work that nobody can be handed">
          {stranded.map((load) => `“${load.lane.name}”: ${count(load.places, 'judgment')} wanted`).join('; ')}. Nobody who works here meets what is asked. Invite somebody who does, or ask for less.
        </Alert>
      )}
      <Fault error={removal.error} />
      <Table.ScrollContainer minWidth={760}>
        <Table verticalSpacing="sm">
          <Table.Thead><Table.Tr>
            <Table.Th>Lane</Table.Th><Table.Th ta="right">May work</Table.Th><Table.Th ta="right">Open tasks</Table.Th><Table.Th ta="right">Judgments wanted</Table.Th>
            <Table.Th>Due</Table.Th><Table.Th>Longest wait</Table.Th><Table.Th ta="right">Judged, 7 days</Table.Th>
          </Table.Tr></Table.Thead>
          <Table.Tbody>
            {loads.map((load) => (
              <Table.Tr key={load.lane.number}>
                <Table.Td>
                  <Text size="sm" fw={500}>{load.lane.name}</Text>
                  <Text size="sm" c="dimmed">{load.lane.number === 0 ? 'Asks nothing.' : `Whoever ${asks(load.lane).join(' and ')}.`}</Text>
                  {manages && load.lane.number !== 0 && (
                    <Group gap="xs" mt={4}>
                      <Button size="compact-sm" variant="default" onClick={() => onChange(load.lane)} aria-label={`Change “${load.lane.name}”`}>Change</Button>
                      <Button size="compact-sm" variant="subtle" color="clay" onClick={() => removal.mutate(load.lane)} aria-label={`Remove “${load.lane.name}”`}>Remove</Button>
                    </Group>
                  )}
                </Table.Td>
                <Table.Td ta="right" className="tabular">{number(load.eligible)}</Table.Td>
                <Table.Td ta="right" className="tabular">{number(load.open)}</Table.Td>
                <Table.Td ta="right" className="tabular">{number(load.places)}</Table.Td>
                <Table.Td>{load.overdue > 0 && <Text size="sm" c="clay" fw={500}>{number(load.overdue)} overdue</Text>}<Text size="sm">{load.nextDue ? `next ${moment(load.nextDue)}` : load.overdue > 0 ? '' : 'no dates'}</Text></Table.Td>
                <Table.Td><Text size="sm">{load.oldest ? relative(load.oldest) : '–'}</Text></Table.Td>
                <Table.Td ta="right" className="tabular">{number(load.judged)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  )
}

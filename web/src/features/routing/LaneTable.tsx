import { Alert, Button, Group, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { removeLane, type Lane, type LaneLoad } from '~/api/lanes'
import { count, moment, number, relative } from '~/lib/format'
import { CardTable, Cell, Head, Row } from '~/ui/CardTable'
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
      <CardTable least={760} heads={<><Head>Lane</Head><Head ta="right">May work</Head><Head ta="right">Open tasks</Head><Head ta="right">Judgments wanted</Head> <Head>Due</Head><Head>Longest wait</Head><Head ta="right">Judged, 7 days</Head></>}>
        {loads.map((load) => (
          <Row key={load.lane.number}>
            <Cell>
              <Text size="sm" fw={500}>{load.lane.name}</Text>
              <Text size="sm" c="dimmed">{load.lane.number === 0 ? 'Asks nothing.' : `Whoever ${asks(load.lane).join(' and ')}.`}</Text>
              {manages && load.lane.number !== 0 && (
                <Group gap="xs" mt={4}>
                  <Button size="compact-sm" variant="default" onClick={() => onChange(load.lane)} aria-label={`Change “${load.lane.name}”`}>Change</Button>
                  <Button size="compact-sm" variant="subtle" color="clay" onClick={() => removal.mutate(load.lane)} aria-label={`Remove “${load.lane.name}”`}>Remove</Button>
                </Group>
              )}
            </Cell>
            <Cell under="May work" ta="right" className="tabular">{number(load.eligible)}</Cell>
            <Cell under="Open tasks" ta="right" className="tabular">{number(load.open)}</Cell>
            <Cell under="Judgments wanted" ta="right" className="tabular">{number(load.places)}</Cell>
            <Cell under="Due">{load.overdue > 0 && <Text size="sm" c="clay" fw={500}>{number(load.overdue)} overdue</Text>}<Text size="sm">{load.nextDue ? `next ${moment(load.nextDue)}` : load.overdue > 0 ? '' : 'no dates'}</Text></Cell>
            <Cell under="Longest wait"><Text size="sm">{load.oldest ? relative(load.oldest) : '–'}</Text></Cell>
            <Cell under="Judged, 7 days" ta="right" className="tabular">{number(load.judged)}</Cell>
          </Row>
        ))}
      </CardTable>
    </>
  )
}

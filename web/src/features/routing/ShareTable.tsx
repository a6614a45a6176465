import { Table, Text, Title } from '@mantine/core'
import type { LaneLoad, Share } from '~/api/lanes'
import { number, percent, relative } from '~/lib/format'
import { Empty } from '~/ui/Empty'
import { reasonWord } from './words'

/** Who was handed how much, and who came for nothing. */
export function ShareTable({ people, loads, days }: { people: Share[]; loads: LaneLoad[]; days: number }) {
  const all = people.reduce((sum, one) => sum + one.handed, 0)
  const nameOf = (lane: number) => loads.find((load) => load.lane.number === lane)?.lane.name ?? `lane ${lane}`
  return (
    <section aria-labelledby="shares-title">
      <Title order={3} id="shares-title" fz="h4">How the work was shared out</Title>
      <Text size="sm" c="dimmed" mb="sm" className="measure">The last {days} days. The next task goes to whoever asks first; nobody is handed one twice. Who came and found nothing is counted once in ten minutes, since they joined.</Text>
      {people.length === 0 ? <Empty order={3} title="Nobody works here yet">Shares appear once trainers have accepted the terms.</Empty> : (
        <Table.ScrollContainer minWidth={760}>
          <Table verticalSpacing="sm">
            <Table.Thead><Table.Tr>
              <Table.Th>Trainer</Table.Th><Table.Th>Lanes</Table.Th><Table.Th ta="right">Handed out</Table.Th><Table.Th ta="right">Share</Table.Th>
              <Table.Th ta="right">Judged</Table.Th><Table.Th ta="right">Skipped</Table.Th><Table.Th ta="right">Ran out</Table.Th><Table.Th>Came and found nothing</Table.Th>
            </Table.Tr></Table.Thead>
            <Table.Tbody>
              {people.map((one) => (
                <Table.Tr key={one.accountId}>
                  <Table.Td><Text size="sm" fw={500}>{one.name}</Text></Table.Td>
                  <Table.Td><Text size="sm" c="dimmed">{one.reach.length === loads.length ? 'all' : one.reach.map(nameOf).join(', ')}</Text></Table.Td>
                  <Table.Td ta="right" className="tabular">{number(one.handed)}</Table.Td>
                  <Table.Td ta="right" className="tabular">{all === 0 ? '–' : percent(one.handed / all)}</Table.Td>
                  <Table.Td ta="right" className="tabular">{number(one.submitted)}</Table.Td>
                  <Table.Td ta="right" className="tabular">{number(one.skipped)}</Table.Td>
                  <Table.Td ta="right" className="tabular">{number(one.expired)}</Table.Td>
                  <Table.Td><Text size="sm">{one.waits === 0 || !one.lastWait || !one.why ? 'never' : `${number(one.waits)}×, last ${relative(one.lastWait)}: ${reasonWord(one.why)}`}</Text></Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </section>
  )
}

import { Badge, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { roundAttemptsQuery, type Round } from '~/api/rounds'
import { moment, percent } from '~/lib/format'
import { Empty } from '~/ui/Empty'
import { Loaded } from '~/ui/Loaded'
import { AttemptLink } from './places'
import { stateColor, stateWord } from './words'

/** What was handed in; what waits for a person stands first. */
export function AttemptsTab({ round }: { round: Round }) {
  const attempts = useQuery(roundAttemptsQuery(round.card.id))
  return (
    <Loaded query={attempts}>
      {({ items }) => items.length === 0
        ? <Empty order={3} title="Nobody has handed in yet">Whoever meets the rule passes at once; every other attempt waits here for you before anything is decided.</Empty>
        : (
          <Table.ScrollContainer minWidth={560}>
            <Table verticalSpacing="sm" highlightOnHover>
              <Table.Thead><Table.Tr><Table.Th>Who</Table.Th><Table.Th>State</Table.Th><Table.Th ta="right">Agrees with the standard</Table.Th><Table.Th>Handed in</Table.Th></Table.Tr></Table.Thead>
              <Table.Tbody>{[...items].sort((a, b) => Number(b.state === 'HANDED_IN' || b.open > 0) - Number(a.state === 'HANDED_IN' || a.open > 0)).map((one) => (
                <Table.Tr key={one.id}>
                  <Table.Td><AttemptLink projectId={round.card.projectId} attemptId={one.id}>{`${one.personName}, attempt ${one.number}`}</AttemptLink></Table.Td>
                  <Table.Td>
                    <Badge variant="light" miw="max-content" color={stateColor[one.state]}>{one.state === 'HANDED_IN' ? 'waits for you' : stateWord[one.state]}</Badge>
                    {one.open > 0 && <Text size="xs" c="var(--gold-ink)">{one.open} to talk over</Text>}
                    {one.waiting > 0 && <Text size="xs" c="var(--gold-ink)">{one.waiting} to read</Text>}
                  </Table.Td>
                  <Table.Td ta="right" className="tabular">{one.share === null ? '–' : percent(one.share)}</Table.Td>
                  <Table.Td><Text size="sm" c="dimmed">{one.handedInAt && moment(one.handedInAt)}</Text></Table.Td>
                </Table.Tr>
              ))}</Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
    </Loaded>
  )
}

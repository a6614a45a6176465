import { Badge, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { roundAttemptsQuery, type Round } from '~/api/rounds'
import { moment, percent } from '~/lib/format'
import { CardTable, Cell, Head, Row } from '~/ui/CardTable'
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
          <CardTable least={560} highlightOnHover heads={<><Head>Who</Head><Head>State</Head><Head ta="right">Agrees with the standard</Head><Head>Handed in</Head></>}>{[...items].sort((a, b) => Number(b.state === 'HANDED_IN' || b.open > 0) - Number(a.state === 'HANDED_IN' || a.open > 0)).map((one) => (
            <Row key={one.id}>
              <Cell><AttemptLink projectId={round.card.projectId} attemptId={one.id}>{`${one.personName}, attempt ${one.number}`}</AttemptLink></Cell>
              <Cell under="State">
                <Badge variant="light" miw="max-content" color={stateColor[one.state]}>{one.state === 'HANDED_IN' ? 'waits for you' : stateWord[one.state]}</Badge>
                {one.open > 0 && <Text size="xs" c="var(--gold-ink)">{one.open} to talk over</Text>}
                {one.waiting > 0 && <Text size="xs" c="var(--gold-ink)">{one.waiting} to read</Text>}
              </Cell>
              <Cell under="Agrees with the standard" ta="right" className="tabular">{one.share === null ? '–' : percent(one.share)}</Cell>
              <Cell under="Handed in"><Text size="sm" c="dimmed">{one.handedInAt && moment(one.handedInAt)}</Text></Cell>
            </Row>
          ))}
          </CardTable>
        )}
    </Loaded>
  )
}

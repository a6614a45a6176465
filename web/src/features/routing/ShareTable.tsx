import { Text, Title } from '@mantine/core'
import type { LaneLoad, Share } from '~/api/lanes'
import { number, percent, relative } from '~/lib/format'
import { CardTable, Cell, Head, Row } from '~/ui/CardTable'
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
        <CardTable least={760} heads={<><Head>Trainer</Head><Head>Lanes</Head><Head ta="right">Handed out</Head><Head ta="right">Share</Head> <Head ta="right">Judged</Head><Head ta="right">Skipped</Head><Head ta="right">Ran out</Head><Head>Came and found nothing</Head></>}>
          {people.map((one) => (
            <Row key={one.accountId}>
              <Cell><Text size="sm" fw={500}>{one.name}</Text></Cell>
              <Cell under="Lanes"><Text size="sm" c="dimmed">{one.reach.length === loads.length ? 'all' : one.reach.map(nameOf).join(', ')}</Text></Cell>
              <Cell under="Handed out" ta="right" className="tabular">{number(one.handed)}</Cell>
              <Cell under="Share" ta="right" className="tabular">{all === 0 ? '–' : percent(one.handed / all)}</Cell>
              <Cell under="Judged" ta="right" className="tabular">{number(one.submitted)}</Cell>
              <Cell under="Skipped" ta="right" className="tabular">{number(one.skipped)}</Cell>
              <Cell under="Ran out" ta="right" className="tabular">{number(one.expired)}</Cell>
              <Cell under="Came and found nothing"><Text size="sm">{one.waits === 0 || !one.lastWait || !one.why ? 'never' : `${number(one.waits)}×, last ${relative(one.lastWait)}: ${reasonWord(one.why)}`}</Text></Cell>
            </Row>
          ))}
        </CardTable>
      )}
    </section>
  )
}

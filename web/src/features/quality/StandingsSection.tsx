import { Badge, Group, Text, Title, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { standingsQuery, type StandingRow } from '~/api/quality'
import type { EstimateView, Project } from '~/api/types'
import { number } from '~/lib/format'
import { CardTable, Cell, Head, Row } from '~/ui/CardTable'
import { Empty } from '~/ui/Empty'
import { Interval } from '~/ui/figures/Interval'
import { Loaded } from '~/ui/Loaded'
import { LiftRestriction } from './LiftRestriction'

type Order = 'name' | 'gold' | 'consensus' | 'judgments'

/** The unmeasured come last: nothing is known about them, good or bad. */
function by(order: Order): (a: StandingRow, b: StandingRow) => number {
  const value = (estimate: EstimateView) => estimate.value ?? Infinity
  switch (order) {
    case 'name': return (a, b) => a.name.localeCompare(b.name)
    case 'judgments': return (a, b) => b.standing.judgments - a.standing.judgments
    case 'gold': return (a, b) => value(a.standing.gold) - value(b.standing.gold)
    case 'consensus': return (a, b) => value(a.standing.consensus) - value(b.standing.consensus)
  }
}

export function StandingsSection({ project }: { project: Project }) {
  const standings = useQuery(standingsQuery(project.id))
  const [order, setOrder] = useState<Order>('judgments')
  const restrict = project.gate?.restrict ?? null
  const line = (signal: 'GOLD' | 'CONSENSUS') => (restrict?.signal === signal ? restrict.below : null)
  const head = (name: Order, label: string, right = false) => (
    <Head kept aria-sort={order === name ? (name === 'judgments' ? 'descending' : 'ascending') : 'none'} ta={right ? 'right' : 'left'}>
      <UnstyledButton fz="inherit" fw={600} onClick={() => setOrder(name)}>{label}{order === name && <IconChevronDown size={13} aria-hidden style={{ verticalAlign: -2 }} />}</UnstyledButton>
    </Head>
  )
  return (
    <section aria-labelledby="standings-title">
      <Title order={3} id="standings-title" fz="h4">Standings</Title>
      <Text size="sm" c="dimmed" mb="sm" className="measure">Shares with their 95 % intervals. One’s own vote is left out of the consensus it is compared with.{restrict && ' The dashed line is the gate’s.'}</Text>
      <Loaded query={standings}>
        {({ items }) => items.length === 0 ? <Empty order={3} title="Nobody has judged here yet">Standings appear with the first judgments.</Empty> : (
          <CardTable least={860} lead="Order by" heads={<>{head('name', 'Trainer')}{head('gold', 'Gold agreement')}{head('consensus', 'Consensus agreement')}<Head>Consistency</Head>{head('judgments', 'Judgments', true)}<Head ta="right">Flags</Head></>}>
            {[...items].sort(by(order)).map((row) => (
              <Row key={row.accountId}>
                <Cell><Text size="sm" fw={500}>{row.name}</Text>
                  {row.membership === 'RESTRICTED' && <Group gap={6} mt={2}><Badge size="sm" variant="light" color="clay">Restricted</Badge><LiftRestriction projectId={project.id} accountId={row.accountId} name={row.name} /></Group>}{row.membership === 'LEFT' && <Badge size="sm" variant="light" color="gray">Left</Badge>}</Cell>
                <Cell under="Gold agreement"><Interval estimate={row.standing.gold} label="Gold agreement" line={line('GOLD')} /></Cell>
                <Cell under="Consensus agreement"><Interval estimate={row.standing.consensus} label="Consensus agreement" line={line('CONSENSUS')} /></Cell>
                <Cell under="Consistency"><Interval estimate={row.standing.consistency} label="Consistency" /></Cell>
                <Cell under="Judgments" ta="right" className="tabular">{number(row.standing.judgments)}</Cell>
                <Cell under="Flags" ta="right" className="tabular">{number(row.standing.flags)}</Cell>
              </Row>
            ))}
          </CardTable>
        )}
      </Loaded>
    </section>
  )
}

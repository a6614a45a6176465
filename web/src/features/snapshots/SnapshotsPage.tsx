import { Badge, Button, Loader, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCamera } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { snapshotsQuery } from '~/api/snapshots'
import { moment, money, number } from '~/lib/format'
import { CardTable, Cell, Head, Row } from '~/ui/CardTable'
import { Empty } from '~/ui/Empty'
import { AnchorLink } from '~/ui/links'
import { Loaded } from '~/ui/Loaded'
import { SectionHeader } from '~/ui/SectionHeader'
import { SnapshotDialog } from './SnapshotDialog'

export function SnapshotsPage() {
  const { projectId } = useParams({ strict: false }) as { projectId: string }
  const snapshots = useQuery(snapshotsQuery(projectId))
  const [making, dialog] = useDisclosure(false)
  const make = <Button leftSection={<IconCamera size={16} aria-hidden />} onClick={dialog.open}>Make a snapshot</Button>
  return (
    <>
      <SectionHeader title="Data sets" lead="A snapshot freezes all judgments of a moment. It never changes, so a model can always be traced to what it learned from." actions={make} />
      <Loaded query={snapshots}>
        {({ items }) => items.length === 0
          ? <Empty order={3} title="No data set yet" action={make}>Judgments become training data here: preferences, ratings, rewrites, with their disagreement beside them.</Empty>
          : (
            <CardTable least={640} highlightOnHover heads={<><Head>Name</Head><Head>Made</Head><Head ta="right">Items</Head><Head ta="right">Judgments</Head><Head ta="right">Pairs</Head><Head ta="right">Cost per pair</Head></>}>
              {items.map((snapshot) => (
                <Row key={snapshot.id} className="tabular">
                  <Cell>
                    <AnchorLink to="/projects/$projectId/datasets/$snapshotId" params={{ projectId, snapshotId: snapshot.id }} fw={500}>{snapshot.name}</AnchorLink>
                    {snapshot.state === 'RUNNING' && <Text size="xs" c="dimmed" component="div"><Loader size={10} /> being made</Text>}
                    {snapshot.state === 'FAILED' && <div><Badge size="sm" variant="light" color="clay">Failed</Badge></div>}
                  </Cell>
                  <Cell under="Made"><Text size="sm">{moment(snapshot.createdAt)}</Text><Text size="xs" c="dimmed">{snapshot.createdBy}</Text></Cell>
                  <Cell under="Items" ta="right">{snapshot.card ? number(snapshot.card.items) : '–'}</Cell><Cell under="Judgments" ta="right">{snapshot.card ? number(snapshot.card.judgments) : '–'}</Cell>
                  <Cell under="Pairs" ta="right">{snapshot.card ? number(snapshot.card.pairs) : '–'}</Cell><Cell under="Cost per pair" ta="right">{snapshot.card?.costPerPair ? money(snapshot.card.costPerPair) : '–'}</Cell>
                </Row>
              ))}
            </CardTable>
          )}
      </Loaded>
      <SnapshotDialog projectId={projectId} opened={making} onClose={dialog.close} />
    </>
  )
}

import { Badge, Button, Loader, Table, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCamera } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { snapshotsQuery } from '~/api/snapshots'
import { moment, money, number } from '~/lib/format'
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
            <Table.ScrollContainer minWidth={640}>
              <Table verticalSpacing="sm" highlightOnHover>
                <Table.Thead><Table.Tr><Table.Th>Name</Table.Th><Table.Th>Made</Table.Th><Table.Th ta="right">Items</Table.Th><Table.Th ta="right">Judgments</Table.Th><Table.Th ta="right">Pairs</Table.Th><Table.Th ta="right">Cost per pair</Table.Th></Table.Tr></Table.Thead>
                <Table.Tbody>
                  {items.map((snapshot) => (
                    <Table.Tr key={snapshot.id} className="tabular">
                      <Table.Td>
                        <AnchorLink to="/projects/$projectId/datasets/$snapshotId" params={{ projectId, snapshotId: snapshot.id }} fw={500}>{snapshot.name}</AnchorLink>
                        {snapshot.state === 'RUNNING' && <Text size="xs" c="dimmed" component="div"><Loader size={10} /> being made</Text>}
                        {snapshot.state === 'FAILED' && <div><Badge size="sm" variant="light" color="clay">Failed</Badge></div>}
                      </Table.Td>
                      <Table.Td><Text size="sm">{moment(snapshot.createdAt)}</Text><Text size="xs" c="dimmed">{snapshot.createdBy}</Text></Table.Td>
                      <Table.Td ta="right">{snapshot.card ? number(snapshot.card.items) : '–'}</Table.Td><Table.Td ta="right">{snapshot.card ? number(snapshot.card.judgments) : '–'}</Table.Td>
                      <Table.Td ta="right">{snapshot.card ? number(snapshot.card.pairs) : '–'}</Table.Td><Table.Td ta="right">{snapshot.card?.costPerPair ? money(snapshot.card.costPerPair) : '–'}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )}
      </Loaded>
      <SnapshotDialog projectId={projectId} opened={making} onClose={dialog.close} />
    </>
  )
}

import { Alert, Anchor, Button, Code, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { exportFile, snapshotQuery, type DataCard, type Snapshot } from '~/api/snapshots'
import { moment } from '~/lib/format'
import { CardTable, Cell, Head, Row } from '~/ui/CardTable'
import { AnchorLink } from '~/ui/links'
import { Loaded } from '~/ui/Loaded'
import { SectionHeader } from '~/ui/SectionHeader'
import { DataCardView } from './DataCardView'
import { formats } from './formats'

export function SnapshotPage() {
  const { projectId, snapshotId } = useParams({ strict: false }) as { projectId: string; snapshotId: string }
  const found = useQuery(snapshotQuery(snapshotId))
  return (
    <>
      <AnchorLink to="/projects/$projectId/datasets" params={{ projectId }} size="sm">All data sets</AnchorLink>
      <Loaded query={found} lines={6}>
        {(snapshot) => (
          <Stack gap={36} mt={4}>
            <SectionHeader title={snapshot.name} lead={<>Made {moment(snapshot.createdAt)} by {snapshot.createdBy}. {filterWords(snapshot)}
              {snapshot.hash && <> Fingerprint <Code>{snapshot.hash.slice(0, 16)}</Code>.</>}</>} />
            {snapshot.state === 'RUNNING' && <Group gap="sm" role="status"><Loader size="sm" /><Text>The judgments are being frozen. You may leave this page; it goes on.</Text></Group>}
            {snapshot.state === 'FAILED' && <Alert color="clay" variant="light" title="This snapshot was not made">{snapshot.error ?? 'The server stopped while it worked.'} Make a new one; nothing was changed.</Alert>}
            {snapshot.state === 'READY' && snapshot.card && <DataCardView card={snapshot.card} />}
            {snapshot.state === 'READY' && snapshot.card && <Downloads snapshot={snapshot} card={snapshot.card} />}
          </Stack>
        )}
      </Loaded>
    </>
  )
}

function Downloads({ snapshot, card }: { snapshot: Snapshot; card: DataCard }) {
  return (
    <section aria-labelledby="downloads-title">
      <Title order={3} id="downloads-title" fz="h4">Download</Title>
      <Text size="sm" c="dimmed" mb="sm" className="measure">Ties and disagreement stand in columns beside the answer (votes, probability, strength, order shown); nothing is dropped without being counted in the card.</Text>
      <Stack gap="md">
        {formats.map(({ group, formats: choices }) => (
          <Paper key={group} className="sheet" p={0}>
            <CardTable least={560} horizontalSpacing="md" heads={<><Head w={190}>{group}</Head><Head>What it is for</Head><Head>Columns</Head><Head w={130}><span className="visually-hidden">Download</span></Head></>}>
              {choices.map((choice) => (
                <Row key={choice.format}>
                  <Cell fw={500}>{choice.name}</Cell>
                  <Cell><Text size="sm">{choice.use}</Text></Cell>
                  <Cell under="Columns"><Text size="xs" ff="monospace" c="dimmed">{choice.columns}</Text></Cell>
                  <Cell ta="right">
                    {card.formats.includes(choice.format)
                      ? <Button component="a" href={exportFile(snapshot.id, choice.format)} download variant="default" size="compact-md" leftSection={<IconDownload size={15} aria-hidden />} aria-label={`Download ${choice.name}`}>Download</Button>
                      : <Text size="xs" c="dimmed">{choice.needs}</Text>}
                    {choice.ties && card.ties > 0 && card.formats.includes(choice.format) && <Anchor href={exportFile(snapshot.id, choice.format, 'ties')} download size="xs" display="block" mt={4} aria-label={`Download the ties of ${choice.name}`}>its ties</Anchor>}
                  </Cell>
                </Row>
              ))}
            </CardTable>
          </Paper>
        ))}
      </Stack>
    </section>
  )
}

function filterWords({ filter }: Snapshot): string {
  if (!filter) return ''
  const words = [
    filter.complete && 'complete items only',
    filter.guidelineVersions?.length && `guideline ${filter.guidelineVersions.length === 1 ? 'version' : 'versions'} ${filter.guidelineVersions.join(', ')}`,
    filter.minimumProbability && `consensus at least ${Math.round(filter.minimumProbability * 100)} % certain`,
  ].filter(Boolean)
  return words.length === 0 ? '' : `Holds ${words.join(', ')}.`
}

import { Alert, Badge, Button, Group, Progress, Stack, Text, Title } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { faultsFile, importQuery, importsQuery, runImport, type Import, type Mapping } from '~/api/imports'
import { count, number } from '~/lib/format'
import { CardTable, Cell, Head, Row } from '~/ui/CardTable'
import { Figure } from '~/ui/figures/Figure'
import { AnchorLink, ButtonLink } from '~/ui/links'
import { Loaded } from '~/ui/Loaded'
import { SectionHeader } from '~/ui/SectionHeader'
import classes from './ImportPage.module.css'
import { progressOf } from './mapping'
import { MappingForm } from './MappingForm'
import { importWord } from './words'

export function ImportPage() {
  const { projectId, importId } = useParams({ strict: false }) as { projectId: string; importId: string }
  const queryClient = useQueryClient()
  const found = useQuery(importQuery(projectId, importId))
  const running = useMutation({
    mutationFn: (mapping: Mapping) => runImport(projectId, importId, mapping),
    onSuccess: (started) => queryClient.setQueryData(importQuery(projectId, importId).queryKey, started),
  })
  const state = found.data?.state
  useEffect(() => {
    if (state === 'DONE' || state === 'FAILED') {
      void queryClient.invalidateQueries({ queryKey: ['items', projectId] })
      void queryClient.invalidateQueries({ queryKey: importsQuery(projectId).queryKey })
    }
  }, [state])
  return (
    <Stack gap="lg">
      <AnchorLink to="/projects/$projectId/imports" params={{ projectId }} size="sm">All imports</AnchorLink>
      <Loaded query={found}>
        {(one) => (
          <>
            <SectionHeader title={one.fileName} lead={<Group gap="xs"><Badge variant="light" color={importWord(one).color}>{importWord(one).word}</Badge>
              <span>{one.format.toUpperCase()}{one.total ? `, ${count(one.total, 'row')}` : ''}, {count(one.columns.length, 'column')}</span></Group>} />
            {one.state === 'UPLOADED' && <MappingForm one={one} pending={running.isPending} error={running.error} onRun={running.mutate} />}
            {one.state !== 'UPLOADED' && <Report projectId={projectId} one={one} />}
            {one.state === 'FAILED' && <MappingForm one={one} again pending={running.isPending} error={running.error} onRun={running.mutate} />}
          </>
        )}
      </Loaded>
    </Stack>
  )
}

function Report({ projectId, one }: { projectId: string; one: Import }) {
  return (
    <Stack gap="md">
      {one.state === 'RUNNING' && (
        <div aria-live="polite">
          <Text size="sm" mb={4} className="tabular">{number(one.done)}{one.total ? ` of ${number(one.total)}` : ''} rows read. You may leave this page; it goes on.</Text>
          <Progress value={progressOf(one)} animated aria-label="Import" />
        </div>
      )}
      {one.state === 'FAILED' && <Alert color="clay" variant="light" title="The import stopped">{one.error ?? 'The server stopped while it ran.'} Run it again: what is already here is recognised and not imported twice.</Alert>}
      <div className={classes.figures}>
        <Figure name="Imported">{number(one.imported)}</Figure>
        <Figure name="Already there" note="recognised by id, left as they are">{number(one.duplicates)}</Figure>
        <Figure name="Bad lines" note={one.errorCount > 0 ? 'left out; the rest is in' : 'every line was good'}>{number(one.errorCount)}</Figure>
      </div>
      {one.errorCount > 0 && (
        <section aria-labelledby="faults-title">
          <Group justify="space-between" mb="xs">
            <Title order={3} id="faults-title" fz="h4">Bad lines</Title>
            <Button component="a" href={faultsFile(projectId, one.id)} download variant="default" size="compact-md" leftSection={<IconDownload size={16} aria-hidden />}>errors.csv</Button>
          </Group>
          <CardTable least={480} heads={<><Head w={80}>Line</Head><Head w={160}>Column</Head><Head>What is wrong</Head></>}>
            {one.errors.slice(0, 200).map((fault, i) => (
              <Row key={i}><Cell className="tabular">{number(fault.line)}</Cell><Cell under="Column">{fault.column ?? '–'}</Cell><Cell under="What is wrong">{fault.message}</Cell></Row>
            ))}
          </CardTable>
          {one.errorCount > Math.min(200, one.errors.length) && <Text size="sm" c="dimmed" mt="xs">The first {number(Math.min(200, one.errors.length))} are shown; errors.csv has more.</Text>}
        </section>
      )}
      {one.state === 'DONE' && (
        <Group>
          <ButtonLink to="/projects/$projectId/items" params={{ projectId }}>See the items</ButtonLink>
          <ButtonLink to="/projects/$projectId/imports" params={{ projectId }} variant="default">Import another file</ButtonLink>
        </Group>
      )}
    </Stack>
  )
}

import { Badge, Group, Progress, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { importsQuery, uploadImport, type Import } from '~/api/imports'
import { bytes, number } from '~/lib/format'
import type { Progress as Sent } from '~/lib/upload'
import { CardTable, Cell, Head, Row as CardRow } from '~/ui/CardTable'
import { Fault } from '~/ui/Fault'
import { AnchorLink } from '~/ui/links'
import { Loaded } from '~/ui/Loaded'
import { SectionHeader } from '~/ui/SectionHeader'
import { FileDrop } from './FileDrop'
import { ImagesSection } from './ImagesSection'
import { importWord } from './words'

export function ImportsPage() {
  const { projectId } = useParams({ strict: false }) as { projectId: string }
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const imports = useQuery(importsQuery(projectId))
  const [sent, setSent] = useState<Sent | null>(null)
  const uploading = useMutation({
    mutationFn: (file: File) => uploadImport(projectId, file, setSent),
    onSuccess: async (made) => {
      await queryClient.invalidateQueries(importsQuery(projectId))
      await navigate({ to: '/projects/$projectId/imports/$importId', params: { projectId, importId: made.id } })
    },
    onSettled: () => setSent(null),
  })
  return (
    <Stack gap="lg">
      <div>
        <AnchorLink to="/projects/$projectId/items" params={{ projectId }} size="sm">All items</AnchorLink>
        <SectionHeader title="Import items" lead="One row an item: a prompt and one or more answers to it. You map the columns next, and nothing is imported before you say so." />
      </div>
      <FileDrop disabled={uploading.isPending} onFile={(file) => uploading.mutate(file)} />
      {uploading.isPending && sent && (
        <div>
          <Text size="sm" mb={4}>{sent.sent < sent.total ? `${bytes(sent.sent)} of ${bytes(sent.total)} sent` : 'Reading the file'}</Text>
          <Progress value={sent.sent / Math.max(1, sent.total) * 100} animated={sent.sent >= sent.total} aria-label="Upload" />
        </div>
      )}
      <Fault error={uploading.error} />
      <ImagesSection projectId={projectId} />
      <Loaded query={imports} lines={2}>
        {({ items }) => items.length === 0 ? null : (
          <section aria-labelledby="earlier-title">
            <Title order={3} id="earlier-title" fz="h4" mb="xs">Earlier imports</Title>
            <CardTable least={560} heads={<><Head>File</Head><Head>State</Head><Head ta="right">Imported</Head><Head ta="right">Already there</Head><Head ta="right">Bad lines</Head></>}>
              {items.map((one) => <Row key={one.id} projectId={projectId} one={one} />)}
            </CardTable>
          </section>
        )}
      </Loaded>
    </Stack>
  )
}

function Row({ projectId, one }: { projectId: string; one: Import }) {
  const { word, color } = importWord(one)
  return (
    <CardRow className="tabular">
      <Cell><AnchorLink to="/projects/$projectId/imports/$importId" params={{ projectId, importId: one.id }} size="sm">{one.fileName}</AnchorLink></Cell>
      <Cell><Group gap={6}><Badge variant="light" color={color}>{word}</Badge></Group></Cell>
      <Cell under="Imported" ta="right">{number(one.imported)}</Cell><Cell under="Already there" ta="right">{number(one.duplicates)}</Cell><Cell under="Bad lines" ta="right">{number(one.errorCount)}</Cell>
    </CardRow>
  )
}

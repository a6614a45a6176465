import { List, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { versionCausesQuery } from '~/api/guidelineDesk'
import { t } from '~/lib/i18n'
import { CauseLink } from '~/ui/causes'

/** Which doubts led to a version, with the way back to each. */
export function AnsweredDoubts({ projectId, version }: { projectId: string; version: number }) {
  const causes = useQuery(versionCausesQuery(projectId)).data?.items.filter((cause) => cause.version === version) ?? []
  if (causes.length === 0) return null
  return (
    <div>
      <Title order={2} fz="h4" mb={6}>{t('What led to this version')}</Title>
      <List size="sm" spacing={6}>{causes.map((cause) => <List.Item key={`${cause.kind}/${cause.subject}`}><Text size="sm">{cause.summary}</Text><CauseLink projectId={projectId} cause={cause} /></List.Item>)}</List>
    </div>
  )
}

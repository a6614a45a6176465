import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { projectQuery } from '~/api/projects'
import { useAccount } from '~/api/session'
import { SectionHeader } from '~/ui/SectionHeader'
import { AgreementSection } from './AgreementSection'
import { DecisionsSection } from './DecisionsSection'
import { StandingsSection } from './StandingsSection'
import { VersionsSection } from './VersionsSection'

export function QualityPage() {
  const { projectId } = useParams({ strict: false }) as { projectId: string }
  const project = useQuery(projectQuery(projectId)).data
  const owner = useAccount()?.owner ?? false
  const leads = owner || (project?.roles.some((role) => role === 'LEAD' || role === 'MANAGER') ?? false)
  return (
    <Stack gap={36}>
      <SectionHeader title="Quality" lead="Where there is too little to say, this page says so instead of showing a number." />
      <AgreementSection projectId={projectId} />
      <VersionsSection projectId={projectId} />
      {leads && project && <StandingsSection project={project} />}
      {leads && <DecisionsSection projectId={projectId} />}
    </Stack>
  )
}

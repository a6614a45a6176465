import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { projectQuery } from '~/api/projects'
import { Empty } from '~/ui/Empty'
import { Loaded } from '~/ui/Loaded'
import { SectionHeader } from '~/ui/SectionHeader'
import { AboutSection } from './AboutSection'
import { GateSection } from './GateSection'
import { HandingOutSection } from './HandingOutSection'
import { StateSection } from './StateSection'
import { TermsSection } from './TermsSection'

export function SettingsPage() {
  const { projectId } = useParams({ strict: false }) as { projectId: string }
  const project = useQuery(projectQuery(projectId))
  return (
    <Stack gap="lg" maw={860}>
      <SectionHeader title="Settings" lead="Every change is written to the audit trail with your name." />
      <Loaded query={project}>
        {(found) => found.settings === null ? (
          <Empty title="Only managers see the settings">What binds you stands on the project’s own page: its terms, its guideline and its gate.</Empty>
        ) : (
          <>
            <StateSection project={found} />
            <HandingOutSection project={found} />
            <GateSection project={found} />
            <TermsSection project={found} />
            <AboutSection project={found} />
          </>
        )}
      </Loaded>
    </Stack>
  )
}

import { Alert, Grid, Group, Stack, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { membershipQuery, projectQuery } from '~/api/projects'
import type { MembershipView, Project } from '~/api/types'
import { t } from '~/lib/i18n'
import { told } from '~/lib/told'
import { Loaded } from '~/ui/Loaded'
import { Markdown } from '~/ui/markdown/Markdown'
import { ButtonLink } from '~/ui/links'
import { TermsSheet } from '~/ui/TermsSheet'
import { AcceptTerms } from './AcceptTerms'
import { LeaveProject } from './LeaveProject'
import { NewerTerms } from './NewerTerms'
import { OwnLanes } from './OwnLanes'

const hasJoined = (membership: MembershipView) => membership.state === 'ACTIVE' || membership.state === 'RESTRICTED'
/** Runs the project and does not work in it: what trainers are asked for is under Settings and Routing. */
const isStaff = (project: Project, membership: MembershipView) => project.roles.length > 0 && !project.roles.includes('TRAINER') && !hasJoined(membership)

/** What the project is and under which terms one works here; the place to join and to leave. */
export function ProjectPage() {
  const { projectId } = useParams({ strict: false }) as { projectId: string }
  const project = useQuery(projectQuery(projectId))
  const membership = useQuery(membershipQuery(projectId))
  useDocumentTitle(`${project.data?.name ?? t('Project')} · Touchstone`)
  return (
    <Loaded query={project}>
      {(found) => (
        <Grid gap="xl">
          <Grid.Col span={{ base: 12, md: 7 }}>
            <Stack gap="lg">
              <Text fz="lg" className="measure">{found.summary}</Text>
              {found.description && <Markdown text={found.description} prose />}
              <Sheet project={found} membership={membership.data} />
              {membership.data && !isStaff(found, membership.data) && <OwnLanes projectId={projectId} joined={hasJoined(membership.data)} />}
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 5 }}>
            {membership.data && <Side project={found} membership={membership.data} />}
          </Grid.Col>
        </Grid>
      )}
    </Loaded>
  )
}

function Sheet({ project, membership }: { project: Project; membership: MembershipView | undefined }) {
  const frozen = membership && hasJoined(membership) ? membership.terms : null
  const terms = frozen ?? project.terms
  if (terms === null) return <Text c="dimmed">{t('This project has no terms yet.')}</Text>
  return (
    <section aria-labelledby="terms">
      <Title order={2} fz="h3" id="terms" mb={4}>{frozen ? t('Your terms') : t('Terms')}</Title>
      {frozen && <Text size="sm" c="dimmed" mb="xs">{t('You accepted these; they hold for you until you accept newer ones.')}</Text>}
      <TermsSheet terms={terms} perPerson={project.perPerson} />
    </section>
  )
}

function Side({ project, membership }: { project: Project; membership: MembershipView }) {
  const joined = hasJoined(membership)
  return (
    <Stack gap="md">
      {joined && membership.newerTerms && <NewerTerms projectId={project.id} mine={membership.terms} newer={membership.newerTerms} />}
      {joined && membership.mayWork.allowed && (
        <Alert color="pine" variant="light" title={t('You may work here')}>
          <Group mt={4}><ButtonLink to="/projects/$projectId/work" params={{ projectId: project.id }}>{t('Work')}</ButtonLink><ButtonLink to="/projects/$projectId/record" params={{ projectId: project.id }} variant="default">{t('My work')}</ButtonLink></Group>
        </Alert>
      )}
      {joined && !membership.mayWork.allowed && (
        <Alert color="gold" variant="light" title={t('Before you can work here')}>
          <Stack gap="sm">
            {membership.mayWork.reasons.map((reason) => (
              <div key={reason.code}>{told(reason.sentence)} <Text span c="dimmed">{told(reason.remedy)}</Text></div>
            ))}
            {membership.current !== null && membership.acknowledged !== membership.current && (
              <ButtonLink to="/projects/$projectId/guideline" params={{ projectId: project.id }} w="fit-content">{t('Read the guideline')}</ButtonLink>
            )}
            {membership.mayWork.reasons.some((reason) => reason.code === 'CALIBRATE') && <ButtonLink to="/projects/$projectId/calibration" params={{ projectId: project.id }} w="fit-content">{t('To the calibration')}</ButtonLink>}
            {membership.state === 'RESTRICTED' && <ButtonLink to="/projects/$projectId/record" params={{ projectId: project.id }} variant="default" w="fit-content">{t('See the decision')}</ButtonLink>}
          </Stack>
        </Alert>
      )}
      {!joined && !isStaff(project, membership) && project.terms && <AcceptTerms project={project} terms={project.terms} />}
      {joined && <LeaveProject projectId={project.id} name={project.name} />}
    </Stack>
  )
}

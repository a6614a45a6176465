import { Alert, List, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { overviewQuery, type Overview } from '~/api/projectDesk'
import { guidelineQuery, projectQuery } from '~/api/projects'
import { useAccount } from '~/api/session'
import type { Project } from '~/api/types'
import { count, day, money, number, percent } from '~/lib/format'
import { DayBars } from '~/ui/figures/DayBars'
import { Figure } from '~/ui/figures/Figure'
import { Interval } from '~/ui/figures/Interval'
import { inRubricOrder } from '~/ui/judged/order'
import { AnchorLink } from '~/ui/links'
import { Loaded } from '~/ui/Loaded'
import { SectionHeader } from '~/ui/SectionHeader'

export function OverviewPage() {
  const { projectId } = useParams({ strict: false }) as { projectId: string }
  const project = useQuery(projectQuery(projectId)).data
  const overview = useQuery(overviewQuery(projectId))
  return (
    <Stack gap="lg">
      <SectionHeader title="Overview" />
      {project && <NextSteps project={project} overview={overview.data} />}
      <Loaded query={overview} lines={8}>{(found) => <Figures projectId={projectId} found={found} />}</Loaded>
    </Stack>
  )
}

/** A draft says what is still missing and where to do it. */
function NextSteps({ project, overview }: { project: Project; overview: Overview | undefined }) {
  const owner = useAccount()?.owner ?? false
  if (!owner && !project.roles.includes('MANAGER')) return null
  const params = { projectId: project.id }
  const links = (
    <Text size="sm" mt="xs">
      <AnchorLink to="/projects/$projectId/guideline/edit" params={params} size="sm" underline="always">Write the guideline</AnchorLink>, <AnchorLink to="/projects/$projectId/imports" params={params} size="sm" underline="always">import items</AnchorLink>
      {' '}or <AnchorLink to="/projects/$projectId/settings" params={params} size="sm" underline="always">go to the settings</AnchorLink>.
    </Text>
  )
  if (project.state === 'DRAFT') {
    return project.missing.length > 0
      ? <Alert color="gold" variant="light" title="Before this project can be published"><List size="sm" spacing={2}>{project.missing.map((sentence) => <List.Item key={sentence}>{sentence}</List.Item>)}</List>{links}</Alert>
      : <Alert color="pine" variant="light" title="Ready to be published">Everything people need to know is there. Publish it in the <AnchorLink to="/projects/$projectId/settings" params={params} size="sm" underline="always">settings</AnchorLink>.</Alert>
  }
  if (overview?.items === 0) return <Alert color="gold" variant="light" title="There is nothing to judge yet">{links}</Alert>
  return null
}

function Figures({ projectId, found }: { projectId: string; found: Overview }) {
  const params = { projectId }
  return (
    <>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 4 }} spacing="sm">
        <Figure name="Items complete" note={`of ${number(found.items)}, ${number(found.open)} open`}>{found.items === 0 ? '–' : percent(found.complete / found.items)}</Figure>
        <Figure name="Judgments" note={found.flags > 0 ? `and ${count(found.flags, 'flag')}` : 'no flags'}>{number(found.judgments)}</Figure>
        <Figure name="Expected to finish" note={found.finishExpected ? 'at the pace of the last days' : found.open === 0 ? 'nothing is open' : 'told after three days of work'}>{found.finishExpected ? day(found.finishExpected) : '–'}</Figure>
        <Figure name="Open cases" note={found.openCases > 0 ? <AnchorLink to="/projects/$projectId/cases" params={params} search={{}} size="sm">decide them</AnchorLink> : 'nothing waits'}>{number(found.openCases)}</Figure>
        <Figure name="Posted" note="earned and settled">{money(found.cost.posted)}</Figure>
        <Figure name="Pending" note="waits for review">{money(found.cost.pending)}</Figure>
        <Figure name="Cost per finished item">{found.costPerItem ? money(found.costPerItem) : '–'}</Figure>
        <Figure name="Trainers" note={<AnchorLink to="/projects/$projectId/quality" params={params} size="sm">their standings</AnchorLink>}>{number(found.trainers)}</Figure>
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
        <Paper className="sheet" p="md">
          <Title order={3} fz="h5" mb="lg">Judgments a day</Title>
          <DayBars days={found.judgmentsPerDay} unit="judgment" />
        </Paper>
        <Paper className="sheet" p="md">
          <Title order={3} fz="h5" mb="sm">Agreement</Title>
          <Agreement projectId={projectId} rows={found.agreement} />
        </Paper>
      </SimpleGrid>
    </>
  )
}

const two = (value: number) => value.toFixed(2)

function Agreement({ projectId, rows }: { projectId: string; rows: Overview['agreement'] }) {
  const rubric = useQuery({ ...guidelineQuery(projectId, 'current'), retry: false }).data?.rubric
  if (rows.length === 0) return <Text size="sm" c="dimmed">Undefined: nothing has been judged by two people yet.</Text>
  return (
    <Stack gap="xs">
      {inRubricOrder(rows, rubric, (row) => row.criterion).map((row) => {
        const title = rubric?.criteria.find((criterion) => criterion.key === row.criterion)?.title ?? row.criterion
        return (
          <SimpleGrid key={row.criterion} cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing={2}>
            <Text size="sm">{title}</Text>
            <Interval estimate={row.estimate} label={title} from={-0.2} to={1} line={0.67} format={two} />
          </SimpleGrid>
        )
      })}
    </Stack>
  )
}

import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { guidelineQuery, guidelinesQuery } from '~/api/projects'
import { agreementByVersionQuery, type VersionAgreement } from '~/api/quality'
import { count } from '~/lib/format'
import { CardTable, Cell, Head, Row, RowHead } from '~/ui/CardTable'
import { Interval } from '~/ui/figures/Interval'
import { inRubricOrder } from '~/ui/judged/order'
import { AnchorLink } from '~/ui/links'

const two = (value: number) => value.toFixed(2)
const shown = 3

/** Agreement before and after: each criterion under the last versions of the guideline, side by side. */
export function VersionsSection({ projectId }: { projectId: string }) {
  const versions = useQuery(agreementByVersionQuery(projectId)).data?.items ?? []
  const published = useQuery(guidelinesQuery(projectId)).data?.items ?? []
  const rubric = useQuery({ ...guidelineQuery(projectId, 'current'), retry: false }).data?.rubric
  if (published.length < 2 || versions.length === 0) return null
  const columns = versions.slice(-shown)
  const rows = inRubricOrder([...new Set(columns.flatMap((version) => version.alphas.map((alpha) => alpha.criterion)))], rubric, (key) => key)
  return (
    <section aria-labelledby="versions-title">
      <Title order={3} id="versions-title" fz="h4">Agreement by guideline version</Title>
      <Text size="sm" c="dimmed" mb="sm" className="measure">
        Judgments of one version only are compared with each other. Where two intervals lie apart, the change of the guideline made a difference; where they overlap, nobody can tell yet.{' '}
        {versions.length > shown && <>The last {shown} of {versions.length} versions are shown.</>}
      </Text>
      <CardTable least={640} aria-labelledby="versions-title"
        heads={<><Head>Criterion</Head>{columns.map((version) => <Head kept key={version.version}><Heading projectId={projectId} version={version} effect={published.find((one) => one.version === version.version)?.effect} /></Head>)}</>}>
            {rows.map((key) => {
              const title = rubric?.criteria.find((criterion) => criterion.key === key)?.title ?? key
              return (
                <Row key={key}>
                  <RowHead>{title}</RowHead>
                  {columns.map((version) => {
                    const alpha = version.alphas.find((one) => one.criterion === key)
                    return <Cell key={version.version} under={`Version ${version.version}`}>{alpha ? <><Interval estimate={alpha.estimate} label={`${title}, version ${version.version}`} from={-0.2} to={1} line={0.67} format={two} />
                      {alpha.items > 0 && <AnchorLink to="/projects/$projectId/quality/agreement/$criterion" params={{ projectId, criterion: key }} search={{ from: version.version, to: version.version }} size="xs" underline="always" aria-label={`Where judges differed on “${title}” under version ${version.version}`}>Where they differed</AnchorLink>}</> : <Text size="sm" c="dimmed">Not asked, or not answered</Text>}</Cell>
                  })}
                </Row>
              )
            })}
      </CardTable>
    </section>
  )
}

function Heading({ projectId, version, effect }: { projectId: string; version: VersionAgreement; effect: string | undefined }) {
  return (
    <>
      Version {version.version}
      <Text size="xs" c="dimmed" fw={400}>
        {effect === 'BREAKING' && version.version > 1 ? 'breaking, ' : ''}{count(version.judgments, 'judgment')}
        {version.version > 1 && <>, <AnchorLink to="/projects/$projectId/guideline/compare" params={{ projectId }} search={{ from: version.version - 1, to: version.version }} size="xs" underline="always">what changed</AnchorLink></>}
      </Text>
    </>
  )
}

import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { guidelineQuery } from '~/api/projects'
import { agreementQuery } from '~/api/quality'
import { count } from '~/lib/format'
import { CardTable, Cell, Head, Row } from '~/ui/CardTable'
import { Interval } from '~/ui/figures/Interval'
import { inRubricOrder } from '~/ui/judged/order'
import { AnchorLink } from '~/ui/links'
import { Loaded } from '~/ui/Loaded'
import { kindWord } from '~/ui/words'

const two = (value: number) => value.toFixed(2)

/** How well judges agree on each criterion, beyond what chance would give. */
export function AgreementSection({ projectId }: { projectId: string }) {
  const agreement = useQuery(agreementQuery(projectId))
  const rubric = useQuery({ ...guidelineQuery(projectId, 'current'), retry: false }).data?.rubric
  return (
    <section aria-labelledby="agreement-title">
      <Title order={3} id="agreement-title" fz="h4">Agreement per criterion</Title>
      <Text size="sm" c="dimmed" mb="sm" className="measure">
        Krippendorff’s alpha: 1 is full agreement, 0 what chance alone would give. From about 0.8 data is usually called reliable; below 0.67 the criterion or the guideline deserves a look.
      </Text>
      <Loaded query={agreement}>
        {({ items }) => items.length === 0 ? <Text size="sm" c="dimmed">Undefined: nothing has been judged yet.</Text> : (
          <CardTable least={560} heads={<><Head>Criterion</Head><Head w="45%">Alpha, with its 95 % interval</Head><Head>Rests on</Head></>}>
            {inRubricOrder(items, rubric, (row) => row.criterion).map((row) => {
              const criterion = rubric?.criteria.find((candidate) => candidate.key === row.criterion)
              const title = criterion?.title ?? row.criterion
              return (
                <Row key={row.criterion}>
                  <Cell><Text size="sm" fw={500}>{title}</Text><Text size="xs" c="dimmed">{criterion ? `${kindWord(criterion.kind)}, ` : ''}{row.level.toLowerCase()}</Text></Cell>
                  <Cell under="Alpha, with its 95 % interval"><Interval estimate={row.estimate} label={title} from={-0.2} to={1} line={0.67} format={two} /></Cell>
                  <Cell under="Rests on"><AnchorLink to="/projects/$projectId/quality/agreement/$criterion" params={{ projectId, criterion: row.criterion }} size="sm" aria-label={`The judgments behind the agreement on ${title}`}>{count(row.items, 'unit')}, {count(row.raters, 'judge')}</AnchorLink></Cell>
                </Row>
              )
            })}
          </CardTable>
        )}
      </Loaded>
    </section>
  )
}

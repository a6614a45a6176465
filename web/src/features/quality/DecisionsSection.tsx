import { Stack, Text, Title } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { casesQuery } from '~/api/cases'
import { decisionsQuery } from '~/api/quality'
import { DecisionRecord } from '~/ui/judged/DecisionRecord'
import { AnchorLink } from '~/ui/links'
import { Loaded } from '~/ui/Loaded'

/** What the gate decided about people, with its evidence; appeals lead to their cases. */
export function DecisionsSection({ projectId }: { projectId: string }) {
  const decisions = useQuery(decisionsQuery(projectId))
  const open = useInfiniteQuery(casesQuery(projectId, 'OPEN')).data?.pages.flatMap((page) => page.items) ?? []
  const appeals = open.filter((one) => one.kind === 'APPEAL').length
  return (
    <section aria-labelledby="decisions-title">
      <Title order={3} id="decisions-title" fz="h4">Decisions about people</Title>
      <Text size="sm" c="dimmed" mb="sm" className="measure">Every restriction is recorded with the rule and the judgments behind it. It never touches earned pay.
        {appeals > 0 && <> {appeals === 1 ? 'An appeal waits' : `${appeals} appeals wait`} for an answer: <AnchorLink to="/projects/$projectId/cases" params={{ projectId }} search={{}} size="sm" underline="always">see the cases</AnchorLink>.</>}</Text>
      <Loaded query={decisions} lines={2}>
        {({ items }) => items.length === 0
          ? <Text size="sm" c="dimmed">Nobody has been restricted here.</Text>
          : <Stack gap="sm" maw={860}>{items.map((decision) => <DecisionRecord key={decision.id} decision={decision} projectId={projectId} />)}</Stack>}
      </Loaded>
    </section>
  )
}

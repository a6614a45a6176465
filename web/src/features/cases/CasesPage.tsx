import { Badge, SegmentedControl, Text } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { casesQuery, type CaseState } from '~/api/cases'
import { relative } from '~/lib/format'
import { CardTable, Cell, Head, Row } from '~/ui/CardTable'
import { Empty } from '~/ui/Empty'
import { AnchorLink } from '~/ui/links'
import { Loaded } from '~/ui/Loaded'
import { MoreButton } from '~/ui/MoreButton'
import { SectionHeader } from '~/ui/SectionHeader'
import { causeWord, kindColor, kindWord } from './words'

export function CasesPage() {
  const { projectId } = useParams({ strict: false }) as { projectId: string }
  const { state = 'OPEN' } = useSearch({ strict: false }) as { state?: CaseState }
  const navigate = useNavigate()
  const cases = useInfiniteQuery(casesQuery(projectId, state))
  return (
    <>
      <SectionHeader title="Cases" lead="Flags, disagreements, appeals and disputes: what a person has to settle."
        actions={<SegmentedControl aria-label="Which cases" value={state} data={[{ value: 'OPEN', label: 'Open' }, { value: 'DECIDED', label: 'Decided' }]}
          onChange={(value) => void navigate({ to: '/projects/$projectId/cases', params: { projectId }, search: value === 'DECIDED' ? { state: 'DECIDED' } : {} })} />} />
      <Loaded query={cases}>
        {({ pages }) => {
          const found = pages.flatMap((page) => page.items)
          if (found.length === 0) {
            return state === 'OPEN'
              ? <Empty order={3} icon={<IconChecks size={34} stroke={1.4} aria-hidden />} title="Nothing waits for a decision">New flags and disagreements appear here by themselves.</Empty>
              : <Empty order={3} title="Nothing is decided yet">Decided cases stay here with their reasons.</Empty>
          }
          return (
            <CardTable least={640} highlightOnHover heads={<><Head w={130}>Kind</Head><Head>About</Head><Head ta="right">Judgments</Head><Head>Opened</Head></>}>
              {found.map((one) => (
                <Row key={one.id}>
                  <Cell><Badge variant="light" color={kindColor(one.kind)}>{kindWord(one.kind)}</Badge></Cell>
                  <Cell maw={560}>
                    <AnchorLink to="/projects/$projectId/cases/$caseId" params={{ projectId, caseId: one.id }} c="inherit"><Text span size="sm" fw={500} lineClamp={2} display="-webkit-box">{one.prompt ?? kindWord(one.kind)}</Text></AnchorLink>
                    {one.causes.slice(0, 2).map((cause, i) => <Text key={i} size="sm" c="dimmed" lineClamp={2}>{causeWord(cause)}</Text>)}
                  </Cell>
                  <Cell under="Judgments" ta="right" className="tabular">{one.judgments}</Cell>
                  <Cell under="Opened" style={{ whiteSpace: 'nowrap' }}><Text size="sm" c="dimmed">{relative(one.openedAt)}</Text></Cell>
                </Row>
              ))}
            </CardTable>
          )
        }}
      </Loaded>
      <MoreButton pages={cases} />
    </>
  )
}

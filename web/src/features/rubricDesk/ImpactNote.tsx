import { Badge, Stack, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { draftComparisonQuery, impactQuery, type Impact } from '~/api/guidelineDesk'
import { count, money, number } from '~/lib/format'
import { Loaded } from '~/ui/Loaded'
import { changeColor, changeWord } from '~/ui/RubricComparison'

/** What publishing the draft would touch: judgments, open items, leases, and the price of judging again. */
export function ImpactNote({ projectId, breaking }: { projectId: string; breaking: boolean }) {
  const impact = useQuery(impactQuery(projectId))
  const comparison = useQuery(draftComparisonQuery(projectId)).data
  return (
    <section aria-labelledby="impact-title">
      <Text component="h3" size="sm" fw={600} id="impact-title" m={0} mb={4}>What it touches</Text>
      <Loaded query={impact} lines={3}>
        {(found) => (
          <Stack gap="xs">
            {comparison && comparison.bodyBefore === comparison.bodyAfter && comparison.criteria.every((criterion) => criterion.kind === 'SAME') && <Text size="sm" c="dimmed">The draft says the same as version {comparison.from}.</Text>}
            <Text size="sm">
              {count(found.judgments, 'judgment')} {found.judgments === 1 ? 'was' : 'were'} made under the versions that hold now; {count(found.openItems, 'open item')} will be judged under this one.
              {found.leases > 0 && <> {count(found.leases, 'task')} {found.leases === 1 ? 'is' : 'are'} with somebody just now and {found.leases === 1 ? 'finishes' : 'finish'} under the version {found.leases === 1 ? 'it was' : 'they were'} taken with.</>}
            </Text>
            <Touched impact={found} />
            {breaking && <Text size="sm">{recheckSentence(found.recheck)}{found.known > 0 && <> {count(found.known, 'known answer')} score nobody under the new version until {found.known === 1 ? 'it is' : 'they are'} confirmed for it.</>}</Text>}
          </Stack>
        )}
      </Loaded>
    </section>
  )
}

function Touched({ impact }: { impact: Impact }) {
  const touched = impact.criteria.filter((criterion) => criterion.change !== 'SAME')
  if (touched.length === 0) return <Text size="sm" c="dimmed">No question changes; only the text does.</Text>
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table verticalSpacing={6} fz="sm">
        <Table.Thead><Table.Tr><Table.Th miw={160}>Question</Table.Th><Table.Th ta="right" style={nowrap}>Judgments</Table.Th><Table.Th ta="right" style={nowrap}>Items</Table.Th><Table.Th ta="right" style={nowrap}>Open items</Table.Th></Table.Tr></Table.Thead>
        <Table.Tbody>
          {touched.map((criterion) => (
            <Table.Tr key={criterion.key}>
              <Table.Td><Badge size="sm" variant="light" color={changeColor(criterion.change)} mr={8}>{changeWord(criterion.change)}</Badge>{criterion.title}</Table.Td>
              <Table.Td ta="right" className="tabular">{number(criterion.judgments)}</Table.Td><Table.Td ta="right" className="tabular">{number(criterion.items)}</Table.Td><Table.Td ta="right" className="tabular">{number(criterion.openItems)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

const nowrap = { whiteSpace: 'nowrap' } as const

function recheckSentence({ items, places, least, most, minutes }: Impact['recheck']): string {
  if (places === 0) return 'Nothing would have to be judged again.'
  const price = least.minor === most.minor ? money(most) : `${money(least)} to ${money(most)}, by the rate each person accepted`
  return `Judging everything again afterwards would be ${count(places, 'judgment')} of ${count(items, 'item')}: ${price}${minutes > 0 ? `, about ${minutes < 90 ? count(minutes, 'minute') : count(Math.round(minutes / 60), 'hour')} of work` : ''}. You order it, or a part of it, once the version is out.`
}

import { Stack, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { guidelineQuery } from '~/api/projects'
import { dissentsQuery, type Dissents } from '~/api/quality'
import type { Criterion } from '~/api/types'
import { count, letter } from '~/lib/format'
import { Empty } from '~/ui/Empty'
import { classWords } from '~/ui/judged/words'
import { AnchorLink } from '~/ui/links'
import { Loaded } from '~/ui/Loaded'
import { SectionHeader } from '~/ui/SectionHeader'

/** The judgments behind one figure of agreement: the items on which judges differ, each one key away from the guideline's next version. */
export function DissentsPage() {
  const { projectId, criterion } = useParams({ strict: false }) as { projectId: string; criterion: string }
  const { version } = useSearch({ strict: false }) as { version?: number }
  const guideline = useQuery({ ...guidelineQuery(projectId, version ?? 'current'), retry: false }).data
  const dissents = useQuery(dissentsQuery(projectId, criterion, version))
  const asked = guideline?.rubric.criteria.find((one) => one.key === criterion)
  return (
    <>
      <AnchorLink to="/projects/$projectId/quality" params={{ projectId }} size="sm">All criteria</AnchorLink>
      <SectionHeader title={`Where judges differ: ${asked?.title ?? criterion}`}
        lead={version ? `Judgments under version ${version} of the guideline only, the most divided first.` : 'Judgments since the last breaking change of the guideline, the most divided first.'} />
      <Loaded query={dissents} lines={6}>
        {(found) => found.dissents.length === 0
          ? <Empty order={3} title="Nobody differs here">{found.judged === 0 ? 'Nothing was judged by two people yet.' : `${count(found.judged, 'item or response', 'items or responses')} had two judges or more, and all said the same.`}</Empty>
          : <List projectId={projectId} found={found} criterion={asked} />}
      </Loaded>
    </>
  )
}

function List({ projectId, found, criterion }: { projectId: string; found: Dissents; criterion: Criterion | undefined }) {
  const hidden = found.divided - found.dissents.length
  return (
    <Stack gap="sm">
      <Text size="sm">{found.divided} of {count(found.judged, 'item or response', 'items or responses')} with two judges or more got different answers.{hidden > 0 && ` The ${found.dissents.length} most divided are listed.`}</Text>
      <Table.ScrollContainer minWidth={560}>
        <Table verticalSpacing="xs" highlightOnHover>
          <Table.Thead><Table.Tr><Table.Th>Item</Table.Th><Table.Th>About</Table.Th><Table.Th>What was said</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {found.dissents.map((one) => (
              <Table.Tr key={`${one.item}/${one.response}/${one.part}`}>
                <Table.Td maw={460}><AnchorLink to="/projects/$projectId/items/$itemId" params={{ projectId, itemId: one.item }} c="inherit"><Text size="sm" lineClamp={2} component="span" display="-webkit-box">{one.prompt}</Text></AnchorLink></Table.Td>
                <Table.Td><Text size="sm" c="dimmed">{about(one, criterion)}</Text></Table.Td>
                <Table.Td><Text size="sm">{Object.entries(one.answers).map(([answer, n]) => `${classWords(criterion, answer)} ${n}×`).join(', ')}</Text></Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  )
}

function about({ response, part }: Dissents['dissents'][number], criterion: Criterion | undefined): string {
  const of = response == null ? '' : `Response ${letter(response)}`
  if (part == null) return of || 'The item'
  return [of, `${criterion?.kind === 'turns' ? 'turn' : 'step'} ${part + 1}`].filter(Boolean).join(', ')
}

import { Stack, Text } from '@mantine/core'
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
import classes from './DissentsPage.module.css'

/** The judgments behind one figure of agreement: the items on which judges differ, each one key away from the guideline's next version. */
export function DissentsPage() {
  const { projectId, criterion } = useParams({ strict: false }) as { projectId: string; criterion: string }
  const versions = useSearch({ strict: false }) as { from?: number; to?: number }
  const guideline = useQuery({ ...guidelineQuery(projectId, versions.to ?? 'current'), retry: false }).data
  const dissents = useQuery(dissentsQuery(projectId, criterion, versions))
  const asked = guideline?.rubric.criteria.find((one) => one.key === criterion)
  return (
    <>
      <AnchorLink to="/projects/$projectId/quality" params={{ projectId }} size="sm">All criteria</AnchorLink>
      <SectionHeader title={`Where judges differ: ${asked?.title ?? criterion}`}
        lead={`${underWords(versions)}, the most divided first.`} />
      <Loaded query={dissents} lines={6}>
        {(found) => found.dissents.length === 0
          ? <Empty order={3} title="Nobody differs here">{found.judged === 0 ? 'Nothing was judged by two people yet.' : `${count(found.judged, 'item or response', 'items or responses')} had two judges or more, and all said the same.`}</Empty>
          : <List projectId={projectId} found={found} criterion={asked} />}
      </Loaded>
    </>
  )
}

function underWords({ from, to }: { from?: number; to?: number }): string {
  if (to === undefined) return 'Judgments since the last breaking change of the guideline'
  return from === to ? `Judgments under version ${to} of the guideline only` : `Judgments before version ${to + 1} of the guideline, back to the breaking change before it`
}

function List({ projectId, found, criterion }: { projectId: string; found: Dissents; criterion: Criterion | undefined }) {
  const hidden = found.divided - found.dissents.length
  return (
    <Stack gap="sm">
      <Text size="sm">{found.divided} of {count(found.judged, 'item or response', 'items or responses')} with two judges or more got different answers.{hidden > 0 && ` The ${found.dissents.length} most divided are listed.`}</Text>
      <ul className={classes.dissents}>
        {found.dissents.map((one) => (
          <li key={`${one.item}/${one.response}/${one.part}`}>
            <AnchorLink to="/projects/$projectId/items/$itemId" params={{ projectId, itemId: one.item }} size="sm" lineClamp={2}>{one.prompt}</AnchorLink>
            <Text size="sm"><Text span size="sm" c="dimmed">{about(one, criterion)}: </Text>{Object.entries(one.answers).map(([answer, n]) => `${classWords(criterion, answer)} ${n}×`).join(', ')}</Text>
          </li>
        ))}
      </ul>
    </Stack>
  )
}

function about({ response, part }: Dissents['dissents'][number], criterion: Criterion | undefined): string {
  const of = response == null ? '' : `Response ${letter(response)}`
  if (part == null) return of || 'The item'
  return [of, `${criterion?.kind === 'turns' ? 'turn' : 'step'} ${part + 1}`].filter(Boolean).join(', ')
}

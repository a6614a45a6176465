import { Badge, Group, Loader, SegmentedControl, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch, IconStarFilled } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { itemsQuery, type ItemCard } from '~/api/items'
import { guidelineQuery, projectQuery } from '~/api/projects'
import { useAccount } from '~/api/session'
import type { Rubric } from '~/api/types'
import { count, letter } from '~/lib/format'
import { CardTable, Cell, Head, Row as CardRow } from '~/ui/CardTable'
import { Empty } from '~/ui/Empty'
import { ConsensusWords } from '~/ui/judged/ConsensusWords'
import { AnchorLink, ButtonLink } from '~/ui/links'
import { Loaded } from '~/ui/Loaded'
import { MoreButton } from '~/ui/MoreButton'
import { SectionHeader } from '~/ui/SectionHeader'
import { sensitivityWord } from '~/ui/words'

const states = [{ value: '', label: 'All' }, { value: 'OPEN', label: 'Open' }, { value: 'COMPLETE', label: 'Complete' }]

export function ItemsPage() {
  const { projectId } = useParams({ strict: false }) as { projectId: string }
  const search = useSearch({ strict: false }) as { state?: string; q?: string }
  const navigate = useNavigate()
  const project = useQuery(projectQuery(projectId)).data
  const owner = useAccount()?.owner ?? false
  const rubric = useQuery({ ...guidelineQuery(projectId, 'current'), enabled: project?.guidelineVersion != null }).data?.rubric
  const [text, setText] = useState(search.q ?? '')
  const [q] = useDebouncedValue(text.trim(), 300)
  const items = useInfiniteQuery({ ...itemsQuery(projectId, { state: search.state, q: search.q }), placeholderData: keepPreviousData })
  useEffect(() => {
    if (q !== (search.q ?? '')) void navigate({ to: '/projects/$projectId/items', params: { projectId }, search: { ...(search.state ? { state: search.state } : {}), ...(q ? { q } : {}) }, replace: true })
  }, [q])
  const manages = (project?.roles.includes('MANAGER') ?? false) || owner
  const filtered = search.state !== undefined || search.q !== undefined
  const importing = manages && <ButtonLink to="/projects/$projectId/imports" params={{ projectId }} variant={filtered ? 'default' : 'filled'}>Import items</ButtonLink>
  return (
    <>
      <SectionHeader title="Items" lead="Everything that is judged here, with what the judgments say so far." actions={importing} />
      <Group mb="md" gap="sm">
        <TextInput aria-label="Search the prompts" placeholder="Search prompts or ids" leftSection={<IconSearch size={16} aria-hidden />} value={text} onChange={(event) => setText(event.currentTarget.value)}
          rightSection={items.isPlaceholderData ? <Loader size={14} /> : null} w={{ base: '100%', xs: 280 }} />
        <SegmentedControl aria-label="Which items" data={states} value={search.state ?? ''}
          onChange={(state) => void navigate({ to: '/projects/$projectId/items', params: { projectId }, search: { ...(state ? { state } : {}), ...(search.q ? { q: search.q } : {}) } })} />
      </Group>
      <Loaded query={items}>
        {({ pages }) => {
          const found = pages.flatMap((page) => page.items)
          if (found.length === 0) {
            return filtered
              ? <Empty order={3} title="Nothing fits">No item carries these words in this state.</Empty>
              : <Empty order={3} title="No items yet" action={importing}>Bring prompts and answers from a JSONL or CSV file.</Empty>
          }
          return (
            <CardTable least={760} verticalSpacing="xs" highlightOnHover heads={<><Head>Item</Head><Head>Judgments</Head><Head>Consensus</Head><Head>State</Head></>}>
              {found.map((item) => <Row key={item.id} projectId={projectId} item={item} rubric={rubric} />)}
            </CardTable>
          )
        }}
      </Loaded>
      <MoreButton pages={items} />
    </>
  )
}

function Row({ projectId, item, rubric }: { projectId: string; item: ItemCard; rubric: Rubric | undefined }) {
  return (
    <CardRow>
      <Cell maw={460}>
        <AnchorLink to="/projects/$projectId/items/$itemId" params={{ projectId, itemId: item.id }} c="inherit"><Text size="sm" lineClamp={2} component="span" display="-webkit-box">{item.prompt}</Text></AnchorLink>
        <Text size="xs" c="dimmed">{item.externalId && <>{item.externalId}, </>}{count(item.responses, 'response')}</Text>
      </Cell>
      <Cell under="Judgments" className="tabular"><Text size="sm">{item.judgments} of {item.wanted}</Text>{item.flags > 0 && <Text size="xs" c="var(--gold-ink)">{count(item.flags, 'flag')}</Text>}</Cell>
      <Cell maw={320}><Consensus item={item} rubric={rubric} /></Cell>
      <Cell>
        <Group gap={6} wrap="nowrap">
          <Badge variant="light" color={item.state === 'COMPLETE' ? 'pine' : 'gray'}>{item.state === 'COMPLETE' ? 'Complete' : 'Open'}</Badge>
          {item.sensitive && <Badge variant="light" color="clay">{sensitivityWord(item.sensitive)}</Badge>}
          {item.gold && <Badge variant="light" color="gold" leftSection={<IconStarFilled size={10} aria-hidden />}>Gold</Badge>}
        </Group>
      </Cell>
    </CardRow>
  )
}

/** The least certain answers first: those are worth a look. */
function Consensus({ item, rubric }: { item: ItemCard; rubric: Rubric | undefined }) {
  const rows = [...item.consensus].sort((a, b) => (a.probability ?? 0) - (b.probability ?? 0))
  if (rows.length === 0) return <Text size="sm" c="dimmed">No consensus yet</Text>
  return (
    <>
      {rows.slice(0, 2).map((row) => {
        const criterion = rubric?.criteria.find((candidate) => candidate.key === row.criterion)
        const of = row.response === null || row.response === undefined ? '' : ` ${letter(row.response)}`
        return (
          <Text key={row.criterion + (row.response ?? '')} size="sm" lineClamp={2}>
            <Text span c="dimmed" size="sm">{criterion?.title ?? row.criterion}{of} </Text>
            <ConsensusWords criterion={criterion} row={row} />
          </Text>
        )
      })}
      {rows.length > 2 && <Text size="xs" c="dimmed">and {rows.length - 2} more certain</Text>}
    </>
  )
}

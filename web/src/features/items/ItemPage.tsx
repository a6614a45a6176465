import { Alert, Badge, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { itemQuery, type ItemView } from '~/api/items'
import { guidelineQuery, projectQuery } from '~/api/projects'
import { useAccount } from '~/api/session'
import type { Project, Rubric } from '~/api/types'
import { count, moment } from '~/lib/format'
import { Distribution } from '~/ui/judged/Distribution'
import { GiveBack } from '~/ui/judged/GiveBack'
import { ItemReading } from '~/ui/judged/ItemReading'
import { SideBySide } from '~/ui/judged/SideBySide'
import { AnchorLink } from '~/ui/links'
import { Empty } from '~/ui/Empty'
import { Loaded } from '~/ui/Loaded'
import { SectionHeader } from '~/ui/SectionHeader'
import { sensitivityWord } from '~/ui/words'
import { AssignedTo } from './AssignedTo'
import { GoldSection } from './GoldSection'
import { HandingOut } from './HandingOut'
import { SensitivitySelect } from './SensitivitySelect'

export function ItemPage() {
  const { projectId, itemId } = useParams({ strict: false }) as { projectId: string; itemId: string }
  const project = useQuery(projectQuery(projectId)).data
  const guideline = useQuery({ ...guidelineQuery(projectId, 'current'), enabled: project?.guidelineVersion != null }).data
  const item = useQuery(itemQuery(projectId, itemId))
  return (
    <>
      <AnchorLink to="/projects/$projectId/items" params={{ projectId }} size="sm">All items</AnchorLink>
      <Loaded query={item} lines={8}>
        {(found) => project && <Whole project={project} item={found} rubric={guideline?.rubric} />}
      </Loaded>
    </>
  )
}

function Whole({ project, item, rubric }: { project: Project; item: ItemView; rubric: Rubric | undefined }) {
  const owner = useAccount()?.owner ?? false
  const manages = owner || project.roles.includes('MANAGER')
  const decides = manages || project.roles.includes('LEAD')
  return (
    <Stack gap="xl" mt={4}>
      <div>
        <SectionHeader title={item.externalId ? `Item ${item.externalId}` : 'Item'} actions={<>{decides && <SensitivitySelect projectId={project.id} item={item} />}{manages && <HandingOut projectId={project.id} item={item} />}</>}
          lead={<Group gap="xs"><Badge variant="light" color={item.state === 'COMPLETE' ? 'pine' : 'gray'}>{item.state === 'COMPLETE' ? 'Complete' : 'Open'}</Badge>
            {item.gold && <Badge variant="light" color="gold">Gold</Badge>}
            {item.sensitive && <Badge variant="light" color="clay">{sensitivityWord(item.sensitive)}</Badge>}
            <span>{item.taken} of {count(item.wanted, 'place')} taken, priority {item.priority}{item.dueAt && `, due ${moment(item.dueAt)}`}</span></Group>} />
        {item.caseId && (
          <Alert color="gold" variant="light" py="xs" mb="md">
            This item has a case. <AnchorLink to="/projects/$projectId/cases/$caseId" params={{ projectId: project.id, caseId: item.caseId }} underline="always" size="sm">Open the case</AnchorLink>
          </Alert>
        )}
        {project.settings?.routing === 'ASSIGNED' && decides && <AssignedTo projectId={project.id} itemId={item.id} manages={manages} />}
        <ItemReading item={item} />
      </div>
      <section aria-labelledby="judgments-title">
        <Title order={3} id="judgments-title" fz="h4" mb="sm">Judgments</Title>
        {item.judgments.length === 0
          ? <Empty order={3} title="Nobody has judged this yet">{item.taken > 0 ? `${count(item.taken, 'person has', 'people have')} it open now.` : 'It waits in the queue.'}</Empty>
          : <SideBySide item={item} rubric={rubric} judgments={item.judgments} consensus={item.consensus} gold={item.gold} {...(decides ? { footer: (judgment) => <GiveBack judgment={judgment} /> } : {})} />}
      </section>
      {item.judgments.length > 0 && (
        <section aria-labelledby="consensus-title">
          <Title order={3} id="consensus-title" fz="h4" mb="sm">Consensus</Title>
          {item.consensusSince !== null && item.judgments.some((judgment) => judgment.guidelineVersion < item.consensusSince!) && (
            <Text size="sm" c="dimmed" mb="sm">From judgments under version {item.consensusSince} of the guideline and later ones; those from before the breaking change are not mixed in.</Text>
          )}
          <Distribution consensus={item.consensus} rubric={rubric} />
        </section>
      )}
      {rubric && decides && <GoldSection projectId={project.id} item={item} rubric={rubric} />}
    </Stack>
  )
}

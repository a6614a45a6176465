import { Badge, Box, Button, Container, Group, Stack, Tabs, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { projectQuery } from '~/api/projects'
import { closeRound, deleteRound, openRound, renewRound, roundQuery, type Round } from '~/api/rounds'
import { useAccount } from '~/api/session'
import { count } from '~/lib/format'
import { Confirm } from '~/ui/confirm'
import { Fault } from '~/ui/Fault'
import { Loaded } from '~/ui/Loaded'
import { PageHeader } from '~/ui/PageHeader'
import { SectionHeader } from '~/ui/SectionHeader'
import { AgreementTab } from './AgreementTab'
import { AskChoice } from './AskedAssessments'
import { AttemptsTab } from './AttemptsTab'
import { AllRounds } from './places'
import { Participants } from './Participants'
import { SetTab } from './SetTab'
import { SheetEditor } from './SheetEditor'
import { askedOf, kindWord, lengthSentence, paySentence, ruleSentence } from './words'

/** A round for those who run it: its set, who waits for a review, and what it says about people and guideline. */
export function RoundPage() {
  const { projectId, roundId } = useParams({ strict: false }) as { projectId?: string; roundId: string }
  const round = useQuery(roundQuery(roundId))
  const page = <Loaded query={round} lines={8}>{(found) => <Whole key={found.card.id} round={found} />}</Loaded>
  return projectId
    ? <><Box mb={4}><AllRounds projectId={projectId} /></Box>{page}</>
    : <Container size={1280} py="lg" px={{ base: 'sm', sm: 'md' }}><Box mb={4}><AllRounds projectId={null} /></Box>{page}</Container>
}

function Whole({ round }: { round: Round }) {
  const { card } = round
  const projectId = card.projectId
  const project = useQuery({ ...projectQuery(projectId ?? ''), enabled: projectId !== null }).data
  const owner = useAccount()?.owner ?? false
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const [closing, setClosing] = useState(false)
  const [freezing, setFreezing] = useState(false)
  const refresh = async (after: Round) => {
    queryClient.setQueryData(roundQuery(after.card.id).queryKey, after)
    setClosing(false)
    setFreezing(false)
    await queryClient.invalidateQueries({ queryKey: projectId ? ['rounds', projectId] : ['assessments'] })
  }
  const toList = async () => {
    await queryClient.invalidateQueries({ queryKey: projectId ? ['rounds', projectId] : ['assessments'] })
    await (projectId ? navigate({ to: '/projects/$projectId/calibration', params: { projectId } }) : navigate({ to: '/assessments' }))
  }
  const opening = useMutation({ mutationFn: () => openRound(card.id), onSuccess: refresh })
  const closure = useMutation({ mutationFn: () => closeRound(card.id), onSuccess: refresh })
  const deleting = useMutation({ mutationFn: () => deleteRound(card.id), onSuccess: toList })
  const renewing = useMutation({
    mutationFn: () => renewRound(card.id, 3),
    onSuccess: async (made) => { if (projectId) await navigate({ to: '/projects/$projectId/calibration/$roundId', params: { projectId, roundId: made.card.id } }) },
  })
  const manages = owner || (project?.roles.includes('MANAGER') ?? false)
  const decides = card.kind === 'CALIBRATION' || card.kind === 'ASSESSMENT'
  const outdated = projectId !== null && project?.guidelineVersion != null && project.guidelineVersion > card.level
  const Header = projectId ? SectionHeader : PageHeader
  return (
    <Stack gap="md">
      <Header title={card.sheet.title}
        lead={<Stack gap={4}>
          <Group gap="xs"><Badge variant="light" color="gray">{kindWord[card.kind]}</Badge><Badge variant="light" color={card.state === 'OPEN' ? 'pine' : 'gold'}>{card.state.toLowerCase()}</Badge>{projectId && <Text span size="sm">guideline version {card.level}</Text>}</Group>
          <Text size="sm">{ruleSentence(card.sheet)} {lengthSentence(card.sheet, card.items)} {paySentence(card.sheet, askedOf(card.sheet, card.items))}</Text>
        </Stack>}
        actions={<>
          {card.state === 'DRAFT' && <SheetEditor round={round} />}
          {card.state === 'DRAFT' && <Button variant="subtle" color="clay" loading={deleting.isPending} onClick={() => deleting.mutate()}>Delete the draft</Button>}
          {card.state === 'DRAFT' && <Button onClick={() => { opening.reset(); setFreezing(true) }}>Open it</Button>}
          {card.state !== 'CLOSED' && outdated && card.kind !== 'GUIDELINE_TEST' && <Button variant="default" loading={renewing.isPending} onClick={() => renewing.mutate()}>Renew for version {project?.guidelineVersion}</Button>}
          {card.state === 'OPEN' && <Button variant="default" onClick={() => setClosing(true)}>Close it</Button>}
        </>} />
      <Fault error={deleting.error ?? renewing.error} />
      {decides && projectId && manages && card.state === 'OPEN' && (
        <Group gap="sm"><Text size="sm">Must be passed before paid work by</Text><AskChoice projectId={projectId} round={card} /></Group>
      )}
      <Tabs defaultValue={card.state === 'DRAFT' ? 'set' : 'attempts'} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="set">Items ({card.items})</Tabs.Tab>
          {card.state !== 'DRAFT' && <Tabs.Tab value="attempts">Attempts{card.waiting ? ` (${card.waiting} waiting)` : ''}</Tabs.Tab>}
          {card.state !== 'DRAFT' && <Tabs.Tab value="agreement">What it shows</Tabs.Tab>}
          {card.kind === 'GUIDELINE_TEST' && <Tabs.Tab value="people">People ({round.participants.length})</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="set"><SetTab round={round} /></Tabs.Panel>
        <Tabs.Panel value="attempts"><AttemptsTab round={round} /></Tabs.Panel>
        <Tabs.Panel value="agreement"><AgreementTab round={round} /></Tabs.Panel>
        <Tabs.Panel value="people">{projectId && <Participants projectId={projectId} round={round} />}</Tabs.Panel>
      </Tabs>
      <Confirm opened={freezing} title="Open this round?" action="Open the round" pending={opening.isPending} error={opening.error} onClose={() => setFreezing(false)} onConfirm={() => opening.mutate()}>
        A round cannot be changed once it is open: its sheet, its {count(card.items, 'item')} and its rule stay as they are, and there is no way back to the draft; it can only be closed.{decides && ' Where a standard turns out wrong, it is corrected in the review of an attempt.'}
      </Confirm>
      <Confirm opened={closing} title="Close this round?" action="Close it" pending={closure.isPending} error={closure.error} onClose={() => setClosing(false)} onConfirm={() => closure.mutate()}>
        Nobody begins it any more. What was begun is finished, reviewed and paid.
      </Confirm>
    </Stack>
  )
}

import { Button, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { membershipQuery, projectQuery } from '~/api/projects'
import { assessmentsQuery, roundsQuery, type RoundCard } from '~/api/rounds'
import { useAccount } from '~/api/session'
import type { MembershipView } from '~/api/types'
import { t } from '~/lib/i18n'
import { told } from '~/lib/told'
import { Empty } from '~/ui/Empty'
import { Loaded } from '~/ui/Loaded'
import { SectionHeader } from '~/ui/SectionHeader'
import { AskedAssessments } from './AskedAssessments'
import { NewRoundDialog } from './NewRoundDialog'
import { RoundSheet } from './RoundSheet'

/** The way into a project: practice, calibration, and the assessments it asks for. */
export function CalibrationPage() {
  const { projectId } = useParams({ strict: false }) as { projectId: string }
  const project = useQuery(projectQuery(projectId)).data
  const membership = useQuery(membershipQuery(projectId)).data
  const owner = useAccount()?.owner ?? false
  const rounds = useQuery(roundsQuery(projectId))
  const assessments = useQuery(assessmentsQuery(projectId)).data?.items ?? []
  const [making, dialog] = useDisclosure(false)
  const manages = owner || (project?.roles.includes('MANAGER') ?? false)
  const leads = manages || (project?.roles.includes('LEAD') ?? false)
  const asked = assessments.filter((one) => one.askedOf !== null && one.askedOf !== 'NOBODY')
  return (
    <>
      <SectionHeader title={t('Calibration')} lead={t('Where you learn how this project judges, before your judgments count. Every rule and every rate stands here before you begin.')}
        actions={leads && <Button onClick={dialog.open}>{t('New round')}</Button>} />
      {membership && <WhatWaits membership={membership} />}
      <Loaded query={rounds}>
        {({ items }) => items.length === 0 && asked.length === 0
          ? <Empty order={3} title={t('There is nothing to practise yet')} action={leads && <Button onClick={dialog.open}>{t('New round')}</Button>}>
              {leads ? t('Put a few items together whose answer you can explain: people learn from them, and you see where the guideline is read in different ways.') : t('This project asks for no calibration: you can work at once.')}
            </Empty>
          : <Stack gap="md">{inOrder(items).map((round) => <RoundSheet key={round.id} round={round} />)}</Stack>}
      </Loaded>
      {asked.length > 0 && (
        <Stack gap="md" mt="xl" component="section" aria-labelledby="asked-title">
          <Title order={3} fz="h4" id="asked-title">{t('Assessments this project asks for')}</Title>
          {asked.map((round) => <RoundSheet key={round.id} round={round} />)}
        </Stack>
      )}
      {manages && <AskedAssessments projectId={projectId} assessments={assessments} />}
      {leads && <NewRoundDialog projectId={projectId} opened={making} onClose={dialog.close} />}
    </>
  )
}

/** Whether paid work waits for any of this: the first thing a newcomer asks here. */
function WhatWaits({ membership }: { membership: MembershipView }) {
  const asked = membership.mayWork.reasons.find((reason) => reason.code === 'CALIBRATE')
  if (membership.state !== 'ACTIVE' || (!asked && !membership.mayWork.allowed)) return null
  return <Text size="sm" mb="md" className="measure">{asked ? `${told(asked.sentence)} ${told(asked.remedy)}` : t('You may take paid work here already; nothing below has to come first.')}</Text>
}

const weight = { PRACTICE: 0, CALIBRATION: 1, GUIDELINE_TEST: 2, ASSESSMENT: 3 } as const
const openness = { OPEN: 0, DRAFT: 1, CLOSED: 2 } as const

/** Open ones first, practice before what is decided. */
function inOrder(rounds: RoundCard[]): RoundCard[] {
  return [...rounds].sort((a, b) => openness[a.state] - openness[b.state] || weight[a.kind] - weight[b.kind])
}

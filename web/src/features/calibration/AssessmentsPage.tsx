import { Button, Container, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { assessmentsQuery } from '~/api/rounds'
import { useAccount } from '~/api/session'
import { t } from '~/lib/i18n'
import { Empty } from '~/ui/Empty'
import { Loaded } from '~/ui/Loaded'
import { PageHeader } from '~/ui/PageHeader'
import { NewAssessmentDialog } from './NewAssessmentDialog'
import { RoundSheet } from './RoundSheet'

/** What somebody can show once and for every project: writing, applying a rubric, accuracy. */
export function AssessmentsPage() {
  const account = useAccount()
  const assessments = useQuery(assessmentsQuery(null))
  const [making, dialog] = useDisclosure(false)
  const may = (account?.owner ?? false) || (account?.mayCreateProjects ?? false)
  return (
    <Container size={980} py="lg" px={{ base: 'sm', sm: 'md' }}>
      <PageHeader title={t('Assessments')} lead={t('Passed once, an assessment counts in every project that asks for it. How many attempts there are and how long you wait between them stands on each.')}
        actions={may && <Button onClick={dialog.open}>{t('New assessment')}</Button>} />
      <Loaded query={assessments}>
        {({ items }) => items.length === 0
          ? <Empty title={t('There are no assessments')} action={may && <Button onClick={dialog.open}>{t('New assessment')}</Button>}>{may ? t('An assessment draws its items from a bank that belongs to this installation.') : t('No project asks you for one.')}</Empty>
          : <Stack gap="md">{items.map((round) => <RoundSheet key={round.id} round={round} />)}</Stack>}
      </Loaded>
      {may && <NewAssessmentDialog opened={making} onClose={dialog.close} />}
    </Container>
  )
}

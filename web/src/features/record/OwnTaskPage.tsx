import { Badge, Group, Stack, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Criterion, OwnTask } from '~/api/types'
import { ownTaskQuery } from '~/api/work'
import { moment } from '~/lib/format'
import { t } from '~/lib/i18n'
import { told } from '~/lib/told'
import { CriteriaForm } from '~/ui/criteria/CriteriaForm'
import { JudgingSheet } from '~/ui/judged/JudgingSheet'
import { AnchorLink, ButtonLink } from '~/ui/links'
import { Loaded } from '~/ui/Loaded'
import { leasePictures, PicturesContext } from '~/ui/markdown/pictures'
import { flagWord, outcomeColor, outcomeWord } from '~/ui/words'
import { DecidedBy, payLine } from './OwnJudgments'

/** A judgment of one's own with its task as it was shown, to be read at any time. */
export function OwnTaskPage() {
  const { projectId, judgmentId } = useParams({ strict: false }) as { projectId: string; judgmentId: string }
  const task = useQuery(ownTaskQuery(judgmentId))
  useDocumentTitle(`${t('A judgment of yours')} · Touchstone`)
  return (
    <Stack gap="md">
      <div>
        <AnchorLink to="/projects/$projectId/record" params={{ projectId }} size="sm">{t('Back to my work')}</AnchorLink>
        <Title order={2} fz="h3" mt={4}>{t('A judgment of yours')}</Title>
      </div>
      <Loaded query={task} lines={8}>{(found) => <Reading task={found} />}</Loaded>
    </Stack>
  )
}

function Reading({ task }: { task: OwnTask }) {
  const { judgment, item, rubric, projectId } = task
  const [given, open] = [true, false].map((answered) => rubric.criteria.filter((one) => (judgment.answers?.[one.key] !== undefined) === answered)) as [Criterion[], Criterion[]]
  return (
    <PicturesContext value={task.leaseId ? leasePictures(task.leaseId) : null}>
      <Group gap={8}>
        <Badge color={outcomeColor(judgment.outcome)} variant="light">{outcomeWord(judgment.outcome)}</Badge>
        <Text size="sm" c="dimmed" className="tabular">{moment(judgment.submittedAt)} · {t('guideline {version}', { version: judgment.guidelineVersion })} · {payLine(judgment.pay)}</Text>
      </Group>
      {judgment.reason && <Text size="sm" className="measure"><b>{t('Reason:')}</b> {told(judgment.reason)} <DecidedBy name={judgment.decidedBy} /></Text>}
      {judgment.clause && <Text size="sm" className="measure"><b>{t('Clause of the guideline:')}</b> <AnchorLink to="/projects/$projectId/guideline" params={{ projectId }} search={{ version: judgment.guidelineVersion }} size="sm" underline="always">{judgment.clause}</AnchorLink></Text>}
      {judgment.flag && <Text size="sm" className="measure"><b>{t('Flag: {category}', { category: flagWord(judgment.flag.category) })}</b> {judgment.flag.note}</Text>}
      {item === null ? <Text>{t('You passed this task on without lifting its cover, so it is not shown here either.')}</Text> : (
        <JudgingSheet item={item} itemName={t('The task')} formName={t('Your judgment')} onSubmit={() => undefined}
          bar={judgment.revisableUntil && <ButtonLink to="/projects/$projectId/record/$judgmentId/revise" params={{ projectId, judgmentId: judgment.id }}>{t('Revise')}</ButtonLink>}>
          {judgment.answers ? <><CriteriaForm rubric={{ ...rubric, criteria: given }} item={item} answers={judgment.answers} readOnly />{open.length > 0 && <Text p="sm" size="sm" c="dimmed">{t('Left open: {questions}', { questions: open.map((one) => one.title).join(', ') })}</Text>}</> : <Text p="sm">{t('You flagged this task instead of answering it.')}</Text>}
          {judgment.note && <Text p="sm" size="sm"><b>{t('Note to the reviewer')}:</b> {judgment.note}</Text>}
        </JudgingSheet>
      )}
    </PicturesContext>
  )
}

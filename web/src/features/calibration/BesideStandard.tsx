import { Alert, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Asked, Attempt, Revealed } from '~/api/rounds'
import type { Answer, Criterion } from '~/api/types'
import { percent } from '~/lib/format'
import { t } from '~/lib/i18n'
import { AnswerCell } from '~/ui/judged/AnswerCell'
import { ItemReading } from '~/ui/judged/ItemReading'
import judged from '~/ui/judged/Judged.module.css'
import { answerTo, questionsOf } from '~/ui/judged/questions'
import { classOf } from '~/ui/judged/words'
import classes from './Attempt.module.css'

type Props = {
  attempt: Attempt; asked: Asked
  /** What can be said or done about one question, under its explanation. */
  about?: (criterion: Criterion, share: number | null | undefined) => ReactNode
}

/** One item with the answers beside the standard, question by question, and why the standard is what it is. */
export function BesideStandard({ attempt, asked, about }: Props) {
  const shown = asked.revealed
  return (
    <Stack gap="md">
      <ItemReading item={asked.item} />
      {shown === null
        ? <Text size="sm" c="dimmed">{t('This item has no standard: it is there to see how people read the guideline.')}</Text>
        : attempt.rubric.criteria.filter((criterion) => shown.standard[criterion.key] !== undefined || asked.answers[criterion.key] !== undefined).map((criterion) => (
          <Question key={criterion.key} attempt={attempt} asked={asked} shown={shown} criterion={criterion} about={about} />
        ))}
      {shown?.explanations[''] && <Alert color="pine" variant="light" title={t('Why this is the standard')}>{shown.explanations['']}</Alert>}
      {shown?.correction && <Alert color="gold" variant="light" title={t('The standard was corrected (version {version})', { version: shown.version })}>{shown.correction}</Alert>}
    </Stack>
  )
}

function Question({ attempt, asked, shown, criterion, about }: Props & { shown: Revealed; criterion: Criterion }) {
  const share = shown.shares[criterion.key]
  const known = shown.standard[criterion.key] !== undefined
  const originals = asked.item.responses.map((response) => response.text)
  const rows = questionsOf({ criteria: [criterion] }, [], asked.item.responses.length)
  const mark = shown.marks.find((one) => one.criterion === criterion.key)
  return (
    <Paper className="sheet" p="md" component="section" aria-label={criterion.title} tabIndex={-1} data-beside={criterion.key} style={{ scrollMarginTop: 68 }}>
      <Group justify="space-between" gap="xs" mb="xs">
        <Title order={4} fz="md">{criterion.title}</Title>
        {known && <Met share={share} setAside={shown.setAside.includes(criterion.key)} />}
      </Group>
      <div className={judged.scroll} tabIndex={0} role="region" aria-label={t('{title}: answer and standard', { title: criterion.title })}>
        <table className={judged.table}>
          <thead><tr><th scope="col">{rows.length > 1 ? t('Response') : t('Question')}</th><th scope="col">{attempt.mine ? t('You') : attempt.personName}</th><th scope="col">{t('Standard')}</th></tr></thead>
          <tbody>{rows.map((row) => (
            <tr key={row.response ?? ''}>
              <th scope="row">{row.title.replace(`${criterion.title} `, '')}</th>
              <td><AnswerCell criterion={criterion} answer={answerTo(row, asked.answers)} originals={originals} standard={shown.setAside.includes(criterion.key) ? null : wantedOf(answerTo(row, shown.standard))} /></td>
              <td><AnswerCell criterion={criterion} answer={answerTo(row, shown.standard)} originals={originals} /></td>
            </tr>
          ))}</tbody>
        </table>
      </div>
      {shown.explanations[criterion.key] && <Text size="sm" mt="xs" className="measure" style={{ whiteSpace: 'pre-wrap' }}><Text span fw={600} size="sm">{t('Why:')} </Text>{shown.explanations[criterion.key]}</Text>}
      {mark && <Text size="sm" mt="xs" className="measure"><Text span fw={600} size="sm">{t('The reviewer:')} </Text>{mark.note}</Text>}
      {about?.(criterion, share)}
    </Paper>
  )
}

/** What the standard's answer would count as; null where a person reads it instead. */
const wantedOf = (standard: Answer | undefined) => (standard === undefined ? null : classOf(standard))

function Met({ share, setAside }: { share: number | null | undefined; setAside: boolean }) {
  if (setAside) return <Badge variant="light" color="gray">{t('not counted: the guideline leaves it open')}</Badge>
  if (share === null) return <Badge variant="light" color="gold">{t('a person reads it')}</Badge>
  if (share === undefined) return null
  return share > 0.999
    ? <Badge variant="light" color="pine" leftSection={<IconCheck size={12} aria-hidden />} className={classes.met}>{t('agrees')}</Badge>
    : <Badge variant="light" color="clay" leftSection={<IconX size={12} aria-hidden />} className={classes.met}>{share === 0 ? t('differs') : t('agrees to {share}', { share: percent(share) })}</Badge>
}

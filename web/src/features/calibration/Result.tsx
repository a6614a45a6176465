import { Alert, Badge, Group, Paper, SegmentedControl, Stack, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Attempt } from '~/api/rounds'
import { count, moment, money, percent } from '~/lib/format'
import { t } from '~/lib/i18n'
import { told } from '~/lib/told'
import { PageHeader } from '~/ui/PageHeader'
import { SectionHeader } from '~/ui/SectionHeader'
import classes from './Attempt.module.css'
import { BesideStandard } from './BesideStandard'
import { DecideForm } from './DecideForm'
import { Difference } from './Difference'
import { kindWord, ruleSentence, stateColor, stateWord } from './words'

/** A finished attempt, for the person and for the reviewer: the same page, so that both talk about the same thing. */
export function Result({ attempt }: { attempt: Attempt }) {
  const [only, setOnly] = useState<'differs' | 'all'>('differs')
  const differing = attempt.items.filter((one) => one.revealed && (Object.values(one.revealed.shares).some((share) => share === null || share < 0.999) || one.revealed.threads.length > 0))
  const differs = (one: Attempt['items'][number]) => Object.values(one.revealed?.shares ?? {}).some((share) => share !== null && share < 0.999)
  const listed = only === 'differs' && differing.length > 0 ? differing : attempt.items
  const [position, setPosition] = useState(listed[0]?.position ?? 1)
  const shown = attempt.items.find((one) => one.position === position) ?? attempt.items[0]!
  const Header = attempt.projectId ? SectionHeader : PageHeader
  return (
    <Stack gap="lg">
      <Header title={attempt.sheet.title} lead={`${attempt.mine ? '' : `${attempt.personName}. `}${t('{kind}, attempt {n}.', { kind: kindWord[attempt.kind], n: attempt.number })} ${attempt.handedInAt ? `${t('Handed in {time}.', { time: moment(attempt.handedInAt) })} ` : ''}${ruleSentence(attempt.sheet)}`}
        actions={<Badge size="lg" variant="light" color={stateColor[attempt.state]}>{stateWord[attempt.state]}</Badge>} />
      <Standing attempt={attempt} />
      {attempt.score && <Parts attempt={attempt} />}
      <section aria-labelledby="items-title">
        <Group justify="space-between" mb="sm" gap="sm">
          <Title order={3} fz="h4" id="items-title">{t('Item by item')}</Title>
          {differing.length > 0 && differing.length < attempt.items.length && (
            <SegmentedControl size="sm" aria-label={t('Which items')} value={only} onChange={(value) => {
              setOnly(value as typeof only)
              setPosition((value === 'differs' ? differing : attempt.items)[0]!.position)
            }} data={[{ value: 'differs', label: t('Differing ({n})', { n: differing.length }) }, { value: 'all', label: t('All ({n})', { n: attempt.items.length }) }]} />
          )}
        </Group>
        <nav aria-label={t('Items')}>
          <ul className={classes.steps}>{listed.map((one) => (
            <li key={one.position}>
              <button type="button" className={classes.step} aria-current={one.position === shown.position ? 'step' : undefined} data-differs={differs(one) || undefined} aria-label={differs(one) ? t('Item {n}, differs', { n: one.position }) : t('Item {n}', { n: one.position })} onClick={() => setPosition(one.position)}>{one.position}</button>
            </li>
          ))}</ul>
        </nav>
        <Stack mt="md" key={shown.position}>
          <BesideStandard attempt={attempt} asked={shown} about={(criterion, share) => <Difference attempt={attempt} asked={shown} criterion={criterion} share={share} />} />
        </Stack>
      </section>
      {attempt.reviews && attempt.state === 'HANDED_IN' && <DecideForm attempt={attempt} />}
    </Stack>
  )
}

function Standing({ attempt }: { attempt: Attempt }) {
  const amount = attempt.rate && money({ ...attempt.rate, minor: attempt.rate.minor * attempt.items.length })
  const paid = amount ? ` ${attempt.mine ? t('{amount} is in your earnings, whatever the outcome.', { amount }) : t('{amount} was paid, whatever the outcome.', { amount })}` : ''
  if (attempt.ruling) {
    const missed = attempt.state !== 'PASSED'
    return (
      <Alert color={missed ? 'gold' : 'pine'} variant="light" title={attempt.state === 'FAILED' ? t('Not passed, and this was the last attempt') : missed ? t('Not passed this time') : t('Passed')}>
        <Text size="sm">{told(attempt.ruling.reason)}{paid}</Text>
        <Text size="sm" c="dimmed" mt={4}>{attempt.ruling.by ? t('Decided by {name}, {time}.', { name: attempt.ruling.by, time: moment(attempt.ruling.at) }) : t('Decided by the rule, {time}.', { time: moment(attempt.ruling.at) })}
          {attempt.mine && missed && attempt.ruling.alone && ` ${t('Where the standard or a mark seems wrong to you, object at that question below. {name} decided this and nobody else is there to answer: they may give way, and your attempt is counted anew, but cannot turn you down; until somebody else is there your objection stays open.', { name: attempt.ruling.by ?? '' })}`}
          {attempt.mine && missed && !attempt.ruling.alone && ` ${t('Where the standard or a mark seems wrong to you, object at that question below. Somebody who did not decide this answers, and if it is corrected your attempt is counted anew.')}`}</Text>
        {attempt.mine && <Next attempt={attempt} />}
      </Alert>
    )
  }
  if (attempt.state === 'HANDED_IN') {
    return <Alert color="gold" variant="light" title={attempt.mine ? t('A person looks at it before anything is decided') : t('Waits for your review')}>{attempt.mine
      ? t('You can already see your answers beside the standard, and ask about any of them.')
      : t('Go through what differs, talk it over where it helps, then decide by the rule.')}{paid}</Alert>
  }
  return paid ? <Text size="sm" c="dimmed">{paid.trim()}</Text> : null
}

/** When the next attempt opens, by the rule of the sheet. */
function Next({ attempt }: { attempt: Attempt }) {
  const hours = attempt.sheet.rule?.waitHours ?? 0
  if (attempt.state !== 'RETRY') return null
  const from = new Date(new Date(attempt.ruling!.at).getTime() + hours * 3_600_000)
  return <Text size="sm" mt={4}>{hours === 0 ? t('The next attempt is open at once.') : t('The next attempt opens {time}.', { time: moment(from.toISOString()) })}</Text>
}

function Parts({ attempt }: { attempt: Attempt }) {
  const score = attempt.score!
  return (
    <Paper className="sheet" p="md" component="section" aria-labelledby="score-title">
      <Title order={3} fz="h4" id="score-title">{t('Agreement with the standard')}</Title>
      <Text size="sm" c="dimmed" mb="xs">{score.waiting === score.asked ? t('{texts} still to be read by a person.', { texts: count(score.waiting, 'text') }) : score.waiting > 0 ? t('{share} over {answers}; {texts} still to be read by a person.', { share: percent(score.share), answers: count(score.asked, 'answer'), texts: count(score.waiting, 'text') }) : t('{share} over {answers}.', { share: percent(score.share), answers: count(score.asked, 'answer') })}{attempt.sheet.rule && score.waiting === 0 ? ` ${score.meets ? t('This meets the rule.') : t('This does not meet the rule.')}` : ''}</Text>
      <Table.ScrollContainer minWidth={290}>
        <Table verticalSpacing={6} horizontalSpacing={6}>
          <Table.Thead><Table.Tr><Table.Th>{t('Question')}</Table.Th><Table.Th ta="right">{t('Agrees')}</Table.Th><Table.Th ta="right">{t('Items')}</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>{score.parts.map((part) => (
            <Table.Tr key={part.criterion}>
              <Table.Td>{attempt.rubric.criteria.find((one) => one.key === part.criterion)?.title ?? part.criterion}</Table.Td>
              <Table.Td ta="right" className="tabular">{part.waiting === part.asked ? t('not read yet') : percent(part.share)}</Table.Td>
              <Table.Td ta="right" className="tabular">{part.asked}</Table.Td>
            </Table.Tr>
          ))}</Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  )
}

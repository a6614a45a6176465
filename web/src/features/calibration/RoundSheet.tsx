import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { guidelinesQuery } from '~/api/projects'
import { attemptQuery, beginAttempt, type RoundCard } from '~/api/rounds'
import { count, moment, percent } from '~/lib/format'
import { t } from '~/lib/i18n'
import { told } from '~/lib/told'
import { Fault } from '~/ui/Fault'
import { AttemptButton, AttemptLink, RoundLink } from './places'
import { askedOf, askedWord, kindWord, lengthSentence, paySentence, ruleSentence, skillWord, stateColor, stateWord } from './words'

/** What a round asks, what it pays and by which rule it is passed: all of it before anybody begins. */
export function RoundSheet({ round }: { round: RoundCard }) {
  const { sheet, mine } = round
  const projectId = round.projectId
  const last = mine.attempts.at(-1)
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const beginning = useMutation({
    mutationFn: () => beginAttempt(round.id),
    onSuccess: async (attempt) => {
      queryClient.setQueryData(attemptQuery(attempt.id).queryKey, attempt)
      await queryClient.invalidateQueries({ queryKey: projectId ? ['rounds', projectId] : ['assessments'] })
      await (projectId
        ? navigate({ to: '/projects/$projectId/calibration/attempts/$attemptId', params: { projectId, attemptId: attempt.id } })
        : navigate({ to: '/assessments/attempts/$attemptId', params: { attemptId: attempt.id } }))
    },
  })
  const open = last?.state === 'OPEN'
  const broken = useBroken(round)
  const again = last !== undefined && !open
  return (
    <Paper component="article" className="sheet" p={{ base: 'md', sm: 'lg' }} aria-label={sheet.title}>
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap={6} maw="70ch">
          <Group gap="xs">
            <Badge variant="light" color="gray">{kindWord[round.kind]}{sheet.skill ? `: ${skillWord[sheet.skill]}` : ''}</Badge>
            {round.state !== 'OPEN' && <Badge variant="light" color="gold">{round.state === 'DRAFT' ? t('draft') : t('closed')}</Badge>}
            {round.runs && projectId && <Badge variant="light" color="gray">{t('guideline version {version}', { version: round.level })}</Badge>}
            {round.askedOf && round.askedOf !== 'NOBODY' && <Badge variant="light" color="pine">{askedWord[round.askedOf]}</Badge>}
            {last && <Badge variant="light" color={stateColor[last.state]}>{stateWord[last.state]}</Badge>}
          </Group>
          <Title order={3} fz="h4">{sheet.title}</Title>
          {sheet.about && <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>{sheet.about}</Text>}
          <Text size="sm">{ruleSentence(sheet)}</Text>
          <Text size="sm">{lengthSentence(sheet, round.items)} {paySentence(sheet, askedOf(sheet, round.items))}</Text>
          {round.kind === 'CALIBRATION' && <Text size="sm" c="dimmed">{t('You judge blind: nothing tells you the standard before you hand in. Then you see it beside your answers and can talk over every difference.')}{sheet.returning ? ` ${t('Whoever passed an earlier version is asked {items} only.', { items: count(sheet.returning, 'item') })}` : ''}</Text>}
          {round.kind === 'PRACTICE' && <Text size="sm" c="dimmed">{sheet.rate ? t('Each answer is explained as soon as you have given it. You can repeat it as often as you like; the first time through is paid.') : t('Each answer is explained as soon as you have given it. You can repeat it as often as you like.')}</Text>}
          {broken && <Text size="sm" c="var(--gold-ink)">{t('It is made for version {level} of the guideline; since version {version} some things are judged differently.', { level: round.level, version: broken })}</Text>}
          {!mine.mayBegin && !open && mine.because && !round.runs && (
            <Text size="sm" c="var(--gold-ink)">{told(mine.because)}{mine.from ? ` ${t('It opens {time}.', { time: moment(mine.from) })}` : ''}</Text>
          )}
          {mine.attempts.length > 0 && (
            <Group gap="md">{mine.attempts.map((attempt) => (
              <AttemptLink key={attempt.id} projectId={projectId} attemptId={attempt.id}>
                {`${t('Attempt {n}: {state}', { n: attempt.number, state: stateWord[attempt.state] })}${attempt.share === null ? '' : `, ${percent(attempt.share)}`}`}
              </AttemptLink>
            ))}</Group>
          )}
        </Stack>
        <Group gap="xs">
          {round.runs && <RoundLink projectId={projectId} roundId={round.id}>{round.waiting ? t('Review {n}', { n: round.waiting }) : t('Look after it')}</RoundLink>}
          {open && <AttemptButton projectId={projectId} attemptId={last.id}>{t('Go on')}</AttemptButton>}
          {mine.mayBegin && !open && round.state === 'OPEN' && (
            <Button variant={again && round.kind === 'PRACTICE' ? 'default' : 'filled'} loading={beginning.isPending} onClick={() => beginning.mutate()}>{again ? t('Begin again') : t('Begin')}</Button>
          )}
        </Group>
      </Group>
      <Fault error={beginning.error} />
    </Paper>
  )
}

/** The last breaking version after the one a round was made for: whoever takes it, or opens it, should know. */
function useBroken({ projectId, state, kind, level }: RoundCard): number | undefined {
  const asks = projectId !== null && state !== 'CLOSED' && kind !== 'GUIDELINE_TEST'
  const versions = useQuery({ ...guidelinesQuery(projectId ?? ''), enabled: asks }).data?.items ?? []
  return asks ? versions.filter((one) => one.version > level && one.effect === 'BREAKING').map((one) => one.version).sort((a, b) => b - a)[0] : undefined
}

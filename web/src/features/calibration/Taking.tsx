import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { attemptQuery, handInAttempt, type Attempt } from '~/api/rounds'
import { t } from '~/lib/i18n'
import { Confirm } from '~/ui/confirm'
import { ButtonLink } from '~/ui/links'
import { PageHeader } from '~/ui/PageHeader'
import { SectionHeader } from '~/ui/SectionHeader'
import classes from './Attempt.module.css'
import { TakingItem } from './TakingItem'
import { kindWord, paySentence, ruleSentence } from './words'

/** Judging the items of an attempt, in the form of the workbench; nothing tells the standard before it may be seen. */
export function Taking({ attempt }: { attempt: Attempt }) {
  const queryClient = useQueryClient()
  const first = attempt.items.find((one) => !one.done) ?? attempt.items[0]!
  const [position, setPosition] = useState(first.position)
  const [asking, setAsking] = useState(false)
  const keep = useCallback((after: Attempt) => queryClient.setQueryData(attemptQuery(attempt.id).queryKey, after), [queryClient, attempt.id])
  const handing = useMutation({
    mutationFn: () => handInAttempt(attempt.id),
    onSuccess: async (after) => {
      setAsking(false)
      keep(after)
      window.scrollTo(0, 0)
      await queryClient.invalidateQueries({ queryKey: attempt.projectId ? ['rounds', attempt.projectId] : ['assessments'] })
      await queryClient.invalidateQueries({ queryKey: ['earnings'] })
      if (attempt.projectId) await queryClient.invalidateQueries({ queryKey: ['membership', attempt.projectId] })
    },
  })
  const done = attempt.items.filter((one) => one.done).length
  const all = attempt.items.length
  const practice = attempt.kind === 'PRACTICE'
  const goOn = (after: Attempt) => {
    keep(after)
    if (practice) return
    const next = after.items.find((one) => one.position > position && !one.done) ?? after.items.find((one) => !one.done)
    if (next) setPosition(next.position)
    window.scrollTo(0, 0)
  }
  const Header = attempt.projectId ? SectionHeader : PageHeader
  const paid = attempt.rate ? paySentence({ ...attempt.sheet, rate: attempt.rate }, all) : t('Unpaid.')
  return (
    <Stack gap="md">
      <Header title={attempt.sheet.title} lead={`${t('{kind}, attempt {n}.', { kind: kindWord[attempt.kind], n: attempt.number })} ${ruleSentence(attempt.sheet)} ${paid}`}
        actions={attempt.projectId && <ButtonLink variant="default" to="/projects/$projectId/guideline" params={{ projectId: attempt.projectId }} search={{ version: attempt.guidelineVersion }} target="_blank">{t('Guideline')}</ButtonLink>} />
      <Group justify="space-between" gap="sm">
        <nav aria-label={t('Items')}>
          <ul className={classes.steps}>{attempt.items.map((one) => (
            <li key={one.position}>
              <button type="button" className={classes.step} aria-current={one.position === position ? 'step' : undefined} data-done={one.done || undefined}
                aria-label={one.done ? t('Item {n}, answered', { n: one.position }) : t('Item {n}', { n: one.position })} onClick={() => setPosition(one.position)}>{one.position}</button>
            </li>
          ))}</ul>
        </nav>
        <Group gap="sm">
          <Text size="sm" c="dimmed" role="status">{t('{done} of {all} answered', { done, all })}</Text>
          <Button disabled={done < all} onClick={() => setAsking(true)}>{practice ? t('Finish') : t('Hand in')}</Button>
        </Group>
      </Group>
      {done === all && !practice && <Alert color="pine" variant="light" py="xs">{t('Every item is answered. Look them through once more, then hand in: afterwards they stay as they are.')}</Alert>}
      <TakingItem key={position} attempt={attempt} position={position} onDone={goOn} last={position === all}
        onNext={() => { setPosition(Math.min(all, position + 1)); window.scrollTo(0, 0) }} />
      <Confirm opened={asking} title={practice ? t('Finish the practice?') : t('Hand in?')} action={practice ? t('Finish') : t('Hand in')} pending={handing.isPending} error={handing.error} onClose={() => setAsking(false)} onConfirm={() => handing.mutate()}>
        {practice ? t('You can repeat it whenever you like.') : <>{t('Your {n} answers stay as they are and are set beside the standard.', { n: all })} {paid}</>}
      </Confirm>
    </Stack>
  )
}

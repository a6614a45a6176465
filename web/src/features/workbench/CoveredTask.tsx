import { Button, Container, Group, Stack, Text, Title } from '@mantine/core'
import { IconEyeOff } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { chooseContent, contentQuery } from '~/api/session'
import type { Lease, Work } from '~/api/types'
import { openLease, skipLease } from '~/api/work'
import { clock, count, money } from '~/lib/format'
import { t } from '~/lib/i18n'
import { keyMap, shownKey } from '~/lib/keys'
import { usePageKeys } from '~/ui/criteria/usePageKeys'
import { Fault } from '~/ui/Fault'
import { AnchorLink } from '~/ui/links'
import { sensitivityWord } from '~/ui/words'
import { KeySheet } from './KeySheet'
import { SkipDialog } from './SkipDialog'
import { useKeeper } from './useKeeper'
import { useLease } from './useLease'

/** After so many in one day the cover proposes a pause. */
const many = 5
const never = () => false

type Props = { account: string; lease: Lease; receivedAt: number; today: Work['today']; onOpen: (opened: Lease) => void; onNext: (next: Work | null, saying: string) => void }

/** A sensitive task before its rater chose to see it: what kind it is, and every way round it. */
export function CoveredTask({ account, lease, receivedAt, today, onOpen, onNext }: Props) {
  const cover = lease.cover!
  const queryClient = useQueryClient()
  const keeper = useKeeper(account, lease)
  const draft = useSyncExternalStore(keeper.subscribe, keeper.snapshot)
  const held = useLease(lease, receivedAt, never)
  const [open, setOpen] = useState<'skip' | 'sheet' | null>(null)
  const [keysVersion, setKeysVersion] = useState(0)
  const map = useMemo(() => keyMap(), [keysVersion])
  const opening = useMutation({ mutationFn: async () => { await keeper.settled(); return openLease(lease.id) }, onSuccess: (opened) => { keeper.discard(); onOpen(opened) } })
  const uncover = () => { if (!opening.isPending) opening.mutate() }
  const leaving = useMutation({
    mutationFn: async () => {
      const choice = await queryClient.fetchQuery(contentQuery)
      queryClient.setQueryData(contentQuery.queryKey, await chooseContent({ ...choice, without: [...choice.without, lease.projectId] }))
      return skipLease(lease.id, 'troubling')
    },
    onSuccess: (next) => { keeper.discard(); onNext(next, t('No more sensitive tasks of this project. Here is what comes next.')) },
  })
  useEffect(() => {
    const theirs = draft.theirs?.aside?.skip?.note
    if (draft.sync !== 'conflict') return
    // Nobody is asked to choose between two half sentences before they have seen the task: both are kept, one below the other.
    if (theirs && theirs !== draft.skip.note) keeper.write({ skip: { ...draft.skip, note: [theirs, draft.skip.note].filter(Boolean).join('\n') } })
    keeper.resolve('mine')
  }, [keeper, draft])
  usePageKeys({ blocked: () => open !== null, version: keysVersion, run: { uncover, skip: () => setOpen('skip'), sheet: () => setOpen('sheet') } })
  return (
    <Container size="sm" py="xl">
      <Stack gap="md">
        <Group gap="sm" wrap="nowrap"><IconEyeOff size={28} stroke={1.5} aria-hidden /><Title order={2} fz="h3">{t('This task is covered: {kind}', { kind: sensitivityWord(cover.category) })}</Title></Group>
        <Text>{t('The text and pictures of this task in {project} may trouble you. They stay hidden until you show them.', { project: lease.projectName })}</Text>
        <Text>{t('You may stop at any time, also after you have looked. Skipping or choosing to see no such tasks costs you neither standing nor your place here.')}</Text>
        {cover.today > many && <Text role="note" p="sm" bg="var(--accent-wash)" style={{ borderRadius: 8 }}>{t('You have met {n} of these today. Take a few minutes away from the screen first: this task waits until its time runs out, and then goes to somebody else at no cost to you.', { n: cover.today - 1 })}</Text>}
        <Fault error={leaving.error ?? opening.error} />
        <Group gap="sm">
          <Button onClick={uncover} loading={opening.isPending} data-autofocus autoFocus>{t('Show this task')}&nbsp;<kbd>{shownKey(map.uncover)}</kbd></Button>
          <Button variant="default" onClick={() => setOpen('skip')}>{t('Skip it')}&nbsp;<kbd>{shownKey(map.skip)}</kbd></Button>
          <Button variant="subtle" loading={leaving.isPending} onClick={() => leaving.mutate()}>{t('No such tasks of this project')}</Button>
        </Group>
        <Text size="sm" c="dimmed">
          {t('This task pays {pay}.', { pay: money(lease.price) })} {held.lost ? t('It is no longer reserved for you.') : t('It is reserved for {time}.', { time: clock(held.secondsLeft) })} {t('Sensitive tasks today: {met} of at most {limit}, this one counted. Today: {tasks}, {earned}.', { met: cover.today, limit: cover.limit, tasks: count(today.count, 'task'), earned: money(today.earned) })}
          {' '}<AnchorLink to="/account" size="sm" underline="always">{t('Choose how much you want to see')}</AnchorLink>
        </Text>
      </Stack>
      <SkipDialog opened={open === 'skip'} leaseId={lease.id} kept={draft.skip} onKeep={(kept) => keeper.write({ skip: kept })} onClose={() => setOpen(null)} onSkipped={(next) => { keeper.discard(); onNext(next, t('Skipped. Here is the next task.')) }} />
      <KeySheet opened={open === 'sheet'} onClose={() => setOpen(null)} onChanged={() => setKeysVersion((before) => before + 1)} />
    </Container>
  )
}

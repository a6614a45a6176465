import { Button, Container, Group, Stack, Text, Title } from '@mantine/core'
import { IconEyeOff } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { chooseContent, contentQuery } from '~/api/session'
import type { Lease, Work } from '~/api/types'
import { openLease, skipLease } from '~/api/work'
import { clock, count, money } from '~/lib/format'
import { keyMap, shownKey } from '~/lib/keys'
import { Fault } from '~/ui/Fault'
import { AnchorLink } from '~/ui/links'
import { sensitivityWord } from '~/ui/words'
import { KeySheet } from './KeySheet'
import { SkipDialog } from './SkipDialog'
import { useLease } from './useLease'
import { useTaskKeys } from './useTaskKeys'

/** After so many in one day the cover proposes a pause. */
const many = 5
const never = () => false

type Props = { lease: Lease; receivedAt: number; today: Work['today']; onOpen: () => void; onNext: (next: Work | null, saying: string) => void }

/** A sensitive task before its rater chose to see it: what kind it is, and every way round it. */
export function CoveredTask({ lease, receivedAt, today, onOpen, onNext }: Props) {
  const cover = lease.cover!
  const queryClient = useQueryClient()
  const held = useLease(lease, receivedAt, never)
  const [open, setOpen] = useState<'skip' | 'sheet' | null>(null)
  const [keysVersion, setKeysVersion] = useState(0)
  const map = useMemo(() => keyMap(), [keysVersion])
  const uncover = () => {
    // The place counts as met either way, so nothing waits for this to arrive.
    openLease(lease.id).catch(() => undefined)
    onOpen()
  }
  const leaving = useMutation({
    mutationFn: async () => {
      const choice = await queryClient.fetchQuery(contentQuery)
      queryClient.setQueryData(contentQuery.queryKey, await chooseContent({ ...choice, without: [...choice.without, lease.projectId] }))
      return skipLease(lease.id, 'troubling')
    },
    onSuccess: (next) => onNext(next, 'No more sensitive tasks of this project. Here is what comes next.'),
  })
  const nothing = () => undefined
  useTaskKeys({
    blocked: open !== null, version: keysVersion, digit: never, character: never,
    run: { ...Object.fromEntries(Object.keys(map).map((action) => [action, nothing])) as Record<keyof typeof map, () => void>, uncover, skip: () => setOpen('skip'), sheet: () => setOpen('sheet') },
  })
  return (
    <Container size="sm" py="xl">
      <Stack gap="md">
        <Group gap="sm" wrap="nowrap"><IconEyeOff size={28} stroke={1.5} aria-hidden /><Title order={2} fz="h3">This task is covered: {sensitivityWord(cover.category).toLowerCase()}</Title></Group>
        <Text>The text and pictures of this task in {lease.projectName} may trouble you. They stay hidden until you show them.</Text>
        <Text>You may stop at any time, also after you have looked. Skipping or choosing to see no such tasks costs you neither standing nor your place here.</Text>
        {cover.today > many && <Text role="note" p="sm" bg="var(--accent-wash)" style={{ borderRadius: 8 }}>You have met {cover.today - 1} of these today. Take a few minutes away from the screen first: this task waits until its time runs out, and then goes to somebody else at no cost to you.</Text>}
        <Fault error={leaving.error} />
        <Group gap="sm">
          <Button onClick={uncover} data-autofocus autoFocus>Show this task&nbsp;<kbd>{shownKey(map.uncover)}</kbd></Button>
          <Button variant="default" onClick={() => setOpen('skip')}>Skip it&nbsp;<kbd>{shownKey(map.skip)}</kbd></Button>
          <Button variant="subtle" loading={leaving.isPending} onClick={() => leaving.mutate()}>No such tasks of this project</Button>
        </Group>
        <Text size="sm" c="dimmed">
          This task pays {money(lease.price)} and is {held.lost ? 'no longer reserved' : `reserved for ${clock(held.secondsLeft)}`}. Sensitive tasks today: {cover.today} of at most {cover.limit}, this one counted. Today: {count(today.count, 'task')}, {money(today.earned)}.
          {' '}<AnchorLink to="/account" size="sm">Choose how much you want to see</AnchorLink>
        </Text>
      </Stack>
      <SkipDialog opened={open === 'skip'} leaseId={lease.id} onClose={() => setOpen(null)} onSkipped={(next) => onNext(next, 'Skipped. Here is the next task.')} />
      <KeySheet opened={open === 'sheet'} onClose={() => setOpen(null)} onChanged={() => setKeysVersion((before) => before + 1)} />
    </Container>
  )
}

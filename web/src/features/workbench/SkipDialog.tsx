import { Button, Group, Modal, Radio, Stack, Text, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { BegunSkip, Work } from '~/api/types'
import { skipLease } from '~/api/work'
import { t } from '~/lib/i18n'
import { Fault } from '~/ui/Fault'
import { useDialogDigits } from './useDialogDigits'

const reasons = [
  { value: 'not_my_field', label: t('I do not know enough about this') },
  { value: 'too_long', label: t('It would take too long just now') },
  { value: 'troubling', label: t('The content troubles me') },
  { value: 'other', label: t('Something else') },
]

/** Why a task is passed on; what is chosen and typed here is kept like everything else until it travels. */
export function SkipDialog(props: { opened: boolean; leaseId: string; kept: BegunSkip; onKeep: (skip: BegunSkip) => void; onClose: () => void; onSkipped: (next: Work) => void }) {
  const [tried, setTried] = useState(false)
  const { reason = '', note = '' } = props.kept
  const choose = (reason: string) => props.onKeep({ ...props.kept, reason })
  const skipping = useMutation({ mutationFn: () => skipLease(props.leaseId, reason, reason === 'other' ? note.trim() : ''), onSuccess: props.onSkipped })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (reason) skipping.mutate()
  }
  useDialogDigits(props.opened, (digit) => {
    const chosen = reasons[digit - 1]
    if (chosen) choose(chosen.value)
    return chosen !== undefined
  })
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={t('Skip this task')} closeButtonProps={{ 'aria-label': t('Close') }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text size="sm" c="dimmed">{t('The task goes to somebody else and costs you nothing. If the task itself has a fault, flag it instead: flags are paid.')}</Text>
          <Fault error={skipping.error} />
          <Radio.Group label={t('Why?')} value={reason} onChange={choose} error={tried && !reason ? t('Choose a reason; it helps to route the next tasks.') : undefined}>
            <Stack gap={8} mt={6}>{reasons.map((one, i) => <Radio key={one.value} value={one.value} label={<>{one.label} <kbd>{i + 1}</kbd></>} data-autofocus={i === 0 || undefined} />)}</Stack>
          </Radio.Group>
          {reason === 'other' && <Textarea label={t('In a few words')} value={note} onChange={(event) => props.onKeep({ ...props.kept, note: event.currentTarget.value })} autosize minRows={2} />}
          <Group justify="flex-end"><Button variant="default" onClick={props.onClose}>{t('Back to the task')}</Button><Button type="submit" loading={skipping.isPending}>{t('Skip')}</Button></Group>
        </Stack>
      </form>
    </Modal>
  )
}

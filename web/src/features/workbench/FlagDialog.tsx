import { Button, Group, Modal, Radio, Stack, Text, Textarea } from '@mantine/core'
import { useState, type FormEvent, type KeyboardEvent } from 'react'
import type { Flag } from '~/api/types'
import { t } from '~/lib/i18n'
import { flagCategories } from '~/ui/words'
import { fits, tooLong } from './notes'
import { useDialogDigits } from './useDialogDigits'

/** A flag instead of a guess: it goes to a person, is paid like an answer and lowers no standing. */
export function FlagDialog(props: { opened: boolean; kept: Partial<Flag>; onKeep: (flag: Partial<Flag>) => void; onClose: () => void; onFlag: (flag: Flag) => void }) {
  const [tried, setTried] = useState(false)
  const { category, note = '' } = props.kept
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault()
    setTried(true)
    if (category && note.trim() && fits(note)) props.onFlag({ category, note: note.trim() })
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
  }
  useDialogDigits(props.opened, (digit) => {
    const chosen = flagCategories[digit - 1]
    if (chosen) props.onKeep({ ...props.kept, category: chosen.value })
    return chosen !== undefined
  })
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={t('Flag a problem')} size="md" closeButtonProps={{ 'aria-label': t('Close') }}>
      <form onSubmit={submit} onKeyDown={keys}>
        <Stack gap="md">
          <Text size="sm" c="dimmed">{t('A flag replaces the answer. It goes to the lead, is paid like an answer, and never lowers your standing.')}</Text>
          <Radio.Group label={t('What is the matter?')} value={category ?? null} onChange={(value) => props.onKeep({ ...props.kept, category: value as Flag['category'] })}
            error={tried && !category ? t('Choose what is the matter.') : undefined}>
            <Stack gap={8} mt={6}>
              {flagCategories.map((flag, i) => <Radio key={flag.value} value={flag.value} label={<>{flag.label} <kbd>{i + 1}</kbd></>} description={flag.help} data-autofocus={i === 0 || undefined} />)}
            </Stack>
          </Radio.Group>
          <Textarea label={t('Say it in a sentence')} autosize minRows={2} value={note} onChange={(event) => props.onKeep({ ...props.kept, note: event.currentTarget.value })}
            error={tooLong(note) ?? (tried && !note.trim() ? t('Say in a sentence what is the matter, so that the lead can act on it.') : undefined)} />
          <Group justify="flex-end"><Button variant="default" onClick={props.onClose}>{t('Back to the task')}</Button><Button type="submit">{t('Hand in the flag')}</Button></Group>
        </Stack>
      </form>
    </Modal>
  )
}

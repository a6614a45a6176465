import { Alert, Button, Group, Text, Textarea, Tooltip, UnstyledButton } from '@mantine/core'
import { IconCloudCheck, IconCloudOff, IconCloudUp, IconNote } from '@tabler/icons-react'
import { moment } from '~/lib/format'
import { locale, t } from '~/lib/i18n'
import { shownKey, type KeyMap } from '~/lib/keys'
import type { DraftState } from './DraftKeeper'
import { tooLong } from './notes'
import classes from './SubmitBar.module.css'
import type { Delivery } from './useHandIn'

const clockTime = (instant: string) => new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' }).format(new Date(instant))

function Saved({ draft }: { draft: DraftState }) {
  const [icon, words] = draft.sync === 'conflict' ? [<IconCloudOff key="i" size={15} aria-hidden />, t('Also edited elsewhere: see above')]
    : draft.sync === 'kept-here' ? [<IconCloudOff key="i" size={15} aria-hidden />, t('Kept on this device')]
    : draft.sync === 'saving' ? [<IconCloudUp key="i" size={15} aria-hidden />, t('Saving…')]
    : draft.savedAt ? [<IconCloudCheck key="i" size={15} aria-hidden />, t('Saved {time}', { time: clockTime(draft.savedAt) })] : [null, '']
  return (
    <Tooltip label={draft.savedAt ? t('Your draft was last saved on the server on {moment}; every key is kept in this browser at once.', { moment: moment(draft.savedAt) }) : t('Your draft is kept in this browser as you type, and on the server a moment later.')}>
      <Text size="xs" c="dimmed" className={classes.saved} data-sync={draft.sync}>{icon}{words}</Text>
    </Tooltip>
  )
}

/** How far the task is, whether the draft is safe, and the way on. */
export function SubmitBar(props: {
  draft: DraftState; delivery: Delivery; done: number; all: number; map: KeyMap; noteOpen: boolean; onNoteToggle: () => void; onNote: (note: string) => void; onSubmit: () => void; onOpen: () => void
}) {
  const { delivery, draft } = props
  const busy = delivery.state === 'sending' || delivery.state === 'waiting'
  return (
    <div className={classes.bar}>
      {delivery.state === 'waiting' && (
        <Alert color="gold" variant="light" py={8} mb={8} role="status">{t('Handed in on this device. It is sent as soon as the server can be reached; you may close this page.')}</Alert>
      )}
      {props.noteOpen && <Textarea mb={8} rows={3} label={t('Note to the reviewer')} value={draft.note} data-field="note" readOnly={busy} error={tooLong(draft.note)} onChange={(event) => props.onNote(event.currentTarget.value)} />}
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <div className={classes.state}>
          <Tooltip label={<>{t('Next open question')} <kbd>{shownKey(props.map.open)}</kbd></>} disabled={props.done >= props.all}>
            <UnstyledButton fz="sm" fw={550} className={`${classes.progress} tabular`} onClick={props.onOpen}>{t('{done} of {all} answered', { done: props.done, all: props.all })}</UnstyledButton>
          </Tooltip>
          <Saved draft={draft} />
        </div>
        <Group gap={6} wrap="nowrap">
          <Tooltip label={<>{t('Note to the reviewer')} <kbd>{shownKey(props.map.note)}</kbd></>}>
            <Button variant={draft.note ? 'light' : 'default'} px={10} aria-label={t('Note to the reviewer')} aria-expanded={props.noteOpen} onClick={props.onNoteToggle}><IconNote size={17} aria-hidden /></Button>
          </Tooltip>
          <Tooltip label={<>{t('Submit and go on')} <kbd>{shownKey(props.map.submit)}</kbd></>}>
            <Button onClick={props.onSubmit} loading={delivery.state === 'sending'} disabled={delivery.state === 'waiting'}>{t('Submit')}</Button>
          </Tooltip>
        </Group>
      </Group>
    </div>
  )
}

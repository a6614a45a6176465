import { Button, Group, Modal, Stack, Switch, Table, Text, Title } from '@mantine/core'
import { useState, type KeyboardEvent } from 'react'
import { t } from '~/lib/i18n'
import { actions, clash, keyMap, pressed, shownKey, storedKeys, storeKeys, type Action, type KeyMap } from '~/lib/keys'

const fixed = [
  ['1 … 9, 0', t('Choose an answer of the marked question')],
  ['a b c d', t('Choose a response; when ranking, the next best')],
  ['5 … 9', t('The fifth response and those behind it, when ranking')],
  ['=', t('When ranking: tie with the one before')],
  ['Backspace', t('When ranking: take the last one back')],
  ['Esc', t('Leave a field, a dialog or the marking of sentences')],
] as const

/** Every action and its key; each can be given another one, and single keys can be switched off. */
export function KeySheet(props: { opened: boolean; onClose: () => void; onChanged: () => void }) {
  const [stored, setStored] = useState(storedKeys)
  const [catching, setCatching] = useState<Action | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const map = keyMap(stored)
  const store = (single: boolean, changed: Partial<KeyMap>) => {
    storeKeys({ single, changed })
    setStored({ single, changed })
    props.onChanged()
  }
  const caught = (event: KeyboardEvent) => {
    if (catching === null) return
    event.preventDefault()
    event.stopPropagation()
    const key = pressed(event)
    if (key === 'escape') return setCatching(null)
    if (['shift', 'control', 'alt', 'meta', 'mod+control', 'mod+meta', 'alt+alt'].includes(key)) return
    const why = clash(catching, key, map)
    setRefused(why)
    if (why !== null) return
    store(stored.single, { ...stored.changed, [catching]: key })
    setCatching(null)
  }
  const groups = [...new Set(Object.values(actions).map((action) => action.group))]
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={t('Keys')} size="lg" closeOnEscape={catching === null} closeButtonProps={{ 'aria-label': t('Close') }}>
      <Stack gap="md" onKeyDownCapture={caught}>
        <Switch checked={stored.single} onChange={(event) => store(event.currentTarget.checked, stored.changed)} label={t('Single keys act outside of text fields')} />
        {refused && <Text size="sm" c="var(--clay-ink)" role="alert">{refused} {t('Press another key, or Esc.')}</Text>}
        {groups.map((group) => (
          <div key={group}>
            <Title order={3} fz="sm" mb={4}>{group}</Title>
            <Table withRowBorders={false} verticalSpacing={3}>
              <Table.Tbody>
                {(Object.keys(actions) as Action[]).filter((action) => actions[action].group === group).map((action) => (
                  <Table.Tr key={action}>
                    <Table.Td>{actions[action].label}</Table.Td>
                    <Table.Td ta="end">
                      <Button size="compact-sm" variant="default" onClick={() => setCatching(action)} aria-label={t('Key for “{action}”: {key}. Change', { action: actions[action].label, key: shownKey(map[action]) })}>
                        {catching === action ? t('Press a key…') : shownKey(map[action])}
                      </Button>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        ))}
        <div>
          <Title order={3} fz="sm" mb={4}>{t('Always')}</Title>
          <Table withRowBorders={false} verticalSpacing={3}>
            <Table.Tbody>{fixed.map(([key, label]) => <Table.Tr key={key}><Table.Td>{label}</Table.Td><Table.Td ta="end"><kbd>{key}</kbd></Table.Td></Table.Tr>)}</Table.Tbody>
          </Table>
        </div>
        <Group justify="flex-end"><Button variant="subtle" onClick={() => store(true, {})}>{t('Back to the first keys')}</Button></Group>
      </Stack>
    </Modal>
  )
}

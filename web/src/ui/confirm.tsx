import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { t } from '~/lib/i18n'
import { Fault } from './Fault'

type Props = {
  opened: boolean; title: string; children: ReactNode; action: string; danger?: boolean; pending: boolean; error: unknown
  onClose: () => void; onConfirm: () => void
}

/** Asks once before something that cannot be taken back. */
export function Confirm(props: Props) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title} closeButtonProps={{ 'aria-label': t('Close') }}>
      <Stack gap="md">
        <Text size="sm" component="div">{props.children}</Text>
        <Fault error={props.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onClose} data-autofocus>{t('Cancel')}</Button>
          <Button color={props.danger ? 'clay' : 'pine'} loading={props.pending} onClick={props.onConfirm}>{props.action}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}

import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { makePasswordLink, type AccountRow } from '~/api/operations'
import { moment } from '~/lib/format'
import { Fault } from '~/ui/Fault'
import { OnceShown } from '~/ui/OnceShown'

/** A link by which somebody who forgot their password sets a new one; made on a click, since it voids the one before. */
export function PasswordLinkDialog({ account, onClose }: { account: AccountRow; onClose: () => void }) {
  const making = useMutation({ mutationFn: () => makePasswordLink(account.id) })
  return (
    <Modal opened onClose={onClose} title={`A new password for ${account.name}`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack gap="md">
        <Text size="sm">The link works once, for a day. Whoever opens it sets a new password and is signed in; every browser signed in as {account.name} is signed out. Send it by a way you trust.</Text>
        <Fault error={making.error} />
        {making.data
          ? <><OnceShown label="The link" value={making.data.link} /><Text size="sm" c="dimmed">Good until {moment(making.data.expiresAt)}.</Text></>
          : <Group><Button onClick={() => making.mutate()} loading={making.isPending}>Make the link</Button><Button variant="subtle" color="gray" onClick={onClose}>Cancel</Button></Group>}
      </Stack>
    </Modal>
  )
}

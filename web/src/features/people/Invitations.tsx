import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { invitationsQuery, withdrawInvitation } from '~/api/projectDesk'
import { relative } from '~/lib/format'
import { Fault } from '~/ui/Fault'
import { Loaded } from '~/ui/Loaded'
import { roleWord } from '~/ui/words'

/** Invitations that nobody has answered yet. */
export function Invitations({ projectId }: { projectId: string }) {
  const queryClient = useQueryClient()
  const invitations = useQuery(invitationsQuery(projectId))
  const withdrawal = useMutation({
    mutationFn: (id: string) => withdrawInvitation(projectId, id),
    onSuccess: () => queryClient.invalidateQueries(invitationsQuery(projectId)),
  })
  return (
    <Loaded query={invitations} lines={2}>
      {(found) => {
        const items = found.items.filter((invitation) => !invitation.acceptedBy)
        return items.length === 0 ? null : (
        <Stack gap="xs" component="section" aria-labelledby="invitations-title">
          <Title order={3} id="invitations-title" fz="h4">Open invitations</Title>
          <Fault error={withdrawal.error} />
          {items.map((invitation) => (
            <Paper key={invitation.id} className="sheet" px="md" py="xs">
              <Group justify="space-between">
                <Text size="sm"><strong>{roleWord(invitation.role)}</strong>{invitation.email ? ` for ${invitation.email}` : ', for whoever holds the link'}
                  <Text span c="dimmed">, runs out {relative(invitation.expiresAt)}</Text></Text>
                <Button size="compact-sm" variant="subtle" color="clay" onClick={() => withdrawal.mutate(invitation.id)}
                  aria-label={`Withdraw the invitation of a ${roleWord(invitation.role).toLowerCase()}${invitation.email ? ` for ${invitation.email}` : ''}`}>Withdraw</Button>
              </Group>
            </Paper>
          ))}
        </Stack>
        )
      }}
    </Loaded>
  )
}

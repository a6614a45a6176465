import { Badge, Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { revokeToken, tokensQuery } from '~/api/session'
import type { ApiToken } from '~/api/types'
import { day, relative } from '~/lib/format'
import { Confirm } from '~/ui/confirm'
import { Loaded } from '~/ui/Loaded'
import { TokenDialog } from './TokenDialog'

export function TokensSection() {
  const queryClient = useQueryClient()
  const tokens = useQuery(tokensQuery)
  const [making, dialog] = useDisclosure(false)
  const [revoking, setRevoking] = useState<ApiToken | null>(null)
  const revocation = useMutation({
    mutationFn: (token: ApiToken) => revokeToken(token.id),
    onSuccess: async () => {
      setRevoking(null)
      await queryClient.invalidateQueries(tokensQuery)
    },
  })
  return (
    <Paper component="section" className="sheet" p={{ base: 'md', sm: 'lg' }} aria-labelledby="tokens-title">
      <Group justify="space-between" align="flex-start" mb="sm">
        <div>
          <Title order={2} id="tokens-title" fz="h4">API tokens</Title>
          <Text size="sm" c="dimmed" className="measure">For scripts and the command line. A token can do what you can, within its scopes.</Text>
        </div>
        <Button variant="default" onClick={dialog.open}>Make a token</Button>
      </Group>
      <Loaded query={tokens} lines={2}>
        {({ items }) => items.length === 0 ? <Text size="sm" c="dimmed">You have no tokens.</Text> : (
          <Table.ScrollContainer minWidth={520}>
            <Table>
              <Table.Thead><Table.Tr><Table.Th>Name</Table.Th><Table.Th>Scopes</Table.Th><Table.Th>Runs out</Table.Th><Table.Th>Last used</Table.Th><Table.Th><span className="visually-hidden">Actions</span></Table.Th></Table.Tr></Table.Thead>
              <Table.Tbody>
                {items.map((token) => (
                  <Table.Tr key={token.id}>
                    <Table.Td fw={500}>{token.name}</Table.Td>
                    <Table.Td><Group gap={4}>{token.scopes.map((scope) => <Badge key={scope} variant="light" color="gray" tt="none">{scope}</Badge>)}</Group></Table.Td>
                    <Table.Td>{token.expiresAt ? day(token.expiresAt) : 'never'}</Table.Td>
                    <Table.Td>{token.lastUsedAt ? relative(token.lastUsedAt) : 'not yet'}</Table.Td>
                    <Table.Td ta="right"><Button size="compact-sm" variant="subtle" color="clay" aria-label={`Revoke ${token.name}`} onClick={() => setRevoking(token)}>Revoke</Button></Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Loaded>
      <TokenDialog opened={making} onClose={dialog.close} />
      <Confirm opened={revoking !== null} title={`Revoke ${revoking?.name ?? 'the token'}?`} danger action="Revoke" pending={revocation.isPending} error={revocation.error}
        onClose={() => setRevoking(null)} onConfirm={() => revoking && revocation.mutate(revoking)}>
        Whatever uses it stops working at once.
      </Confirm>
    </Paper>
  )
}

import { Badge, Button, Checkbox, Container, Switch, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { accountsQuery, changeRights, type AccountRow } from '~/api/operations'
import { useAccount } from '~/api/session'
import { day } from '~/lib/format'
import { CardTable, Cell, Head, Row } from '~/ui/CardTable'
import { Fault } from '~/ui/Fault'
import { Loaded } from '~/ui/Loaded'
import { PageHeader } from '~/ui/PageHeader'
import { PasswordLinkDialog } from './PasswordLinkDialog'

export function AccountsPage() {
  const own = useAccount()
  const queryClient = useQueryClient()
  const [forgetful, setForgetful] = useState<AccountRow | null>(null)
  const accounts = useQuery(accountsQuery)
  const changing = useMutation({
    mutationFn: (change: { account: AccountRow; rights: { mayCreateProjects?: boolean; disabled?: boolean } }) => changeRights(change.account.id, change.rights),
    onSuccess: () => queryClient.invalidateQueries(accountsQuery),
  })
  return (
    <Container size={1000} pt="lg" pb={64}>
      <PageHeader title="Accounts" lead="Everybody on this installation. New people come by the invitation of a project." />
      <Fault error={changing.error} />
      <Loaded query={accounts}>
        {({ items }) => (
          <CardTable least={640} heads={<><Head>Name</Head><Head>Since</Head><Head>May create projects</Head><Head>May sign in</Head><Head>Password</Head></>}>
            {items.map((account) => (
              <Row key={account.id}>
                <Cell><Text fw={500} size="sm" component="div">{account.name} {account.owner && <Badge size="sm" variant="light">Owner</Badge>} {account.kind === 'MODEL' && <Badge size="sm" variant="light" color="gray">Model</Badge>}</Text><Text size="xs" c="dimmed">{account.email}</Text></Cell>
                <Cell under="Since"><Text size="sm" c="dimmed">{day(account.createdAt)}</Text></Cell>
                <Cell under="May create projects"><Checkbox size="md" aria-label={`${account.name} may create projects`} checked={account.owner || account.mayCreateProjects} disabled={account.owner || account.kind === 'MODEL' || changing.isPending}
                  onChange={(event) => changing.mutate({ account, rights: { mayCreateProjects: event.currentTarget.checked } })} /></Cell>
                <Cell under="May sign in"><Switch aria-label={`${account.name} may sign in`} checked={!account.disabled} disabled={account.id === own?.id || account.kind === 'MODEL' || changing.isPending}
                  onChange={(event) => changing.mutate({ account, rights: { disabled: !event.currentTarget.checked } })} /></Cell>
                <Cell under="Password">{account.kind === 'PERSON' && account.id !== own?.id && !account.disabled && <Button size="compact-sm" variant="default" onClick={() => setForgetful(account)} aria-label={`Link to a new password for ${account.name}`}>New password link</Button>}</Cell>
              </Row>
            ))}
          </CardTable>
        )}
      </Loaded>
      {forgetful && <PasswordLinkDialog account={forgetful} onClose={() => setForgetful(null)} />}
    </Container>
  )
}

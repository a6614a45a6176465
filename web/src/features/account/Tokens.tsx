import { Alert, Button, Checkbox, Code, CopyButton, Group, NumberInput, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { makeToken, revokeToken, tokensQuery } from '~/api/session'
import type { TokenScope } from '~/api/types'
import { day, relative } from '~/lib/format'
import { t } from '~/lib/i18n'
import { Fault } from '~/ui/Fault'
import { Loaded } from '~/ui/Loaded'

const scopes: { value: TokenScope; label: string; help: string }[] = [
  { value: 'read', label: t('Read'), help: t('See what you may see') },
  { value: 'work', label: t('Work'), help: t('Take tasks and hand in judgments') },
  { value: 'manage', label: t('Manage'), help: t('Change projects you run') },
]

/** Keys for scripts: what each may do, how long, and when it was last used. */
export function Tokens() {
  const tokens = useQuery(tokensQuery)
  const queryClient = useQueryClient()
  const again = () => queryClient.invalidateQueries(tokensQuery)
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<TokenScope[]>(['read'])
  const [days, setDays] = useState<number | string>(90)
  const making = useMutation({ mutationFn: makeToken, onSuccess: () => { setName(''); return again() } })
  const revoking = useMutation({ mutationFn: revokeToken, onSuccess: again })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    making.mutate({ name: name.trim(), scopes: chosen, expiresInDays: Number(days) })
  }
  return (
    <section aria-labelledby="tokens">
      <Title order={2} fz="h4" id="tokens">{t('API tokens')}</Title>
      <Text size="sm" c="dimmed" mb="sm">{t('For scripts and the command line. A token acts as you, within the scopes you give it.')}</Text>
      <Loaded query={tokens} lines={2}>
        {({ items }) => items.length > 0 && (
          <Table mb="md">
            <Table.Thead><Table.Tr><Table.Th>{t('Name')}</Table.Th><Table.Th>{t('Scopes')}</Table.Th><Table.Th>{t('Expires')}</Table.Th><Table.Th>{t('Used')}</Table.Th><Table.Th><span className="visually-hidden">{t('Actions')}</span></Table.Th></Table.Tr></Table.Thead>
            <Table.Tbody>
              {items.map((token) => (
                <Table.Tr key={token.id}>
                  <Table.Td>{token.name}</Table.Td><Table.Td>{token.scopes.join(', ')}</Table.Td><Table.Td>{token.expiresAt ? day(token.expiresAt) : t('never')}</Table.Td><Table.Td>{token.lastUsedAt ? relative(token.lastUsedAt) : t('not yet')}</Table.Td>
                  <Table.Td ta="end"><Button size="compact-sm" variant="subtle" color="clay" onClick={() => revoking.mutate(token.id)} aria-label={t('Revoke {name}', { name: token.name })}>{t('Revoke')}</Button></Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Loaded>
      <Fault error={revoking.error} />
      {making.data?.token && (
        <Alert color="pine" variant="light" mb="md" title={t('The new token, shown this once')} role="status">
          <Group gap="sm"><Code style={{ overflowWrap: 'anywhere' }}>{making.data.token}</Code><CopyButton value={making.data.token}>{({ copied, copy }) => <Button size="compact-sm" variant="default" onClick={copy}>{copied ? t('Copied') : t('Copy')}</Button>}</CopyButton></Group>
        </Alert>
      )}
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Fault error={making.error} />
          <Group align="flex-start" grow preventGrowOverflow={false}>
            <TextInput label={t('Name')} placeholder={t('what it is for')} required withAsterisk={false} value={name} onChange={(event) => setName(event.currentTarget.value)} />
            <NumberInput label={t('Days')} min={1} max={365} value={days} onChange={setDays} maw={110} />
          </Group>
          <Checkbox.Group label={t('May')} value={chosen} onChange={(value) => setChosen(value as TokenScope[])}>
            <Group mt={6}>{scopes.map((scope) => <Checkbox key={scope.value} value={scope.value} label={scope.label} description={scope.help} />)}</Group>
          </Checkbox.Group>
          <Button type="submit" variant="default" w="fit-content" disabled={!name.trim() || chosen.length === 0} loading={making.isPending}>{t('Make a token')}</Button>
        </Stack>
      </form>
    </section>
  )
}

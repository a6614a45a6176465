import { Alert, Button, Checkbox, Code, CopyButton, Group, NumberInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { makeToken, revokeToken, tokensQuery } from '~/api/session'
import type { TokenScope } from '~/api/types'
import { day, relative } from '~/lib/format'
import { t } from '~/lib/i18n'
import { CardTable, Cell, Head, Row } from '~/ui/CardTable'
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
          <CardTable least={480} verticalSpacing="xs" mb="md" heads={<><Head>{t('Name')}</Head><Head>{t('Scopes')}</Head><Head>{t('Expires')}</Head><Head>{t('Used')}</Head><Head><span className="visually-hidden">{t('Actions')}</span></Head></>}>
              {items.map((token) => (
                <Row key={token.id}>
                  <Cell>{token.name}</Cell><Cell under={t('Scopes')}>{token.scopes.join(', ')}</Cell><Cell under={t('Expires')}>{token.expiresAt ? day(token.expiresAt) : t('never')}</Cell><Cell under={t('Used')}>{token.lastUsedAt ? relative(token.lastUsedAt) : t('not yet')}</Cell>
                  <Cell ta="end"><Button size="compact-sm" variant="subtle" color="clay" onClick={() => revoking.mutate(token.id)} aria-label={t('Revoke {name}', { name: token.name })}>{t('Revoke')}</Button></Cell>
                </Row>
              ))}
          </CardTable>
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

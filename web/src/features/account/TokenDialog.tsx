import { Button, Checkbox, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { makeToken, tokensQuery } from '~/api/session'
import type { TokenScope } from '~/api/types'
import { Fault } from '~/ui/Fault'
import { OnceShown } from '~/ui/OnceShown'

const scopes: { value: TokenScope; label: string; may: string }[] = [
  { value: 'read', label: 'read', may: 'Look at everything you may see, and download data sets.' },
  { value: 'work', label: 'work', may: 'Take tasks and submit judgments in your name.' },
  { value: 'manage', label: 'manage', may: 'Change projects, guidelines, items and people.' },
]

export function TokenDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const queryClient = useQueryClient()
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<string[]>(['read'])
  const [days, setDays] = useState('90')
  const making = useMutation({
    mutationFn: () => makeToken({ name: name.trim(), scopes: chosen as TokenScope[], expiresInDays: Number(days) }),
    onSuccess: () => queryClient.invalidateQueries(tokensQuery),
  })
  const close = () => {
    onClose()
    making.reset()
    setName('')
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    making.mutate()
  }
  return (
    <Modal opened={opened} onClose={close} size="lg" title={making.data ? 'The token is ready' : 'Make a token'} closeButtonProps={{ 'aria-label': 'Close' }}>
      {making.data?.token ? (
        <Stack gap="md">
          <OnceShown label="Token" value={making.data.token} />
          <Group justify="flex-end"><Button onClick={close}>Done</Button></Group>
        </Stack>
      ) : (
        <form onSubmit={submit}>
          <Stack gap="md">
            <TextInput label="Name" description="What will use it." required withAsterisk={false} placeholder="nightly export" value={name} onChange={(event) => setName(event.currentTarget.value)} />
            <Checkbox.Group label="Scopes" value={chosen} onChange={setChosen}>
              <Stack gap="xs" mt={6}>{scopes.map((scope) => <Checkbox key={scope.value} value={scope.value} label={scope.label} description={scope.may} />)}</Stack>
            </Checkbox.Group>
            <NativeSelect label="Runs out after" value={days} onChange={(event) => setDays(event.currentTarget.value)}
              data={[{ value: '7', label: '7 days' }, { value: '30', label: '30 days' }, { value: '90', label: '90 days' }, { value: '365', label: '1 year' }]} />
            <Fault error={making.error} />
            <Group justify="flex-end"><Button type="submit" loading={making.isPending} disabled={chosen.length === 0}>Make the token</Button></Group>
          </Stack>
        </form>
      )}
    </Modal>
  )
}

import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { Fault } from '~/ui/Fault'

export const leastPassword = 12

export type NewAccount = { name: string; email: string; password: string }

/** Name, e-mail and a password long enough to be worth something. */
export function NewAccountForm(props: {
  action: string; email: string | null; pending: boolean; error: unknown; onSubmit: (account: NewAccount) => void
}) {
  const [name, setName] = useState('')
  const [email, setEmail] = useState(props.email ?? '')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const short = password.length < leastPassword
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!short) props.onSubmit({ name: name.trim(), email: email.trim(), password })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Fault error={props.error} />
        <TextInput label="Your name" name="name" autoComplete="name" required withAsterisk={false} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <TextInput label="E-mail" type="email" name="email" autoComplete="username" required withAsterisk={false} value={email}
          readOnly={props.email !== null} onChange={(event) => setEmail(event.currentTarget.value)} />
        <PasswordInput label="Password" name="password" autoComplete="new-password" required withAsterisk={false} value={password}
          description={`At least ${leastPassword} characters; a sentence is fine.`} onChange={(event) => setPassword(event.currentTarget.value)}
          error={tried && short ? `The password has ${password.length} characters; it needs at least ${leastPassword}.` : undefined}
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password' }} />
        <Button type="submit" loading={props.pending} fullWidth>{props.action}</Button>
      </Stack>
    </form>
  )
}

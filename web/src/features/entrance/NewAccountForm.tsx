import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { t } from '~/lib/i18n'
import { leastPassword } from '~/lib/password'
import { Fault } from '~/ui/Fault'

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
        <TextInput label={t('Your name')} name="name" autoComplete="name" required withAsterisk={false} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <TextInput label={t('E-mail')} type="email" name="email" autoComplete="username" required withAsterisk={false} value={email}
          readOnly={props.email !== null} onChange={(event) => setEmail(event.currentTarget.value)} />
        <PasswordInput label={t('Password')} name="password" autoComplete="new-password" required withAsterisk={false} value={password}
          description={t('At least {least} characters; a sentence is fine.', { least: leastPassword })} onChange={(event) => setPassword(event.currentTarget.value)}
          error={tried && short ? t('The password has {length} characters; it needs at least {least}.', { length: password.length, least: leastPassword }) : undefined}
          visibilityToggleButtonProps={{ 'aria-label': t('Show or hide the password') }} />
        <Button type="submit" loading={props.pending} fullWidth>{props.action}</Button>
      </Stack>
    </form>
  )
}

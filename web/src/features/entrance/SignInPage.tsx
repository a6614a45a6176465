import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { sessionQuery, signIn } from '~/api/session'
import { t } from '~/lib/i18n'
import { Problem } from '~/lib/problem'
import { Fault } from '~/ui/Fault'
import { EntranceFrame } from './EntranceFrame'

export function SignInPage() {
  const { back } = useSearch({ from: '/sign-in' })
  const router = useRouter()
  const queryClient = useQueryClient()
  const session = useQuery(sessionQuery)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const entering = useMutation({
    mutationFn: signIn,
    onSuccess: async (signedIn) => {
      queryClient.clear()
      queryClient.setQueryData(sessionQuery.queryKey, signedIn)
      router.history.push(back ?? '/')
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    entering.mutate({ email: email.trim(), password })
  }
  const wait = entering.error instanceof Problem ? entering.error.retryAfterSeconds : null
  return (
    <EntranceFrame title="Touchstone" lead={back ? t('Sign in again to go on where you were. Your drafts are kept.') : t('Where people judge what AI systems say.')}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Fault error={entering.error} />
          {wait !== null && <Text size="sm" c="dimmed">{t('Try again in {wait} seconds.', { wait })}</Text>}
          <TextInput label={t('E-mail')} type="email" name="email" autoComplete="username" required withAsterisk={false} value={email}
            onChange={(event) => setEmail(event.currentTarget.value)} data-autofocus />
          <PasswordInput label={t('Password')} name="password" autoComplete="current-password" required withAsterisk={false} value={password}
            onChange={(event) => setPassword(event.currentTarget.value)} visibilityToggleButtonProps={{ 'aria-label': t('Show or hide the password') }} />
          <Button type="submit" loading={entering.isPending} fullWidth>{t('Sign in')}</Button>
          <Text size="sm" c="dimmed">{t('Forgot your password? The owner of this installation can give you a link to a new one.')}</Text>
          {session.data?.demo && <Text size="sm" c="dimmed">{t('This is a demonstration: the sign-ins are printed where it was started.')}</Text>}
          {session.data?.setupRequired && (
            <Text size="sm" c="dimmed">{t('Nobody has an account yet. Open the one-time link that was printed where Touchstone was started.')}</Text>
          )}
        </Stack>
      </form>
    </EntranceFrame>
  )
}

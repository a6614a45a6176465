import { Button, PasswordInput, Stack } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { passwordLinkQuery, sessionQuery, setNewPassword } from '~/api/session'
import { t } from '~/lib/i18n'
import { leastPassword } from '~/lib/password'
import { isSpent } from '~/lib/problem'
import { Empty } from '~/ui/Empty'
import { Fault } from '~/ui/Fault'
import { Loaded } from '~/ui/Loaded'
import { EntranceFrame } from './EntranceFrame'

/** Where the owner's one-time link leads somebody who forgot their password. */
export function NewPasswordPage() {
  const { token } = useParams({ from: '/new-password/$token' })
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const link = useQuery(passwordLinkQuery(token))
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const setting = useMutation({
    mutationFn: () => setNewPassword(token, password),
    onSuccess: async (signedIn) => {
      queryClient.clear()
      queryClient.setQueryData(sessionQuery.queryKey, signedIn)
      await navigate({ to: '/' })
    },
  })
  const short = password.length < leastPassword
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!short) setting.mutate()
  }
  if (isSpent(link.error)) {
    return (
      <EntranceFrame title={t('This link no longer holds')} lead={t('It was used, replaced by a newer one, or is older than a day.')}>
        <Empty order={3} title={t('Ask for a new one')} action={<Button component={Link} to="/sign-in" variant="default">{t('Go to the sign-in')}</Button>}>{t('The owner of this installation makes it under Accounts.')}</Empty>
      </EntranceFrame>
    )
  }
  return (
    <EntranceFrame title={t('Choose a new password')} lead={link.data ? t('for {name}', { name: link.data.name }) : t('for your account')}>
      <Loaded query={link}>
        {(view) => (
          <form onSubmit={submit}>
            <Stack gap="md">
              <Fault error={setting.error} />
              <input type="hidden" name="username" autoComplete="username" value={view.email ?? ''} />
              <PasswordInput label={t('New password')} name="password" autoComplete="new-password" required withAsterisk={false} value={password} data-autofocus
                description={t('At least {least} characters; a sentence is fine.', { least: leastPassword })} onChange={(event) => setPassword(event.currentTarget.value)}
                error={tried && short ? t('The password has {length} characters; it needs at least {least}.', { length: password.length, least: leastPassword }) : undefined}
                visibilityToggleButtonProps={{ 'aria-label': t('Show or hide the password') }} />
              <Button type="submit" loading={setting.isPending} fullWidth>{t('Set the password and sign in')}</Button>
            </Stack>
          </form>
        )}
      </Loaded>
    </EntranceFrame>
  )
}

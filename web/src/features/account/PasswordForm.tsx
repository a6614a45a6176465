import { Alert, Button, PasswordInput, Stack, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { changePassword } from '~/api/session'
import { t } from '~/lib/i18n'
import { leastPassword as least } from '~/lib/password'
import { Fault } from '~/ui/Fault'

const toggle = { 'aria-label': t('Show or hide the password') }

export function PasswordForm() {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [tried, setTried] = useState(false)
  const changing = useMutation({
    mutationFn: changePassword,
    onSuccess: () => {
      setCurrent('')
      setNext('')
      setTried(false)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (next.length >= least) changing.mutate({ current, next })
  }
  return (
    <section aria-labelledby="password">
      <Title order={2} fz="h4" mb="sm" id="password">{t('Password')}</Title>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Fault error={changing.error} />
          {changing.isSuccess && !tried && <Alert color="pine" variant="light" role="status" py="xs">{t('The password is changed.')}</Alert>}
          <PasswordInput label={t('Current password')} autoComplete="current-password" required withAsterisk={false} value={current} onChange={(event) => setCurrent(event.currentTarget.value)} visibilityToggleButtonProps={toggle} />
          <PasswordInput label={t('New password')} autoComplete="new-password" required withAsterisk={false} description={t('At least {least} characters; a sentence is fine.', { least })} value={next} onChange={(event) => setNext(event.currentTarget.value)}
            error={tried && next.length < least ? t('The password has {length} characters; it needs at least {least}.', { length: next.length, least }) : undefined} visibilityToggleButtonProps={toggle} />
          <Button type="submit" w="fit-content" variant="default" loading={changing.isPending}>{t('Change the password')}</Button>
        </Stack>
      </form>
    </section>
  )
}

import { Button, Group, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { changePassword } from '~/api/session'
import { Fault } from '~/ui/Fault'

const least = 12

export function PasswordSection() {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [tried, setTried] = useState(false)
  const changing = useMutation({
    mutationFn: () => changePassword({ current, next }),
    onSuccess: () => {
      setCurrent('')
      setNext('')
      setTried(false)
      notifications.show({ message: 'Your password is changed. Other devices are signed out.' })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (next.length >= least) changing.mutate()
  }
  const toggle = { 'aria-label': 'Show or hide the password' }
  return (
    <Paper component="section" className="sheet" p={{ base: 'md', sm: 'lg' }} aria-labelledby="password-title">
      <form onSubmit={submit}>
        <Stack gap="md">
          <div>
            <Title order={2} id="password-title" fz="h4">Password</Title>
            <Text size="sm" c="dimmed">Changing it signs you out everywhere else.</Text>
          </div>
          <PasswordInput label="Current password" autoComplete="current-password" required withAsterisk={false} value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)} visibilityToggleButtonProps={toggle} />
          <PasswordInput label="New password" autoComplete="new-password" required withAsterisk={false} value={next} description={`At least ${least} characters; a sentence is fine.`}
            error={tried && next.length < least ? `The new password has ${next.length} characters; it needs at least ${least}.` : undefined}
            onChange={(event) => setNext(event.currentTarget.value)} visibilityToggleButtonProps={toggle} />
          <Fault error={changing.error} />
          <Group justify="flex-end"><Button type="submit" loading={changing.isPending}>Change the password</Button></Group>
        </Stack>
      </form>
    </Paper>
  )
}

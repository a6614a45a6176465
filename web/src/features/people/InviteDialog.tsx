import { Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { invitationsQuery, invite } from '~/api/projectDesk'
import type { Role } from '~/api/types'
import { day } from '~/lib/format'
import { Fault } from '~/ui/Fault'
import { OnceShown } from '~/ui/OnceShown'

const roles: { role: Role; label: string; may: string }[] = [
  { role: 'LEAD', label: 'Lead', may: 'decides cases, sees all judgments, agreement and standings' },
  { role: 'ENGINEER', label: 'ML engineer', may: 'makes data sets and downloads them' },
  { role: 'MANAGER', label: 'Manager', may: 'everything here: guideline, items, people, pay terms' },
  { role: 'TRAINER', label: 'Trainer', may: 'judges items under the terms of this project' },
]

export function InviteDialog({ projectId, opened, onClose }: { projectId: string; opened: boolean; onClose: () => void }) {
  const queryClient = useQueryClient()
  const [role, setRole] = useState<Role>('TRAINER')
  const [email, setEmail] = useState('')
  const inviting = useMutation({
    mutationFn: () => invite(projectId, { role, ...(email.trim() ? { email: email.trim() } : {}) }),
    onSuccess: () => queryClient.invalidateQueries(invitationsQuery(projectId)),
  })
  const close = () => {
    onClose()
    inviting.reset()
    setEmail('')
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    inviting.mutate()
  }
  const made = inviting.data
  return (
    <Modal opened={opened} onClose={close} title={made ? 'The invitation is ready' : 'Invite somebody'} closeButtonProps={{ 'aria-label': 'Close' }} size="lg">
      {made ? (
        <Stack gap="md">
          <OnceShown label="Invitation link" value={made.link} />
          <Text size="sm" c="dimmed">Send it yourself: whoever opens it{email.trim() ? ` and signs up as ${email.trim()}` : ''} gets the role. It works once, until {day(made.expiresAt)}.</Text>
          <Group justify="flex-end"><Button onClick={close}>Done</Button></Group>
        </Stack>
      ) : (
        <form onSubmit={submit}>
          <Stack gap="md">
            <Radio.Group label="Role" value={role} onChange={(value) => setRole(value as Role)}>
              <Stack gap="xs" mt={6}>{roles.map((choice) => <Radio key={choice.role} value={choice.role} label={choice.label} description={choice.may} />)}</Stack>
            </Radio.Group>
            <TextInput label="E-mail" type="email" description="Leave it empty for a link that anybody you give it to may use once." value={email}
              onChange={(event) => setEmail(event.currentTarget.value)} />
            <Fault error={inviting.error} />
            <Group justify="flex-end"><Button type="submit" loading={inviting.isPending}>Make the link</Button></Group>
          </Stack>
        </form>
      )}
    </Modal>
  )
}


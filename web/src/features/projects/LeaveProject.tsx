import { Button, Group, Modal, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { leaveProject } from '~/api/projects'
import { t } from '~/lib/i18n'
import { Fault } from '~/ui/Fault'

export function LeaveProject({ projectId, name }: { projectId: string; name: string }) {
  const [open, dialog] = useDisclosure(false)
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const leaving = useMutation({
    mutationFn: () => leaveProject(projectId),
    onSuccess: async () => {
      dialog.close()
      await queryClient.invalidateQueries()
      await navigate({ to: '/projects' })
    },
  })
  return (
    <>
      <Button variant="subtle" color="gray" size="compact-sm" w="fit-content" onClick={dialog.open}>{t('Leave this project')}</Button>
      <Modal opened={open} onClose={dialog.close} title={t('Leave {name}?', { name })} closeButtonProps={{ 'aria-label': t('Close') }}>
        <Text mb="md">{t('You get no more tasks here. Everything you handed in is reviewed and paid as agreed, and you can come back by accepting the terms of the day.')}</Text>
        <Fault error={leaving.error} />
        <Group justify="flex-end" mt="md"><Button variant="default" onClick={dialog.close}>{t('Stay')}</Button><Button color="clay" loading={leaving.isPending} onClick={() => leaving.mutate()}>{t('Leave')}</Button></Group>
      </Modal>
    </>
  )
}

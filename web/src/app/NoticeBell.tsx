import { ActionIcon, Indicator, Popover, Stack, Text, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBell } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { noticesQuery, readNotice } from '~/api/session'
import type { Notice } from '~/api/types'
import { relative } from '~/lib/format'
import { t } from '~/lib/i18n'
import { told } from '~/lib/told'
import classes from './NoticeBell.module.css'

export function NoticeBell() {
  const [open, popover] = useDisclosure(false)
  const router = useRouter()
  const queryClient = useQueryClient()
  const notices = useQuery(noticesQuery).data?.items ?? []
  const unread = notices.filter((notice) => !notice.read).length
  const reading = useMutation({ mutationFn: readNotice, onSuccess: () => queryClient.invalidateQueries(noticesQuery) })
  const follow = (notice: Notice) => {
    if (!notice.read) reading.mutate(notice.id)
    popover.close()
    if (notice.link?.startsWith('/')) router.history.push(notice.link)
  }
  return (
    <Popover opened={open} onChange={popover.toggle} width={340} position="bottom-end" trapFocus shadow="md">
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" onClick={popover.toggle}
          aria-label={unread === 0 ? t('Messages') : t('Messages, {unread} unread', { unread })}>
          <Indicator disabled={unread === 0} color="gold" size={8}><IconBell size={20} aria-hidden /></Indicator>
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={6} mah={420} style={{ overflowY: 'auto' }}>
        {notices.length === 0 && <Text c="dimmed" size="sm" p="sm">{t('No messages. Changes to terms, guidelines and decisions about you arrive here.')}</Text>}
        <Stack gap={2}>
          {notices.map((notice) => (
            <UnstyledButton key={notice.id} className={classes.notice} data-unread={!notice.read || undefined} onClick={() => follow(notice)}>
              <Text size="sm" fw={notice.read ? 400 : 600}>{told(notice.text)}</Text>
              <Text size="xs" c="dimmed">{relative(notice.at)}</Text>
            </UnstyledButton>
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

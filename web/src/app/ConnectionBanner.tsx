import { Alert } from '@mantine/core'
import { IconCloudOff } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { t } from '~/lib/i18n'
import { useConnection } from '~/ui/useConnection'
import { useEffect, useRef } from 'react'

/** Says once, calmly, that the server is away, and brings the page up to date when it is back. */
export function ConnectionBanner() {
  const connection = useConnection()
  const queryClient = useQueryClient()
  const wasAway = useRef(false)
  useEffect(() => {
    if (connection === 'there' && wasAway.current) void queryClient.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'work' })
    wasAway.current = connection !== 'there'
  }, [connection, queryClient])
  if (connection === 'there') return null
  return (
    <Alert role="status" color="gold" variant="light" radius={0} py={8} icon={<IconCloudOff size={18} aria-hidden />}>
      {connection === 'offline'
        ? t('You are offline. Go on working: everything you type is kept on this device and sent when the connection is back.')
        : t('The server cannot be reached. Go on working: everything you type is kept on this device; trying again every few seconds.')}
    </Alert>
  )
}

import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { sendWaiting } from '~/api/outbox'
import { useAccount } from '~/api/session'
import { t } from '~/lib/i18n'
import { sentenceOf } from '~/lib/problem'

/** Sends, from any page, what was handed in while the server was away, and says what became of it. */
export function OutboxSender() {
  const account = useAccount()?.id
  useEffect(() => {
    if (!account) return
    sendWaiting(account, (_, error) => notifications.show(error === null
      ? { color: 'pine', title: t('Handed in'), message: t('An answer that waited on this device has been taken.') }
      : { color: 'clay', autoClose: false, title: t('An answer could not be handed in'), message: `${sentenceOf(error)} ${t('Your draft is kept: open the project’s work again.')}` }))
  }, [account])
  return null
}

import { Alert, Button, Group } from '@mantine/core'
import { t } from '~/lib/i18n'
import { sentenceOf } from '~/lib/problem'
import type { LastAnswer } from './useWork'

/** Above the task in hand: what is still to be said of the answer given before it. */
export function LastAnswerNotice({ last, onBack }: { last: LastAnswer; onBack: (refused: Extract<LastAnswer, { state: 'refused' }>) => void }) {
  if (last.state === 'waiting') {
    return (
      <Alert color="gold" variant="light" radius={0} py={10} role="status">
        {t('Your last answer is handed in on this device. It is sent as soon as the server can be reached; you can go on, and you may close this page.')}
      </Alert>
    )
  }
  return (
    <Alert color="clay" variant="light" radius={0} py={10} role="alert" title={t('Your last answer could not be handed in')}>
      {sentenceOf(last.problem)} {t('It is kept as you gave it.')}
      <Group gap={8} mt={8}><Button size="compact-sm" onClick={() => onBack(last)}>{t('Show that task')}</Button></Group>
    </Alert>
  )
}

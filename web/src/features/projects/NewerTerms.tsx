import { Alert, Button, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { acceptTerms } from '~/api/projects'
import type { Terms } from '~/api/types'
import { day, money } from '~/lib/format'
import { t } from '~/lib/i18n'
import { Fault } from '~/ui/Fault'

const fields: [keyof Terms, string][] = [
  ['expectedMinutes', t('Expected minutes')], ['reviewHours', t('Hours until acceptance')], ['paySchedule', t('When it is paid')], ['disputeProcess', t('Disputes')], ['duration', t('Duration')],
  ['weeklyHours', t('Weekly hours')], ['skills', t('Skills')], ['languages', t('Languages')], ['sensitiveContent', t('Sensitive content')],
]

const shown = (value: Terms[keyof Terms]) => (value === null || value === '' ? t('not stated') : Array.isArray(value) ? value.join(', ') : String(value))

/** What would change, line by line. */
export function changesBetween(mine: Terms, newer: Terms): { name: string; from: string; to: string }[] {
  const pay = (terms: Terms) => (terms.rate === null ? t('not stated') : money(terms.rate))
  const rate = pay(mine) === pay(newer) ? [] : [{ name: t('Pay a task'), from: pay(mine), to: pay(newer) }]
  return [...rate, ...fields.filter(([field]) => String(mine[field]) !== String(newer[field])).map(([field, name]) => ({ name, from: shown(mine[field]), to: shown(newer[field]) }))]
}

export function NewerTerms({ projectId, mine, newer }: { projectId: string; mine: Terms | null; newer: Terms }) {
  const queryClient = useQueryClient()
  const accepting = useMutation({ mutationFn: () => acceptTerms(projectId, newer.version), onSuccess: () => queryClient.invalidateQueries() })
  return (
    <Alert color="gold" variant="light" title={t('Newer terms are offered')}>
      <Stack gap="xs">
        <Text size="sm">{newer.announcedAt && `${t('Announced {day}.', { day: day(newer.announcedAt) })} `}{t('Yours hold until you accept these; you lose nothing by waiting.')}</Text>
        {mine && <ul style={{ margin: 0, paddingInlineStart: 18 }}>{changesBetween(mine, newer).map((change) => <li key={change.name}>{change.name}: <del>{change.from}</del> → <b>{change.to}</b></li>)}</ul>}
        <Fault error={accepting.error} />
        <Button w="fit-content" variant="default" loading={accepting.isPending} onClick={() => accepting.mutate()}>{t('Accept version {version}', { version: newer.version })}</Button>
      </Stack>
    </Alert>
  )
}

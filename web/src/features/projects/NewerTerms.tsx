import { Alert, Button, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { acceptTerms } from '~/api/projects'
import type { Terms } from '~/api/types'
import { day, money } from '~/lib/format'
import { Fault } from '~/ui/Fault'

const fields: [keyof Terms, string][] = [
  ['expectedMinutes', 'Expected minutes'], ['reviewHours', 'Hours until acceptance'], ['paySchedule', 'When it is paid'], ['disputeProcess', 'Disputes'], ['duration', 'Duration'],
  ['weeklyHours', 'Weekly hours'], ['skills', 'Skills'], ['languages', 'Languages'], ['sensitiveContent', 'Sensitive content'],
]

const shown = (value: Terms[keyof Terms]) => (value === null || value === '' ? 'not stated' : Array.isArray(value) ? value.join(', ') : String(value))

/** What would change, line by line. */
export function changesBetween(mine: Terms, newer: Terms): { name: string; from: string; to: string }[] {
  const pay = (terms: Terms) => (terms.rate === null ? 'not stated' : money(terms.rate))
  const rate = pay(mine) === pay(newer) ? [] : [{ name: 'Pay a task', from: pay(mine), to: pay(newer) }]
  return [...rate, ...fields.filter(([field]) => String(mine[field]) !== String(newer[field])).map(([field, name]) => ({ name, from: shown(mine[field]), to: shown(newer[field]) }))]
}

export function NewerTerms({ projectId, mine, newer }: { projectId: string; mine: Terms | null; newer: Terms }) {
  const queryClient = useQueryClient()
  const accepting = useMutation({ mutationFn: () => acceptTerms(projectId, newer.version), onSuccess: () => queryClient.invalidateQueries() })
  return (
    <Alert color="gold" variant="light" title="Newer terms are offered">
      <Stack gap="xs">
        <Text size="sm">{newer.announcedAt && `Announced ${day(newer.announcedAt)}. `}Yours hold until you accept these; you lose nothing by waiting.</Text>
        {mine && <ul style={{ margin: 0, paddingInlineStart: 18 }}>{changesBetween(mine, newer).map((change) => <li key={change.name}>{change.name}: <del>{change.from}</del> → <b>{change.to}</b></li>)}</ul>}
        <Fault error={accepting.error} />
        <Button w="fit-content" variant="default" loading={accepting.isPending} onClick={() => accepting.mutate()}>Accept version {newer.version}</Button>
      </Stack>
    </Alert>
  )
}

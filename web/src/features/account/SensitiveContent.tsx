import { Button, Checkbox, Group, NumberInput, Stack, Switch, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { projectsQuery } from '~/api/projects'
import { chooseContent, contentQuery } from '~/api/session'
import type { ContentChoice } from '~/api/types'
import { t } from '~/lib/i18n'
import { Fault } from '~/ui/Fault'
import { Loaded } from '~/ui/Loaded'

/** How much troubling content a person wants to be shown; nobody else learns of it. */
export function SensitiveContent() {
  const choice = useQuery(contentQuery)
  return (
    <section aria-labelledby="sensitive">
      <Title order={2} fz="h4" mb={4} id="sensitive">{t('Sensitive content')}</Title>
      <Text size="sm" c="dimmed" mb="sm">{t('Some tasks carry violence, hate or other content that troubles people. They come covered, and you may skip any of them. What you choose here only decides which tasks are handed to you: it never touches your standing, and nobody is told.')}</Text>
      <Loaded query={choice} lines={3}>{(found) => <Choice stored={found} />}</Loaded>
    </section>
  )
}

function Choice({ stored }: { stored: ContentChoice }) {
  const queryClient = useQueryClient()
  const [draft, setDraft] = useState(stored)
  const mine = useQuery(projectsQuery).data?.items.filter((project) => project.membership === 'ACTIVE' || draft.without.includes(project.id)) ?? []
  const saving = useMutation({
    mutationFn: () => chooseContent(draft),
    onSuccess: (saved) => {
      setDraft(saved)
      queryClient.setQueryData(contentQuery.queryKey, saved)
    },
  })
  const without = (id: string, shown: boolean) => setDraft({ ...draft, without: shown ? draft.without.filter((other) => other !== id) : [...draft.without, id] })
  const changed = JSON.stringify(draft) !== JSON.stringify(stored)
  return (
    <Stack gap="sm">
      <Switch label={t('Hand me sensitive tasks, covered until I show them')} checked={draft.sensitive} onChange={(event) => setDraft({ ...draft, sensitive: event.currentTarget.checked })} />
      {draft.sensitive && (
        <>
          <NumberInput label={t('At most so many a day')} description={t('In all projects together; leave it empty to go by each project’s own limit.')} w={280} maw="100%" min={0} max={1000} allowDecimal={false} allowNegative={false}
            value={draft.dailyLimit ?? ''} onChange={(value) => setDraft({ ...draft, dailyLimit: value === '' ? null : Number(value) })} />
          {mine.length > 0 && (
            <Checkbox.Group label={t('Projects that may hand me such tasks')} value={mine.map((project) => project.id).filter((id) => !draft.without.includes(id))} onChange={() => undefined}>
              <Stack gap={6} mt={6}>{mine.map((project) => <Checkbox key={project.id} value={project.id} label={project.name} onChange={(event) => without(project.id, event.currentTarget.checked)} />)}</Stack>
            </Checkbox.Group>
          )}
        </>
      )}
      <Fault error={saving.error} />
      <Group gap="sm"><Button variant="default" disabled={!changed} loading={saving.isPending} onClick={() => saving.mutate()}>{t('Save the choice')}</Button>{saving.isSuccess && !changed && <Text size="sm" role="status">{t('The choice is saved.')}</Text>}</Group>
    </Stack>
  )
}

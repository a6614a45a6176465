import { Button, Checkbox, Paper, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { acceptTerms } from '~/api/projects'
import type { Project, Terms } from '~/api/types'
import { t } from '~/lib/i18n'
import { Fault } from '~/ui/Fault'
import { perPersonSentence, RateLine } from '~/ui/TermsSheet'

/** Joining is accepting terms that are then frozen for this person. */
export function AcceptTerms({ project, terms }: { project: Project; terms: Terms }) {
  const [read, setRead] = useState(false)
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const accepting = useMutation({
    mutationFn: () => acceptTerms(project.id, terms.version),
    onSuccess: async () => {
      await queryClient.invalidateQueries()
      await navigate({ to: '/projects/$projectId/guideline', params: { projectId: project.id } })
    },
  })
  if (project.state !== 'PUBLISHED') return <Paper className="sheet" p="lg"><Text>{t('This project takes nobody in just now.')}</Text></Paper>
  return (
    <Paper className="sheet" p="lg">
      <Stack gap="sm">
        <Title order={2} fz="h4">{t('Join this project')}</Title>
        <RateLine terms={terms} />
        {project.perPerson && <Text size="sm">{perPersonSentence(project.perPerson)}</Text>}
        <Text size="sm" c="dimmed">{t('What you accept is frozen for you: if the project changes its rate or rules later, they bind you only once you accept them. You can leave at any time; what you earned stays yours.')}</Text>
        <Fault error={accepting.error} />
        <Checkbox checked={read} onChange={(event) => setRead(event.currentTarget.checked)} label={t('I have read the terms, version {version}', { version: terms.version })} />
        <Button disabled={!read} loading={accepting.isPending} onClick={() => accepting.mutate()}>{t('Accept and read the guideline')}</Button>
      </Stack>
    </Paper>
  )
}

import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { appeal } from '~/api/projects'
import type { Decision } from '~/api/types'
import { day, moment, relative } from '~/lib/format'
import { t } from '~/lib/i18n'
import { told } from '~/lib/told'
import { Fault } from '~/ui/Fault'
import { useKept } from '~/ui/useKept'
import classes from './RecordPage.module.css'

/** What was decided about me: by which rule, for which reason, on which evidence, and how to object. */
export function Decisions({ projectId, decisions }: { projectId: string; decisions: Decision[] }) {
  return (
    <section aria-labelledby="decisions">
      <Title order={2} fz="h3" id="decisions" mb="sm">{t('Decisions about you')}</Title>
      <Stack gap="sm">{decisions.map((decision) => <One key={decision.id} decision={decision} projectId={projectId} />)}</Stack>
    </section>
  )
}

function One({ decision, projectId }: { decision: Decision; projectId: string }) {
  const restricted = decision.action === 'RESTRICTED'
  return (
    <article className={classes.decision} data-restored={!restricted || undefined}>
      <Text fw={600}>{restricted ? t('You were restricted from this project') : t('You may work here again')}</Text>
      <Text size="sm" c="dimmed">{moment(decision.at)}{decision.until ? `, ${t('until {day}', { day: day(decision.until) })}` : ''} · {t('Rule: {rule}', { rule: told(decision.rule) })}{decision.decidedBy && <> · {t('Decided by {name}.', { name: decision.decidedBy })}</>}</Text>
      <Text mt={6} className="measure">{told(decision.reason)}</Text>
      {decision.evidence.length > 0 && (
        decision.evidence.map((evidence) => <Text key={evidence.id} size="sm" mt={6} className="measure"><b>{t('What it rests on:')}</b> {evidence.summary}</Text>)
      )}
      <Text size="sm" c="dimmed" mt={6}>{t('What you earned until then stays yours.')}</Text>
      {decision.appeal
        ? <Text size="sm" mt={6}><b>{t('Your appeal:')}</b> {decision.appeal.text}<br />{decision.appeal.state === 'OPEN'
            ? decision.appeal.dueAt ? t('It is open and answered {when}.', { when: relative(decision.appeal.dueAt) }) : t('It is open.')
            : `${decision.appeal.state === 'UPHELD' ? t('It was upheld.') : t('It was declined.')} ${decision.appeal.answer ?? ''}${decision.answeredBy ? ` ${t('Answered by {name}.', { name: decision.answeredBy })}` : ''}`}</Text>
        : restricted && <AppealForm decisionId={decision.id} projectId={projectId} />}
    </article>
  )
}

function AppealForm({ decisionId, projectId }: { decisionId: string; projectId: string }) {
  const { text, waits, change, forget } = useKept(`appeal.${decisionId}`)
  const [open, setOpen] = useState(waits)
  const queryClient = useQueryClient()
  const appealing = useMutation({
    mutationFn: () => appeal(decisionId, text.trim()),
    onSuccess: () => {
      forget()
      return queryClient.invalidateQueries({ queryKey: ['membership', projectId] })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim()) appealing.mutate()
  }
  if (!open) return <Button mt={8} size="compact-sm" variant="default" onClick={() => setOpen(true)}>{t('Appeal')}</Button>
  return (
    <form onSubmit={submit}>
      <Stack gap={8} mt={8} maw={640}>
        <Textarea label={t('Why should the decision fall?')} description={t('A person reads it, answers in writing, and restores you if you are right.')} autosize minRows={3} required withAsterisk={false} value={text} onChange={(event) => change(event.currentTarget.value)} />
        <Fault error={appealing.error} />
        <Group gap={8}><Button size="compact-md" type="submit" disabled={!text.trim()} loading={appealing.isPending}>{t('Send the appeal')}</Button><Button size="compact-md" variant="subtle" color="gray" onClick={() => setOpen(false)}>{t('Cancel')}</Button></Group>
      </Stack>
    </form>
  )
}

import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { appeal } from '~/api/projects'
import type { Decision } from '~/api/types'
import { day, moment, relative } from '~/lib/format'
import { Fault } from '~/ui/Fault'
import classes from './RecordPage.module.css'

/** What was decided about me: by which rule, for which reason, on which evidence, and how to object. */
export function Decisions({ projectId, decisions }: { projectId: string; decisions: Decision[] }) {
  return (
    <section aria-labelledby="decisions">
      <Title order={2} fz="h3" id="decisions" mb="sm">Decisions about you</Title>
      <Stack gap="sm">{decisions.map((decision) => <One key={decision.id} decision={decision} projectId={projectId} />)}</Stack>
    </section>
  )
}

function One({ decision, projectId }: { decision: Decision; projectId: string }) {
  const restricted = decision.action === 'RESTRICTED'
  return (
    <article className={classes.decision} data-restored={!restricted || undefined}>
      <Text fw={600}>{restricted ? 'You were restricted from this project' : 'You may work here again'}</Text>
      <Text size="sm" c="dimmed">{moment(decision.at)}{decision.until ? `, until ${day(decision.until)}` : ''} · Rule: {decision.rule}</Text>
      <Text mt={6} className="measure">{decision.reason}</Text>
      {decision.evidence.length > 0 && (
        <details style={{ marginTop: 6 }}>
          <summary>The evidence ({decision.evidence.length})</summary>
          <ul style={{ margin: '6px 0 0' }}>{decision.evidence.map((evidence) => <li key={evidence.id}><a href={`#${evidence.id}`}>{evidence.summary}</a></li>)}</ul>
        </details>
      )}
      <Text size="sm" c="dimmed" mt={6}>What you earned until then stays yours.</Text>
      {decision.appeal
        ? <Text size="sm" mt={6}><b>Your appeal:</b> {decision.appeal.text}<br />{decision.appeal.state === 'OPEN'
            ? `It is open${decision.appeal.dueAt ? ` and answered ${relative(decision.appeal.dueAt)}` : ''}.`
            : `${decision.appeal.state === 'UPHELD' ? 'It was upheld.' : 'It was declined.'} ${decision.appeal.answer ?? ''}`}</Text>
        : restricted && <AppealForm decisionId={decision.id} projectId={projectId} />}
    </article>
  )
}

function AppealForm({ decisionId, projectId }: { decisionId: string; projectId: string }) {
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const queryClient = useQueryClient()
  const appealing = useMutation({ mutationFn: () => appeal(decisionId, text.trim()), onSuccess: () => queryClient.invalidateQueries({ queryKey: ['membership', projectId] }) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim()) appealing.mutate()
  }
  if (!open) return <Button mt={8} size="compact-sm" variant="default" onClick={() => setOpen(true)}>Appeal</Button>
  return (
    <form onSubmit={submit}>
      <Stack gap={8} mt={8} maw={640}>
        <Textarea label="Why should the decision fall?" description="A person reads it, answers in writing, and restores you if you are right." autosize minRows={3} required withAsterisk={false} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <Fault error={appealing.error} />
        <Group gap={8}><Button size="compact-md" type="submit" disabled={!text.trim()} loading={appealing.isPending}>Send the appeal</Button><Button size="compact-md" variant="subtle" color="gray" onClick={() => setOpen(false)}>Cancel</Button></Group>
      </Stack>
    </form>
  )
}

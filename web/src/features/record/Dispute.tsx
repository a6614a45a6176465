import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { OwnJudgment } from '~/api/types'
import { disputeJudgment } from '~/api/work'
import { t } from '~/lib/i18n'
import { Fault } from '~/ui/Fault'
import { useKept } from '~/ui/useKept'

const states = { OPEN: t('Your dispute is open; a person who did not decide it first answers it.'), UPHELD: t('Your dispute was upheld.'), DECLINED: t('Your dispute was declined.') } as const

/** The door beside every rejection. */
export function Dispute({ judgment, projectId }: { judgment: OwnJudgment; projectId: string }) {
  const { text, waits, change, forget } = useKept(`dispute.${judgment.id}`)
  const [open, setOpen] = useState(waits)
  const queryClient = useQueryClient()
  const disputing = useMutation({
    mutationFn: () => disputeJudgment(judgment.id, text.trim()),
    onSuccess: async () => {
      forget()
      setOpen(false)
      await queryClient.invalidateQueries({ queryKey: ['judgments', 'mine', projectId] })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim()) disputing.mutate()
  }
  if (judgment.dispute) return <Text size="sm" mt={6}>{states[judgment.dispute.state]} {judgment.dispute.answer}{judgment.dispute.answeredBy && <> <Text span size="sm" c="dimmed">{t('Answered by {name}.', { name: judgment.dispute.answeredBy })}</Text></>}</Text>
  if (!judgment.disputable) return null
  if (!open) return <Button mt={8} size="compact-sm" variant="default" onClick={() => setOpen(true)}>{t('Dispute this')}</Button>
  return (
    <form onSubmit={submit}>
      <Stack gap={8} mt={8} maw={640}>
        <Textarea label={t('Why is the rejection wrong?')} description={t('Name the passage of the guideline or the fact. It is answered by a person who did not decide it first.')} autosize minRows={3} required withAsterisk={false} value={text} onChange={(event) => change(event.currentTarget.value)} />
        <Fault error={disputing.error} />
        <Group gap={8}><Button size="compact-md" type="submit" loading={disputing.isPending} disabled={!text.trim()}>{t('Send')}</Button><Button size="compact-md" variant="subtle" color="gray" onClick={() => setOpen(false)}>{t('Cancel')}</Button></Group>
      </Stack>
    </form>
  )
}

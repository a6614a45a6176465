import { Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { attemptQuery, decideAttempt, type Attempt } from '~/api/rounds'
import { Fault } from '~/ui/Fault'
import { useKept } from '~/ui/useKept'

/** The end of a review: the rule decides, the reviewer gives the reason. */
export function DecideForm({ attempt }: { attempt: Attempt }) {
  const queryClient = useQueryClient()
  const reason = useKept(`decision.${attempt.id}`)
  const deciding = useMutation({
    mutationFn: () => decideAttempt(attempt.id, reason.text.trim()),
    onSuccess: async (after) => {
      reason.forget()
      queryClient.setQueryData(attemptQuery(attempt.id).queryKey, after)
      await queryClient.invalidateQueries({ queryKey: ['round', attempt.roundId] })
      window.scrollTo(0, 0)
    },
  })
  const rule = attempt.sheet.rule!
  const meets = attempt.score?.meets ?? false
  const result = meets ? 'passed' : attempt.number < rule.attempts ? 'to be tried again' : 'not passed, and there is no further attempt'
  return (
    <Paper className="sheet" p="lg" component="section" aria-labelledby="decide-title">
      <Stack gap="sm">
        <Title order={3} fz="h4" id="decide-title">Decide by the rule</Title>
        <Text size="sm">As things stand the attempt is {result}. {!meets && 'Every difference you did not talk over counts as one the trainer learns from.'}</Text>
        <Textarea label="Your reason" description={`${attempt.personName} reads it with the result.`} autosize minRows={2} value={reason.text} onChange={(event) => reason.change(event.currentTarget.value)} />
        <Fault error={deciding.error} />
        <Group justify="flex-end"><Button loading={deciding.isPending} disabled={reason.text.trim().length < 10} onClick={() => deciding.mutate()}>{meets ? 'Pass' : 'Decide'}</Button></Group>
      </Stack>
    </Paper>
  )
}

import { Badge, Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { attemptQuery, sayAbout, type Asked, type Attempt } from '~/api/rounds'
import type { Criterion } from '~/api/types'
import { moment } from '~/lib/format'
import { t } from '~/lib/i18n'
import { Fault } from '~/ui/Fault'
import { useKept } from '~/ui/useKept'
import classes from './Attempt.module.css'
import { EndingForm } from './EndingForm'
import { MarkForm } from './MarkForm'
import { outcomeWord } from './words'

type Props = { attempt: Attempt; asked: Asked; criterion: Criterion; share: number | null | undefined }

/** What both sides say about one difference, and how it ended. */
export function Difference({ attempt, asked, criterion, share }: Props) {
  const queryClient = useQueryClient()
  const thread = asked.revealed?.threads.find((one) => one.criterion === criterion.key)
  const { text, waits, change, forget } = useKept(`message.${attempt.id}.${asked.position}.${criterion.key}`)
  const [writing, setWriting] = useState(waits)
  const saying = useMutation({
    mutationFn: () => sayAbout(attempt.id, asked.position, criterion.key, text.trim()),
    onSuccess: (after) => {
      queryClient.setQueryData(attemptQuery(attempt.id).queryKey, after)
      forget()
      setWriting(false)
    },
  })
  if (attempt.kind === 'PRACTICE') return null
  const marked = asked.revealed?.marks.some((one) => one.criterion === criterion.key) ?? false
  const reads = attempt.reviews && attempt.state === 'HANDED_IN' && (share === null || marked)
  const differs = share !== undefined && share !== null && share < 0.999
  const talked = (thread?.messages.length ?? 0) > 0
  // An objection to a decision is answered by somebody else than the person who made it.
  const ownDecision = (thread?.objection ?? false) && !thread?.outcome && (attempt.ruling?.own ?? false)
  const alone = attempt.ruling?.alone ?? false
  const settles = attempt.reviews && (differs || talked) && !thread?.outcome && (!ownDecision || alone)
  return (
    <Stack gap="sm" mt="sm">
      {thread && (thread.messages.length > 0 || thread.outcome) && (
        <div className={classes.thread}>
          {thread.messages.map((message) => (
            <div key={message.at}>
              <Text size="xs" c="dimmed">{message.fromTrainer ? message.author : t('{name}, reviewer', { name: message.author })}, {moment(message.at)}</Text>
              <p className={classes.message}>{message.text}</p>
            </div>
          ))}
          {thread.outcome && (
            <div>
              <Group gap="xs"><Badge variant="light" color={thread.outcome === 'LEARNED' ? 'gray' : 'gold'}>{outcomeWord[thread.outcome]}</Badge><Text size="xs" c="dimmed">{thread.settledBy}</Text></Group>
              <p className={classes.message}>{thread.note}</p>
            </div>
          )}
        </div>
      )}
      {reads && <MarkForm attempt={attempt} asked={asked} criterion={criterion} />}
      {writing
        ? (
          <Stack gap="xs">
            <Textarea label={attempt.mine ? t('About “{title}”', { title: criterion.title }) : t('To {name}', { name: attempt.personName })} autosize minRows={2} value={text} onChange={(event) => change(event.currentTarget.value)} data-autofocus />
            <Fault error={saying.error} />
            <Group gap="xs"><Button size="compact-sm" loading={saying.isPending} disabled={text.trim().length < 2} onClick={() => saying.mutate()}>{t('Send')}</Button>
              <Button size="compact-sm" variant="default" onClick={() => setWriting(false)}>{t('Cancel')}</Button></Group>
          </Stack>
        )
        : (
          <Group gap="xs">
            <Button size="compact-sm" variant="subtle" onClick={() => setWriting(true)}>{talked ? t('Answer') : attempt.mine ? (differs ? t('Ask or object') : t('Ask about this')) : t('Write to the trainer')}</Button>
          </Group>
        )}
      {ownDecision && <Text size="sm" c="dimmed">{alone ? t('You decided this attempt, and nobody else is there to answer. You may give way to the objection; turning it down takes somebody who did not decide, and until then it stays open.')
        : t('You decided this attempt: somebody who did not answers the objection.')}</Text>}
      {settles && <EndingForm attempt={attempt} asked={asked} criterion={criterion} givesWay={ownDecision} />}
    </Stack>
  )
}

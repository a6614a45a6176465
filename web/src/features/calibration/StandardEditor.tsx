import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { roundQuery, setStandard, type Round, type SetItem } from '~/api/rounds'
import type { Answers, Criterion } from '~/api/types'
import { isTouched, sendable } from '~/ui/criteria/answers'
import { Fault } from '~/ui/Fault'
import { MarkingDesk } from '~/ui/item/MarkingDesk'
import { AnswerSheet, shownOf } from '~/ui/judged/AnswerSheet'
import { ItemReading } from '~/ui/judged/ItemReading'
import classes from './Attempt.module.css'

/** Writes the standard of an item: the answers that are settled, and for each of them why. */
export function StandardEditor({ round, item, onClose }: { round: Round; item: SetItem; onClose: () => void }) {
  const queryClient = useQueryClient()
  const [answers, setAnswers] = useState<Answers>(item.standard?.answers ?? {})
  const [explanations, setExplanations] = useState<Record<string, string>>(item.standard?.explanations ?? {})
  const { text } = item
  const rubric = useMemo(() => ({ criteria: round.rubric.criteria.map((one): Criterion => ({ ...one, required: false, justification: 'never', strength: false })) }), [round.rubric])
  const saving = useMutation({
    mutationFn: () => setStandard(round.card.id, item.id, { answers: sendable(rubric, answers, shownOf(text)), explanations }),
    onSuccess: (after) => {
      queryClient.setQueryData(roundQuery(round.card.id).queryKey, after)
      onClose()
    },
  })
  const explained = rubric.criteria.filter((one) => isTouched(answers[one.key]))
  const why = (key: string) => ({ value: explanations[key] ?? '', onChange: (event: { currentTarget: { value: string } }) => setExplanations({ ...explanations, [key]: event.currentTarget.value }) })
  return (
    <Modal opened onClose={onClose} size={1200} title="The standard" closeButtonProps={{ 'aria-label': 'Close' }}>
      <MarkingDesk item={shownOf(text)} rubric={rubric} answers={answers} enabled onChange={setAnswers}>
        <div className={classes.columns}>
          <ItemReading item={text} />
          <Stack gap="sm">
            <Text size="sm" c="dimmed">Answer what is settled; leave the rest open and it is not scored.</Text>
            <AnswerSheet rubric={rubric} item={text} answers={answers} onChange={setAnswers} error={saving.error} />
            {explained.map((one) => <Textarea key={one.key} label={`Why: ${one.title}`} autosize minRows={2} {...why(one.key)} />)}
            <Textarea label="About the item as a whole" description="Shown with the standard, once it may be seen." autosize minRows={2} {...why('')} />
            <Fault error={saving.error} />
            <Group justify="flex-end"><Button variant="default" onClick={onClose}>Cancel</Button><Button loading={saving.isPending} onClick={() => saving.mutate()}>Save the standard</Button></Group>
          </Stack>
        </div>
      </MarkingDesk>
    </Modal>
  )
}

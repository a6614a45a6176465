import { Button, Group, Modal, Stack, Tabs, Text, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { exampleFromRound, goldFromRound, type Round, type SetItem } from '~/api/rounds'
import type { Answers, Criterion } from '~/api/types'
import { sendable } from '~/ui/criteria/answers'
import { Fault } from '~/ui/Fault'
import { MarkingDesk } from '~/ui/item/MarkingDesk'
import { AnswerSheet, shownOf } from '~/ui/judged/AnswerSheet'
import { ItemReading } from '~/ui/judged/ItemReading'
import classes from './Attempt.module.css'

/** What one item of a test of the guideline leaves behind: a known answer, or an example for the next version. */
export function Harvest({ round, item, onClose }: { round: Round; item: SetItem; onClose: () => void }) {
  const queryClient = useQueryClient()
  const projectId = round.card.projectId!
  const [answers, setAnswers] = useState<Answers>(item.standard?.answers ?? {})
  const [explanation, setExplanation] = useState('')
  const [example, setExample] = useState({ title: '', text: '' })
  const rubric = useMemo(() => ({ criteria: round.rubric.criteria.map((one): Criterion => ({ ...one, required: false, justification: 'never', strength: false })) }), [round.rubric])
  const done = (message: string) => async () => {
    notifications.show({ message })
    await queryClient.invalidateQueries({ queryKey: ['items', projectId] })
    await queryClient.invalidateQueries({ queryKey: ['guideline', projectId, 'draft'] })
    onClose()
  }
  const gold = useMutation({
    mutationFn: () => goldFromRound(round.card.id, item.id, { answers: sendable(rubric, answers, shownOf(item.text)), explanation: explanation.trim() }),
    onSuccess: done('The item is gold now: it is mixed in unseen.'),
  })
  const adding = useMutation({ mutationFn: () => exampleFromRound(round.card.id, item.id, example), onSuccess: done('The example stands at the end of the guideline’s draft.') })
  return (
    <Modal opened onClose={onClose} size={1200} title="Use what this item taught" closeButtonProps={{ 'aria-label': 'Close' }}>
      <MarkingDesk item={shownOf(item.text)} rubric={rubric} answers={answers} enabled onChange={setAnswers}>
        <div className={classes.columns}>
          <ItemReading item={item.text} />
          <Tabs defaultValue="example" keepMounted={false}>
            <Tabs.List mb="md"><Tabs.Tab value="example">Example for the guideline</Tabs.Tab><Tabs.Tab value="gold">Gold</Tabs.Tab></Tabs.List>
            <Tabs.Panel value="example">
              <Stack gap="sm">
                <Text size="sm" c="dimmed">It goes to the end of the draft with the prompt quoted; put it into words and in its place there.</Text>
                <TextInput label="Title" value={example.title} onChange={(event) => setExample({ ...example, title: event.currentTarget.value })} />
                <Textarea label="What it shows" autosize minRows={3} value={example.text} onChange={(event) => setExample({ ...example, text: event.currentTarget.value })} />
                <Fault error={adding.error} />
                <Group justify="flex-end"><Button loading={adding.isPending} disabled={example.title.trim() === '' || example.text.trim().length < 10} onClick={() => adding.mutate()}>Add to the draft</Button></Group>
              </Stack>
            </Tabs.Panel>
            <Tabs.Panel value="gold">
              <Stack gap="sm">
                <Text size="sm" c="dimmed">Those who took part have seen this item: it is mixed in for everybody else.</Text>
                <AnswerSheet rubric={rubric} item={item.text} answers={answers} onChange={setAnswers} error={gold.error} />
                <Textarea label="Explanation" autosize minRows={2} value={explanation} onChange={(event) => setExplanation(event.currentTarget.value)} />
                <Fault error={gold.error} />
                <Group justify="flex-end"><Button loading={gold.isPending} disabled={explanation.trim() === ''} onClick={() => gold.mutate()}>Make gold</Button></Group>
              </Stack>
            </Tabs.Panel>
          </Tabs>
        </div>
      </MarkingDesk>
    </Modal>
  )
}

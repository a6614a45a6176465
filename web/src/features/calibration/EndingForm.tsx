import { Button, Group, Modal, Radio, SegmentedControl, Stack, Text, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { attemptQuery, settle, type Asked, type Attempt, type Outcome } from '~/api/rounds'
import type { Answers, Criterion } from '~/api/types'
import { sendable } from '~/ui/criteria/answers'
import { Fault } from '~/ui/Fault'
import { MarkingDesk } from '~/ui/item/MarkingDesk'
import { AnswerSheet } from '~/ui/judged/AnswerSheet'
import { useKept } from '~/ui/useKept'
import { marks } from './MarkForm'

const outcomes: { outcome: Outcome; label: string; what: string }[] = [
  { outcome: 'LEARNED', label: 'The standard stands', what: 'The trainer learns why. The answer keeps counting as it does.' },
  { outcome: 'STANDARD_CORRECTED', label: 'The standard was wrong', what: 'You give the right one. Everybody who judged this item is counted anew and told so; nobody loses a pass.' },
  { outcome: 'GUIDELINE_GAP', label: 'The guideline leaves it open', what: 'It counts against nobody any more, and waits as a gap for the next version.' },
]
const raised = { outcome: 'MARK_CORRECTED' as const, label: 'The mark was too low', what: 'You give a higher one. The attempt is counted anew, and may be passed by it.' }

type Props = { attempt: Attempt; asked: Asked; criterion: Criterion; givesWay: boolean }

/** How a difference ends: in favour of the standard, of the trainer, or of a better guideline; who answers an objection to what they decided can only give way. */
export function EndingForm({ attempt, asked, criterion, givesWay }: Props) {
  const queryClient = useQueryClient()
  const [opened, setOpened] = useState(false)
  const note = useKept(`outcome.${attempt.id}.${asked.position}.${criterion.key}`)
  const mark = asked.revealed?.marks.find((one) => one.criterion === criterion.key)
  const higher = marks.filter((one) => mark && Number(one.value) > mark.share)
  const open = [...outcomes.filter((one) => !givesWay || one.outcome !== 'LEARNED'), ...(higher.length > 0 ? [raised] : [])]
  const [outcome, setOutcome] = useState<Outcome>(open[0]!.outcome)
  const [share, setShare] = useState(higher[0]?.value ?? '')
  const [answers, setAnswers] = useState<Answers>(() => pick(asked.revealed?.standard ?? {}, criterion.key))
  const knowledge: Criterion = { ...criterion, required: false, justification: 'never', strength: false, showIf: null }
  const settling = useMutation({
    mutationFn: () => {
      const given = sendable({ criteria: [knowledge] }, answers, asked.item)[criterion.key]
      return settle(attempt.id, asked.position, criterion.key, { outcome, note: note.text.trim(), ...(outcome === 'STANDARD_CORRECTED' && given ? { answer: given } : {}), ...(outcome === 'MARK_CORRECTED' ? { share: Number(share) } : {}) })
    },
    onSuccess: (after) => {
      queryClient.setQueryData(attemptQuery(attempt.id).queryKey, after)
      note.forget()
      setOpened(false)
    },
  })
  return (
    <>
      <Group><Button size="compact-sm" variant="default" onClick={() => setOpened(true)}>Give it an outcome</Button></Group>
      <Modal opened={opened} onClose={() => setOpened(false)} size="lg" title={criterion.title} closeButtonProps={{ 'aria-label': 'Close' }}>
        <Stack gap="md">
          <Radio.Group label="Outcome" value={outcome} onChange={(value) => setOutcome(value as Outcome)}>
            <Stack gap="xs" mt={6}>{open.map((choice) => <Radio key={choice.outcome} value={choice.outcome} label={choice.label} description={choice.what} />)}</Stack>
          </Radio.Group>
          {outcome === 'STANDARD_CORRECTED' && (
            <div>
              <Text size="sm" fw={500} mb={4}>The standard from now on</Text>
              <MarkingDesk item={asked.item} rubric={{ criteria: [knowledge] }} answers={answers} enabled onChange={setAnswers}>
                <AnswerSheet rubric={{ criteria: [knowledge] }} item={asked.item} answers={answers} onChange={setAnswers} error={settling.error} />
              </MarkingDesk>
            </div>
          )}
          {outcome === 'MARK_CORRECTED' && <SegmentedControl data={higher} value={share} onChange={setShare} aria-label="The mark from now on" />}
          <Textarea label="Why" description="The trainer reads it." autosize minRows={2} value={note.text} onChange={(event) => note.change(event.currentTarget.value)} />
          <Fault error={settling.error} />
          <Group justify="flex-end"><Button variant="default" onClick={() => setOpened(false)}>Cancel</Button>
            <Button loading={settling.isPending} disabled={note.text.trim().length < 10} onClick={() => settling.mutate()}>Settle it</Button></Group>
        </Stack>
      </Modal>
    </>
  )
}

const pick = (answers: Answers, key: string): Answers => (answers[key] ? { [key]: answers[key] } : {})

import { Button, Checkbox, Group, NativeSelect, Paper, Radio, Stack, Switch, Text, Textarea, Title } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { caseQuery, decideCase, type CaseView } from '~/api/cases'
import { markSensitive } from '~/api/items'
import type { Rubric, Sensitivity } from '~/api/types'
import { Fault } from '~/ui/Fault'
import { AnswerSheet } from '~/ui/judged/AnswerSheet'
import { answersFromConsensus } from '~/ui/judged/fromConsensus'
import { sensitivities, sensitivityWord } from '~/ui/words'
import { isObjection, verdictFaults, verdictOf, type VerdictDraft } from './verdict'

type Props = {
  projectId: string; one: CaseView; rubric: Rubric | undefined; verdict: VerdictDraft; onChange: (verdict: VerdictDraft) => void; onDecided: () => void; more: boolean
}

const objections = {
  APPEAL: { question: 'Are they right?', yes: 'Uphold: the restriction ends now', no: 'Decline: the restriction stays until it runs out' },
  DISPUTE: { question: 'Are they right?', yes: 'Uphold: the rejection is reversed and the money is paid', no: 'Decline: the rejection stays' },
}

export function VerdictForm({ projectId, one, rubric, verdict, onChange, onDecided, more }: Props) {
  const queryClient = useQueryClient()
  const [tried, setTried] = useState(false)
  const set = (change: Partial<VerdictDraft>) => onChange({ ...verdict, ...change })
  const faults = verdictFaults(one, verdict)
  const deciding = useMutation({
    mutationFn: async () => {
      if (one.item && verdict.sensitive) await markSensitive(projectId, one.item.id, verdict.sensitive)
      return decideCase(one.id, verdictOf(one, verdict, rubric))
    },
    onSuccess: async () => {
      notifications.show({ message: 'Decided. The people concerned are told.' })
      await Promise.all([['cases'], ['items'], ['item'], ['overview']].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
      void queryClient.invalidateQueries(caseQuery(one.id))
      onDecided()
    },
  })
  const decide = () => {
    setTried(true)
    if (faults.length === 0 && !deciding.isPending) deciding.mutate()
  }
  const consensus = () => one.item && rubric && set({ ownAnswer: true, answers: { ...verdict.answers, ...answersFromConsensus(rubric, one.item.consensus, one.item.responses.length) } })
  useHotkeys([['mod+Enter', decide], ['alt+C', () => void consensus()]], [])
  const objection = isObjection(one) ? objections[one.kind as 'APPEAL' | 'DISPUTE'] : null
  return (
    <Paper className="sheet" p="md">
      <Stack gap="md">
        <Title order={3} fz="h4">Your verdict</Title>
        {objection && (
          <Radio.Group label={objection.question} value={verdict.uphold === null ? '' : String(verdict.uphold)} onChange={(value) => set({ uphold: value === 'true' })}>
            <Stack gap="xs" mt={6}><Radio value="true" label={objection.yes} /><Radio value="false" label={objection.no} /></Stack>
          </Radio.Group>
        )}
        {one.item && rubric && (
          <Stack gap="sm">
            <Switch label="Give the answer" description="Your answer becomes the item’s consensus." checked={verdict.ownAnswer} onChange={(event) => set({ ownAnswer: event.currentTarget.checked })} />
            {verdict.ownAnswer && (
              <>
                {one.item.consensus.length > 0 && <Group justify="flex-end"><Button size="compact-sm" variant="subtle" onClick={() => void consensus()}>Fill in the consensus</Button></Group>}
                <AnswerSheet rubric={rubric} item={one.item} answers={verdict.answers} onChange={(answers) => set({ answers })} error={deciding.error} />
                <Checkbox label="Make this item gold" description="It is mixed in unseen from now on." checked={verdict.makeGold} onChange={(event) => set({ makeGold: event.currentTarget.checked })} />
                {verdict.makeGold && (
                  <Textarea label="Explanation of the answer" description="Your reason stands in where you leave it empty." autosize minRows={2} value={verdict.explanation} onChange={(event) => set({ explanation: event.currentTarget.value })} />
                )}
              </>
            )}
          </Stack>
        )}
        {one.item && one.causes.some((cause) => cause.category === 'unsafe') && (
          <NativeSelect label="Sensitive content" description="If ‘unsafe’ is right: from the next trainer on the item comes covered, and those who opted out of such content are not given it." value={verdict.sensitive ?? ''}
            data={[{ value: '', label: one.item.sensitive ? `Stays as it is: ${sensitivityWord(one.item.sensitive).toLowerCase()}` : 'None' }, ...sensitivities]} onChange={(event) => set({ sensitive: (event.currentTarget.value || null) as Sensitivity | null })} />
        )}
        {!objection && <Text size="sm" c="dimmed">A judgment whose outcome you leave at none counts as accepted, or as corrected where it differs from your answer. Both are paid.</Text>}
        <Textarea label="Reason" description="Everyone concerned reads it. A rejection names its clause of the guideline beside the judgment." autosize minRows={3} value={verdict.reason} onChange={(event) => set({ reason: event.currentTarget.value })} />
        {tried && faults.length > 0 && <Text size="sm" c="var(--mantine-color-error)" role="alert">{faults.join(' ')}</Text>}
        <Fault error={deciding.error} />
        <Button loading={deciding.isPending} onClick={decide}>{more ? 'Decide and open the next' : 'Decide'}</Button>
        <Text size="xs" c="dimmed" visibleFrom="sm"><kbd>Ctrl</kbd> <kbd>Enter</kbd> decides, <kbd>Alt</kbd> <kbd>C</kbd> fills in the consensus.</Text>
      </Stack>
    </Paper>
  )
}

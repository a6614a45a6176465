import { SegmentedControl, Stack, Text, Textarea } from '@mantine/core'
import type { Judged } from '~/api/items'
import { GiveBack } from '~/ui/judged/GiveBack'
import type { OutcomeDraft } from './verdict'

type Props = { judgment: Judged; chosen: OutcomeDraft | undefined; onChoose: (outcome: OutcomeDraft | undefined) => void }

/** Accepts or rejects one judgment; a flag is never rejected, and a rejection says why. */
export function OutcomeChoice({ judgment, chosen, onChoose }: Props) {
  if (judgment.role === 'ADJUDICATOR') return null
  if (judgment.flag) return <Text size="sm" c="dimmed">A flag is always paid.</Text>
  const choose = (value: string) => onChoose(value === '' ? undefined : { outcome: value as OutcomeDraft['outcome'], reason: chosen?.reason ?? '' })
  return (
    <Stack gap={6}>
      <SegmentedControl size="xs" aria-label={`Outcome for ${judgment.raterName}`} value={chosen?.outcome ?? ''} onChange={choose}
        data={[{ value: '', label: 'Follows' }, { value: 'ACCEPTED', label: 'Accept' }, { value: 'REJECTED', label: 'Reject' }]} />
      <GiveBack judgment={judgment} />
      {chosen?.outcome === 'REJECTED' && (
        <Textarea size="xs" aria-label={`Why ${judgment.raterName}’s judgment is rejected`} placeholder="Why, so that they learn from it" autosize minRows={2} value={chosen.reason}
          onChange={(event) => onChoose({ ...chosen, reason: event.currentTarget.value })} />
      )}
    </Stack>
  )
}

import { NativeSelect, SegmentedControl, Stack, Text, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Judged } from '~/api/items'
import { guidelineQuery } from '~/api/projects'
import { clausesOf } from '~/lib/clauses'
import { GiveBack } from '~/ui/judged/GiveBack'
import type { OutcomeDraft } from './verdict'

type Props = { projectId: string; judgment: Judged; chosen: OutcomeDraft | undefined; onChoose: (outcome: OutcomeDraft | undefined) => void }

/** Accepts or rejects one judgment; a flag is never rejected, and a rejection says why and by which clause. */
export function OutcomeChoice({ projectId, judgment, chosen, onChoose }: Props) {
  if (judgment.role === 'ADJUDICATOR') return null
  if (judgment.flag) return <Text size="sm" c="dimmed">A flag is always paid.</Text>
  const choose = (value: string) => onChoose(value === '' ? undefined : { reason: '', ...chosen, outcome: value as OutcomeDraft['outcome'] })
  return (
    <Stack gap={6}>
      <SegmentedControl size="xs" aria-label={`Outcome for ${judgment.raterName}`} value={chosen?.outcome ?? ''} onChange={choose}
        data={[{ value: '', label: 'None' }, { value: 'ACCEPTED', label: 'Accept' }, { value: 'REJECTED', label: 'Reject' }]} />
      <GiveBack judgment={judgment} />
      {chosen?.outcome === 'REJECTED' && (
        <>
          <Clause projectId={projectId} judgment={judgment} chosen={chosen} onChoose={onChoose} />
          <Textarea size="xs" label="Why it is rejected" aria-label={`Why ${judgment.raterName}’s judgment is rejected`} placeholder="So that they learn from it" autosize minRows={2} value={chosen.reason}
            onChange={(event) => onChoose({ ...chosen, reason: event.currentTarget.value })} />
        </>
      )}
    </Stack>
  )
}

/** Which part of the guideline it was judged under a rejected judgment does not follow; nothing where that has no parts. */
function Clause({ projectId, judgment, chosen, onChoose }: Props & { chosen: OutcomeDraft }) {
  const guideline = useQuery(guidelineQuery(projectId, judgment.guidelineVersion)).data
  const clauses = guideline ? clausesOf(guideline.body) : []
  const asked = clauses.length > 0
  useEffect(() => { if (guideline && (chosen.asked ?? false) !== asked) onChoose({ ...chosen, asked }) })
  if (!asked) return null
  return <NativeSelect size="xs" label="Clause it does not follow" aria-label={`Clause that ${judgment.raterName}’s judgment does not follow`} value={chosen.clause ?? ''} onChange={(event) => onChoose({ ...chosen, clause: event.currentTarget.value })}
    data={[{ value: '', label: 'Choose one' }, ...clauses]} />
}

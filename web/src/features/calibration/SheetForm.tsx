import { Checkbox, NumberInput, Paper, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import type { RoundKind } from '~/api/rounds'
import { fractionDigits } from '~/lib/format'
import { sheetOf, type SheetDraft } from './sheet'
import { paySentence, ruleSentence, skillWord } from './words'

type Props = { kind: RoundKind; draft: SheetDraft; items: number; onChange: (draft: SheetDraft) => void }

/** What people will read before they begin, with the sentences they will read it in. */
export function SheetForm({ kind, draft, items, onChange }: Props) {
  const set = <K extends keyof SheetDraft>(field: K) => (value: SheetDraft[K]) => onChange({ ...draft, [field]: value })
  const figure = (field: 'share' | 'attempts' | 'waitHours' | 'amount' | 'draw' | 'returning' | 'minutes') => (value: string | number) => set(field)(value === '' ? null : Number(value))
  const decides = kind === 'CALIBRATION' || kind === 'ASSESSMENT'
  const sheet = sheetOf(kind, draft)
  return (
    <Stack gap="md">
      <TextInput label="Title" value={draft.title} maxLength={100} onChange={(event) => set('title')(event.currentTarget.value)} />
      <Textarea label="What it is about" description="What people learn or show here, and what they should have read." autosize minRows={2} value={draft.about} onChange={(event) => set('about')(event.currentTarget.value)} />
      {kind === 'ASSESSMENT' && (
        <Select label="What it assesses" allowDeselect={false} value={draft.skill} onChange={(skill) => skill && set('skill')(skill as SheetDraft['skill'])}
          data={Object.entries(skillWord).map(([value, label]) => ({ value, label }))} />
      )}
      {decides && (
        <>
          <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
            <NumberInput label="Agreement to reach" suffix=" %" min={1} max={100} decimalScale={1} value={draft.share ?? ''} onChange={figure('share')} hideControls />
            <NumberInput label="Attempts" min={1} max={20} allowDecimal={false} value={draft.attempts ?? ''} onChange={figure('attempts')} hideControls />
            <NumberInput label="Hours between attempts" min={0} max={720} allowDecimal={false} value={draft.waitHours ?? ''} onChange={figure('waitHours')} hideControls />
          </SimpleGrid>
          <Checkbox label="Every question must reach it by itself, not only all of them together" checked={draft.eachCriterion} onChange={(event) => set('eachCriterion')(event.currentTarget.checked)} />
        </>
      )}
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        {kind !== 'ASSESSMENT' && <NumberInput label={`Pay for each item, ${draft.currency}`} placeholder="unpaid" min={0} decimalScale={fractionDigits(draft.currency)} value={draft.amount ?? ''} onChange={figure('amount')} hideControls />}
        <NumberInput label="Expected minutes" min={1} max={600} value={draft.minutes ?? ''} onChange={figure('minutes')} hideControls />
        <NumberInput label="Items in an attempt" placeholder="all of them" min={1} max={200} allowDecimal={false} value={draft.draw ?? ''} onChange={figure('draw')} hideControls />
      </SimpleGrid>
      <Paper className="sheet" p="sm" aria-live="polite">
        <Text size="sm">{ruleSentence(sheet)} {paySentence(sheet, Math.min(sheet.draw ?? items, items))}</Text>
        {kind === 'ASSESSMENT' && <Text size="sm" c="dimmed" mt={4}>An assessment belongs to no project, so no project pays for it: keep it short.</Text>}
      </Paper>
    </Stack>
  )
}

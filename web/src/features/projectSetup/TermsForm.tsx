import { Autocomplete, Group, NumberInput, Paper, SimpleGrid, Stack, TagsInput, Text, Textarea, TextInput } from '@mantine/core'
import { Problem } from '~/lib/problem'
import { fractionDigits, money } from '~/lib/format'
import { HourlyScale } from './HourlyScale'
import { rateOf, readHourly, type TermsSheet } from './terms'

const currencies = ['USD', 'EUR', 'GBP', 'CHF', 'CAD', 'AUD', 'INR', 'JPY', 'KES', 'PHP', 'BRL', 'PLN']

export function faultAt(error: unknown, field: string): string | undefined {
  return error instanceof Problem ? error.errors.find((fault) => fault.field === field)?.message : undefined
}

type Props = { sheet: TermsSheet; onChange: (sheet: TermsSheet) => void; error?: unknown }

/** The terms sheet as trainers will read it; its honest hourly rate is computed while it is being written. */
export function TermsForm({ sheet, onChange, error }: Props) {
  const set = <K extends keyof TermsSheet>(field: K) => (value: TermsSheet[K]) => onChange({ ...sheet, [field]: value })
  const figure = (field: 'amount' | 'expectedMinutes' | 'reviewHours') => (value: string | number) => set(field)(value === '' ? null : Number(value))
  const text = (field: 'paySchedule' | 'disputeProcess' | 'duration' | 'weeklyHours' | 'skills' | 'sensitiveContent') => ({
    value: sheet[field], onChange: (event: { currentTarget: { value: string } }) => set(field)(event.currentTarget.value), error: faultAt(error, `terms.${field}`),
  })
  const currency = /^[A-Z]{3}$/.test(sheet.currency) ? sheet.currency : 'USD'
  const rate = currency === sheet.currency ? rateOf(sheet) : null
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
        <NumberInput label="Pay for one judgment" value={sheet.amount ?? ''} onChange={figure('amount')} min={0} decimalScale={fractionDigits(currency)}
          hideControls placeholder="3.50" error={faultAt(error, 'terms.rate')} />
        <Autocomplete label="Currency" data={currencies} value={sheet.currency} maxLength={3} onChange={(value) => set('currency')(value.toUpperCase())}
          error={sheet.currency === currency ? undefined : 'Three letters, such as USD.'} />
        <NumberInput label="Expected minutes" value={sheet.expectedMinutes ?? ''} onChange={figure('expectedMinutes')} min={0} decimalScale={1} hideControls
          placeholder="6" error={faultAt(error, 'terms.expectedMinutes')} />
        <NumberInput label="Review time in hours" value={sheet.reviewHours ?? ''} onChange={figure('reviewHours')} min={0} allowDecimal={false} hideControls
          error={faultAt(error, 'terms.reviewHours')} />
      </SimpleGrid>
      <Paper className="sheet" p="md" aria-live="polite">
        <HourlyScale reading={rate ? readHourly(sheet) : null} />
        {rate && sheet.reviewHours !== null && (
          <Text size="sm" c="dimmed" mt={6}>A judgment nobody objects to within {sheet.reviewHours} hours counts as accepted, and {money(rate)} is posted for it.</Text>
        )}
      </Paper>
      <Textarea label="When it is paid" description="Which days, by which way, from which amount." autosize minRows={2} {...text('paySchedule')} />
      <Textarea label="How a rejection or payment is disputed" description="Who answers, and within what time. It must be somebody who did not decide first." autosize minRows={2} {...text('disputeProcess')} />
      <Group grow align="flex-start" preventGrowOverflow={false} wrap="wrap">
        <TextInput label="How long the project lasts" placeholder="About eight weeks" {...text('duration')} />
        <TextInput label="Hours a week to expect" placeholder="2 to 10, whenever you like" {...text('weeklyHours')} />
      </Group>
      <Textarea label="Skills the work needs" autosize minRows={2} {...text('skills')} />
      <TagsInput label="Languages of the work" description="Press Enter after each." placeholder={sheet.languages.length === 0 ? 'English' : ''} value={sheet.languages}
        onChange={set('languages')} clearButtonProps={{ 'aria-label': 'Remove all languages' }} error={faultAt(error, 'terms.languages')} />
      <Textarea label="Sensitive content that may be met" description="Write ‘none’ if there is none. People decide with this whether they want to join." autosize minRows={2} {...text('sensitiveContent')} />
    </Stack>
  )
}

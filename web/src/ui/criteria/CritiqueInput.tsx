import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core'
import { IconHighlight, IconTrash } from '@tabler/icons-react'
import type { Span } from '~/api/types'
import { t } from '~/lib/i18n'
import type { InputProps } from './inputs'
import { placeWord, textName, useMarking } from './marking'
import { Segments } from './Segments'
import { TextArea } from './TextArea'
import classes from './CritiqueInput.module.css'

const shortened = (quote: string) => (quote.length <= 140 ? quote : `${quote.slice(0, 90)} … ${quote.slice(-40)}`)

/** The passages marked so far, each with what is the matter with it. */
export function CritiqueInput({ criterion, answer, legend, active, readOnly, onChange }: InputProps) {
  const marking = useMarking()
  const spans = answer?.spans ?? []
  const change = (at: number, span: Span) => onChange({ ...answer, spans: spans.map((other, i) => (i === at ? span : other)) })
  return (
    <Stack gap={8} role="group" aria-label={legend}>
      {!readOnly && marking && (
        <Group gap={8}>
          <Button size="compact-sm" variant="default" leftSection={<IconHighlight size={14} aria-hidden />} onClick={() => marking.stepThrough(criterion.key)}>
            {t('Mark by sentence')}{active && marking.key && <kbd aria-hidden>{marking.key}</kbd>}
          </Button>
          <Text size="xs" c="dimmed">{t('or select text in what you judge')}</Text>
        </Group>
      )}
      {spans.map((span, i) => (
        <div key={`${textName(span)}:${span.start}:${span.end}:${i}`} className={classes.span} id={`span-${criterion.key}-${i}`}>
          <Group justify="space-between" wrap="nowrap" align="flex-start" gap={6}>
            <Text size="sm" className={classes.quote}><b>{placeWord(span)}</b> “{shortened(span.quote)}”</Text>
            {!readOnly && (
              <ActionIcon variant="subtle" color="gray" aria-label={t('Remove the mark on “{quote}”', { quote: shortened(span.quote) })} onClick={() => onChange({ ...answer, spans: spans.filter((_, j) => j !== i) })}>
                <IconTrash size={15} aria-hidden />
              </ActionIcon>
            )}
          </Group>
          <Segments legend={t('Category')} disabled={readOnly} chosen={[span.category]} segments={(criterion.categories ?? []).map((category) => ({ ...category, title: category.help ?? undefined }))}
            onChoose={(category) => change(i, { ...span, category })} />
          {(criterion.severities ?? []).length > 0 && (
            <Segments legend={t('Severity')} disabled={readOnly} chosen={span.severity ? [span.severity] : []} segments={(criterion.severities ?? []).map((severity) => ({ ...severity, title: severity.help ?? undefined }))}
              onChoose={(severity) => change(i, { ...span, severity })} />
          )}
          {(!readOnly || span.comment) && (
            <TextArea label={t('Comment on “{quote}”', { quote: shortened(span.quote) })} rows={1} placeholder={t('Comment')} readOnly={readOnly} value={span.comment ?? ''}
              onChange={(comment) => change(i, { ...span, comment })} />
          )}
        </div>
      ))}
    </Stack>
  )
}

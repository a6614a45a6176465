import { Group, Stack, Switch, Text } from '@mantine/core'
import { useState } from 'react'
import { letter } from '~/lib/format'
import { t } from '~/lib/i18n'
import { read, write } from '~/lib/storage'
import { Differences } from './Differences'
import type { InputProps } from './inputs'
import { responseKey } from './ranking'
import { Segments } from './Segments'
import { TextArea } from './TextArea'

/** Start from one response and mend it; what changed is shown beside. */
export function RewriteInput({ criterion, answer, item, legend, active, readOnly, response, onChange }: InputProps) {
  const [compared, setCompared] = useState(() => read<boolean>('changes') ?? true)
  const [asked, setAsked] = useState<string | null>(null)
  const only = item.responses.length === 1 ? '0' : undefined
  const base = answer?.response ?? response ?? only
  const original = base === undefined ? '' : item.responses[Number(base)]?.text ?? ''
  const isEdited = answer?.text !== undefined && answer.text !== item.responses[Number(answer.response ?? base)]?.text
  const start = (index: string) => {
    if (isEdited && asked !== index) return setAsked(index)
    setAsked(null)
    onChange({ ...answer, response: index, text: item.responses[Number(index)]?.text ?? '' })
  }
  return (
    <Stack gap={8}>
      {response === undefined && only === undefined && (
        <Group gap={8}>
          <Text size="xs" c="dimmed">{t('Start from')}</Text>
          <Segments legend={t('{title}: start from', { title: legend })} disabled={readOnly} chosen={base === undefined ? [] : [base]}
            segments={item.responses.map((_, i) => ({ value: String(i), label: letter(i), hotkey: active && base === undefined ? responseKey(i) : undefined }))} onChoose={start} />
        </Group>
      )}
      {asked !== null && (
        <Text size="xs" c="var(--gold-ink)" role="alert">{t('Choosing {letter} again replaces what you wrote; choose it once more to do so.', { letter: letter(asked) })}</Text>
      )}
      {base !== undefined && (
        <>
          <TextArea label={legend} field={criterion.key} rows={6} readOnly={readOnly} value={answer?.text ?? original} least={criterion.minLength} most={criterion.maxLength}
            onChange={(text) => onChange({ ...answer, response: base, text })} />
          <Switch size="xs" checked={compared} data-changes onChange={(event) => {
            setCompared(event.currentTarget.checked)
            write('changes', event.currentTarget.checked)
          }} label={t('Show what changed')} />
          {compared && isEdited && <Differences from={original} to={answer?.text ?? original} />}
        </>
      )}
    </Stack>
  )
}

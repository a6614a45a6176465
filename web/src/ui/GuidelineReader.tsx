import { Group, Stack, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { t } from '~/lib/i18n'
import { places } from '~/lib/search'
import { Markdown } from './markdown/Markdown'

/** A guideline's prose, searchable; Enter goes to the next place. Each higher number of `asked` leads to the search. */
export function GuidelineReader({ body, asked = 0, hint }: { body: string; asked?: number; hint?: string }) {
  const [phrase, setPhrase] = useState('')
  const [at, setAt] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => { if (asked > 0) field.current?.focus() }, [asked])
  const sought = useDeferredValue(phrase)
  const hits = useMemo(() => places(body, sought), [body, sought])
  const marks = useMemo(() => hits.map((hit, i) => ({ ...hit, className: 'mark-hit', id: `hit-${i}` })), [hits])
  useEffect(() => setAt(0), [sought])
  useEffect(() => {
    box.current?.querySelector(`[data-mark="hit-${at}"]`)?.scrollIntoView({ block: 'center' })
  }, [at, marks])
  return (
    <Stack gap="md">
      <Group gap="sm">
        <TextInput ref={field} rightSection={hint && phrase === '' ? <kbd aria-hidden>{hint}</kbd> : undefined} aria-label={t('Search the guideline')} placeholder={t('Search the guideline')} leftSection={<IconSearch size={16} aria-hidden />} value={phrase} flex={1}
          onChange={(event) => setPhrase(event.currentTarget.value)}
          onKeyDown={(event) => { if (event.key === 'Enter' && hits.length > 0) setAt((at + (event.shiftKey ? hits.length - 1 : 1)) % hits.length) }} />
        <Text size="xs" c="dimmed" aria-live="polite" className="tabular">{sought.trim().length > 1 ? (hits.length === 0 ? t('Not found') : t('{at} of {all}', { at: at + 1, all: hits.length })) : ''}</Text>
      </Group>
      <div ref={box} className="measure"><Markdown text={body} marks={marks} prose /></div>
    </Stack>
  )
}

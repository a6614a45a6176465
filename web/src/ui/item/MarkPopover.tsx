import { Button, FocusTrap, Group, Paper, Stack, Text } from '@mantine/core'
import { useState, type KeyboardEvent } from 'react'
import type { Criterion, Span } from '~/api/types'
import { t } from '~/lib/i18n'
import { digitOf } from '~/lib/keys'
import { placeWord } from '~/ui/criteria/marking'
import type { Passage } from '~/ui/item/ItemText'
import { Segments } from '~/ui/criteria/Segments'
import { TextArea } from '~/ui/criteria/TextArea'
import classes from './MarkPopover.module.css'

const width = 380

/** What is the matter with the passage just selected: category, severity, a comment. */
export function MarkPopover(props: { passage: Passage; rect: DOMRect | null; critiques: Criterion[]; preferred: string | null; onAdd: (key: string, span: Span) => void; onClose: () => void }) {
  const { passage, rect, critiques } = props
  const [key, setKey] = useState(props.preferred ?? critiques[0]!.key)
  const criterion = critiques.find((one) => one.key === key) ?? critiques[0]!
  const categories = criterion.categories ?? []
  const severities = criterion.severities ?? []
  const [category, setCategory] = useState<string | null>(categories.length === 1 ? categories[0]!.value : null)
  const [severity, setSeverity] = useState<string | null>(null)
  const [comment, setComment] = useState('')
  const [tried, setTried] = useState(false)
  const ready = category !== null && (severities.length === 0 || severity !== null)
  const add = () => {
    setTried(true)
    if (!ready) return
    props.onAdd(criterion.key, { ...passage, category: category!, ...(severity ? { severity } : {}), ...(comment.trim() ? { comment: comment.trim() } : {}) })
  }
  const keys = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Escape') return props.onClose()
    const typing = event.target instanceof HTMLTextAreaElement
    if (event.key === 'Enter' && (!typing || event.ctrlKey || event.metaKey) && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault()
      return add()
    }
    const digit = typing ? null : digitOf(event)
    if (digit === null || digit === 0) return
    event.preventDefault()
    if (category === null || severities.length === 0) setCategory(categories[digit - 1]?.value ?? category)
    else setSeverity(severities[digit - 1]?.value ?? severity)
  }
  const below = rect !== null && rect.bottom + 330 < window.innerHeight
  const place = rect === null ? undefined : {
    left: Math.max(8, Math.min(rect.left, window.innerWidth - width - 8)),
    ...(below ? { top: rect.bottom + 8 } : { bottom: Math.max(8, window.innerHeight - rect.top + 8) }),
  }
  const digits = (from: number, on: boolean) => (i: number) => (on ? String(i + from) : undefined)
  return (
    <FocusTrap active>
      <Paper className={classes.box} shadow="lg" style={place} data-placed={rect !== null || undefined} role="dialog" aria-label={t('Mark the passage')} onKeyDown={keys} tabIndex={-1} data-autofocus>
        <Stack gap={10}>
          <Text size="sm" lineClamp={2}><b>{placeWord(passage)}</b> “{passage.quote}”</Text>
          {critiques.length > 1 && <Segments legend={t('Question')} chosen={[criterion.key]} segments={critiques.map((one) => ({ value: one.key, label: one.title }))} onChoose={(next) => { setKey(next); setCategory(null); setSeverity(null) }} />}
          <Segments legend={t('Category')} chosen={category ? [category] : []} onChoose={setCategory}
            segments={categories.map((one, i) => ({ value: one.value, label: one.label, title: one.help ?? undefined, hotkey: digits(1, category === null || severities.length === 0)(i) }))} />
          {severities.length > 0 && (
            <Segments legend={t('Severity')} chosen={severity ? [severity] : []} onChoose={setSeverity}
              segments={severities.map((one, i) => ({ value: one.value, label: one.label, title: one.help ?? undefined, hotkey: digits(1, category !== null)(i) }))} />
          )}
          <TextArea label={t('Comment')} rows={1} placeholder={t('Comment (optional)')} value={comment} onChange={setComment} />
          {tried && !ready && <Text size="sm" c="var(--mantine-color-error)" role="alert">{category === null ? t('Choose a category.') : t('Choose a severity.')}</Text>}
          <Group justify="flex-end" gap={8}><Button size="compact-sm" variant="default" onClick={props.onClose}>{t('Cancel')}</Button><Button size="compact-sm" onClick={add}>{t('Mark')}</Button></Group>
        </Stack>
      </Paper>
    </FocusTrap>
  )
}

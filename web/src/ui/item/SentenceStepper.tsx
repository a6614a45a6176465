import { Button, Group, Paper, Text } from '@mantine/core'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { ShownItem } from '~/api/types'
import { t } from '~/lib/i18n'
import { sentences } from '~/lib/words'
import type { Passage } from '~/ui/item/ItemText'
import { placeWord } from '~/ui/criteria/marking'
import { isOpening } from './opening'
import classes from './SentenceStepper.module.css'

type Source = { text: string; response: string | null; turn?: number }

/** The texts in the order of interest: responses, then the conversation, then the prompt. */
function sourcesOf(item: ShownItem): Source[] {
  const responses: Source[] = item.responses.map((response, i) => ({ text: response.text, response: String(i) }))
  const turns = (item.conversation ?? []).map((turn, i): Source => ({ text: turn.text, response: null, turn: i }))
  return [...responses, ...turns, ...(isOpening(item) ? [] : [{ text: item.prompt, response: null }])]
}

/** Brings the sentence at hand, once it is drawn as such, to where it can be read. */
export const showSentence = (sentence: Passage | null) => {
  if (sentence) document.querySelector('[data-mark="sentence"]')?.scrollIntoView({ block: 'nearest' })
}

/** Walks through the sentences of the item so that passages can be marked by keys alone. */
export function SentenceStepper(props: { item: ShownItem; from: number; onShow: (passage: Passage) => void; onChoose: (passage: Passage) => void; onEnd: () => void }) {
  const all = useMemo(() => sourcesOf(props.item).flatMap((source) => sentences(source.text).map((range) => ({ ...range, ...source }))), [props.item])
  const [first, setFirst] = useState(() => Math.max(0, all.findIndex((sentence) => sentence.response === String(props.from))))
  const [last, setLast] = useState(first)
  const several = all.some((sentence) => sentence.response !== all[0]!.response || sentence.turn !== all[0]!.turn)
  const box = useRef<HTMLDivElement>(null)
  const passage = useMemo((): Passage | null => {
    const [start, end] = [all[first], all[last]]
    if (!start || !end) return null
    return { response: start.response, ...(start.turn === undefined ? {} : { turn: start.turn }), start: start.start, end: end.end, quote: start.text.slice(start.start, end.end) }
  }, [all, first, last])
  const { onShow } = props
  useEffect(() => { if (passage) onShow(passage) }, [passage, onShow])
  useEffect(() => box.current?.focus({ preventScroll: true }), [])
  const go = (by: 1 | -1) => {
    const next = Math.max(0, Math.min(all.length - 1, (by === 1 ? last : first) + by))
    setFirst(next)
    setLast(next)
  }
  /** The first sentence of the next text, or of this one or the one before it. */
  const leap = (by: 1 | -1) => {
    const isNewText = (at: number) => at === 0 || all[at]?.response !== all[at - 1]?.response || all[at]?.turn !== all[at - 1]?.turn
    for (let at = (by === 1 ? last : first) + by; at >= 0 && at < all.length; at += by) {
      if (!isNewText(at)) continue
      setFirst(at)
      return setLast(at)
    }
  }
  const extend = (by: 1 | -1) => {
    const next = last + by
    if (next >= first && all[next]?.response === all[first]?.response && all[next]?.turn === all[first]?.turn) setLast(next)
  }
  const keys = (event: KeyboardEvent) => {
    const down = event.key === 'ArrowDown' || event.key === 'j'
    const up = event.key === 'ArrowUp' || event.key === 'k'
    if (event.key === 'Tab') return
    event.stopPropagation()
    if (event.key === 'Escape') return props.onEnd()
    if (event.key === 'Enter' && event.target === box.current && passage) {
      event.preventDefault()
      return props.onChoose(passage)
    }
    const leaps = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : null
    if (!down && !up && leaps === null) return
    event.preventDefault()
    if (leaps !== null) return leap(leaps)
    if (event.shiftKey) extend(down ? 1 : -1)
    else go(down ? 1 : -1)
  }
  if (!passage) return null
  return (
    <Paper ref={box} className={classes.bar} shadow="md" role="group" aria-label={t('Mark by sentence')} tabIndex={-1} onKeyDown={keys}>
      <Group justify="space-between" gap="sm">
        <Text size="sm" lineClamp={1} flex={1} miw={180} aria-live="polite"><b>{placeWord(passage)}</b> {passage.quote}</Text>
        <Group gap={6}>
          <Button size="compact-sm" variant="default" onClick={() => go(-1)}>{t('Previous')} <kbd>↑</kbd></Button>
          <Button size="compact-sm" variant="default" onClick={() => go(1)}>{t('Next')} <kbd>↓</kbd></Button>
          {several && <Button size="compact-sm" variant="default" onClick={() => leap(1)}>{t('Next text')} <kbd>PgDn</kbd></Button>}
          <Button size="compact-sm" variant="default" onClick={() => extend(1)}>{t('Longer')} <kbd>⇧↓</kbd></Button>
          <Button size="compact-sm" onClick={() => props.onChoose(passage)}>{t('Mark')} <kbd>Enter</kbd></Button>
          <Button size="compact-sm" variant="subtle" onClick={props.onEnd}>{t('Done')} <kbd>Esc</kbd></Button>
        </Group>
      </Group>
    </Paper>
  )
}

import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconEqual, IconGripVertical, IconPlus } from '@tabler/icons-react'
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { letter } from '~/lib/format'
import { t } from '~/lib/i18n'
import type { InputProps } from './inputs'
import { append, moveTo, rankOf, responseKey, shift, toggleTie, unranked, type Order } from './ranking'
import classes from './RankInput.module.css'

/** 'C, A = B': equals side by side, the rest from best to worst. */
const saidOrder = (order: Order) => order.map((group) => group.map(letter).join(' = ')).join(', ')

/** Best on top: drag, or use the arrows, or type the letters in order with = between equals. */
export function RankInput({ criterion, answer, item, legend, active, readOnly, onChange }: InputProps) {
  const order: Order = answer?.order ?? []
  const open = unranked(order, item.responses.length)
  const list = useRef<HTMLOListElement>(null)
  const [dragged, setDragged] = useState<string | null>(null)
  const put = (next: Order) => { if (!readOnly) onChange({ ...answer, order: next }) }
  const flat = order.flat()

  const drag = (event: PointerEvent) => {
    if (dragged === null) return
    const rows = [...(list.current?.querySelectorAll('[data-row]') ?? [])].filter((row) => row.getAttribute('data-row') !== dragged)
    const place = rows.filter((row) => event.clientY > row.getBoundingClientRect().top + row.getBoundingClientRect().height / 2).length
    const without = flat.filter((index) => index !== dragged)
    if (flat.indexOf(dragged) !== place || !flat.includes(dragged)) put(moveTo(order, dragged, Math.min(place, without.length)))
  }
  const onKey = (event: KeyboardEvent, index: string) => {
    const moves: Record<string, () => Order> = {
      ArrowUp: () => shift(order, index, -1), ArrowDown: () => shift(order, index, 1), '=': () => (criterion.ties ? toggleTie(order, index) : order),
    }
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    event.stopPropagation()
    put(move())
  }
  return (
    <div role="group" aria-label={legend}>
      <ol ref={list} className={classes.list}>
        {flat.map((index) => {
          const group = order.find((members) => members.includes(index))!
          const tied = group.length > 1 && group[0] !== index
          return (
            <li key={index} data-row={index} className={classes.row} data-dragged={dragged === index || undefined} data-tied={tied || undefined}>
              <button type="button" className={classes.handle} disabled={readOnly} onKeyDown={(event) => onKey(event, index)}
                aria-label={criterion.ties ? t('Response {letter}, rank {rank}. Move with the up and down arrows, tie with =.', { letter: letter(index), rank: rankOf(order, index) ?? 0 }) : t('Response {letter}, rank {rank}. Move with the up and down arrows.', { letter: letter(index), rank: rankOf(order, index) ?? 0 })}
                onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); setDragged(index) }}
                onPointerMove={drag} onPointerUp={() => setDragged(null)} onPointerCancel={() => setDragged(null)}>
                <IconGripVertical size={16} aria-hidden />
              </button>
              <span className={classes.rank}>{rankOf(order, index)}</span>
              <span className={classes.name}>{t('Response {letter}', { letter: letter(index) })}</span>
              {!readOnly && (
                <Group gap={2} wrap="nowrap">
                  {criterion.ties && (
                    <ActionIcon variant={group.length > 1 ? 'light' : 'subtle'} color="gray" aria-label={t('Tie response {letter} with the one above', { letter: letter(index) })} aria-pressed={group.length > 1}
                      disabled={order[0]?.includes(index) && group.length === 1} onClick={() => put(toggleTie(order, index))}><IconEqual size={16} aria-hidden /></ActionIcon>
                  )}
                  <ActionIcon variant="subtle" color="gray" aria-label={t('Response {letter} up', { letter: letter(index) })} onClick={() => put(shift(order, index, -1))}><IconArrowUp size={16} aria-hidden /></ActionIcon>
                  <ActionIcon variant="subtle" color="gray" aria-label={t('Response {letter} down', { letter: letter(index) })} onClick={() => put(shift(order, index, 1))}><IconArrowDown size={16} aria-hidden /></ActionIcon>
                </Group>
              )}
            </li>
          )
        })}
      </ol>
      {!readOnly && <div className="visually-hidden" role="status">{order.length > 0 && t('Order: {order}', { order: saidOrder(order) })}</div>}
      {open.length > 0 && !readOnly && (
        <Group gap={6} mt={flat.length > 0 ? 6 : 0}>
          <Text size="xs" c="dimmed">{flat.length === 0 ? t('Best first:') : t('Next:')}</Text>
          {open.map((index) => (
            <Button key={index} size="compact-sm" variant="default" leftSection={<IconPlus size={13} aria-hidden />} onClick={() => put(append(order, index))}
              aria-label={t('Rank response {letter} next', { letter: letter(index) })}>{letter(index)}{active && responseKey(Number(index)) && <kbd aria-hidden>{responseKey(Number(index))}</kbd>}</Button>
          ))}
        </Group>
      )}
      {flat.length > 0 && !readOnly && <Button mt={6} size="compact-sm" variant="subtle" color="gray" onClick={() => put([])}>{t('Start again')}</Button>}
    </div>
  )
}

import { Button, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { pairs, type BlockPair } from '~/lib/blocks'
import { t } from '~/lib/i18n'
import { onlyIn } from '~/lib/words'
import { Markdown } from './markdown/Markdown'
import type { Mark } from './markdown/positions'
import classes from './TextComparison.module.css'

type Run = { kind: BlockPair['kind']; rows: BlockPair[]; first: number }

/** Two texts side by side, the words that differ marked; what stayed the same is folded away. */
export function TextComparison({ before, after, names }: { before: string; after: string; names: [string, string] }) {
  const runs = useMemo(() => runsOf(pairs(before, after)), [before, after])
  if (runs.every((run) => run.kind === 'same')) return <Text size="sm" c="dimmed">{t('The text is the same in both.')}</Text>
  return (
    <div className={classes.table} role="table" aria-label={t('The text of {before} beside {after}', { before: names[0], after: names[1] })}>
      <div className={classes.row} role="row">
        {names.map((name) => <div key={name} role="columnheader" className={classes.name}>{name}</div>)}
      </div>
      {runs.map((run) => run.kind === 'same' ? <Same key={run.first} rows={run.rows} /> : run.rows.map((row, i) => <Changed key={run.first + i} row={row} />))}
    </div>
  )
}

function runsOf(rows: BlockPair[]): Run[] {
  const runs: Run[] = []
  rows.forEach((row, i) => {
    const last = runs.at(-1)
    if (last?.kind === row.kind) last.rows.push(row)
    else runs.push({ kind: row.kind, rows: [row], first: i })
  })
  return runs
}

function Same({ rows }: { rows: BlockPair[] }) {
  const [open, setOpen] = useState(false)
  if (!open) {
    return (
      <div className={classes.row} role="row"><div role="cell" className={classes.folded}>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setOpen(true)}>{rows.length === 1 ? t('1 paragraph the same; show it') : t('{n} paragraphs the same; show them', { n: rows.length })}</Button>
      </div></div>
    )
  }
  return rows.map((row, i) => (
    <div key={i} className={classes.row} role="row">
      <div role="cell" className={classes.cell}><Markdown text={row.before!} /></div>
      <div role="cell" className={`${classes.cell} ${classes.repeated}`}><Markdown text={row.after!} /></div>
    </div>
  ))
}

function Changed({ row }: { row: BlockPair }) {
  const marks = useMemo(() => {
    const words = row.before !== null && row.after !== null ? onlyIn(row.before, row.after) : { left: whole(row.before), right: whole(row.after) }
    const marked = (ranges: typeof words.left, className: string): Mark[] => ranges.map((range) => ({ ...range, className }))
    return { before: marked(words.left, 'mark-removed'), after: marked(words.right, 'mark-added') }
  }, [row])
  return (
    <div className={classes.row} role="row">
      <div role="cell" className={classes.cell} data-change={row.before === null ? 'absent' : 'removed'}>
        {row.before === null ? <span className="visually-hidden">{t('Not there before')}</span> : <><span className="visually-hidden">{t('Before:')} </span><Markdown text={row.before} marks={marks.before} /></>}
      </div>
      <div role="cell" className={classes.cell} data-change={row.after === null ? 'absent' : 'added'}>
        {row.after === null ? <span className="visually-hidden">{t('Taken out')}</span> : <><span className="visually-hidden">{t('Now:')} </span><Markdown text={row.after} marks={marks.after} /></>}
      </div>
    </div>
  )
}

const whole = (text: string | null) => (text === null ? [] : [{ start: 0, end: text.length }])

import { t } from '~/lib/i18n'
import { UnstyledButton } from '@mantine/core'
import { Fragment, useMemo, useState } from 'react'
import markdown from '~/ui/markdown/Markdown.module.css'
import classes from './ProgramDifferences.module.css'
import { blocksOf, colouredLines, rowsOf, type Line, type Piece } from './programLines'
import type { Program } from './programs'

/** Two programs side by side: what only one has is marked, by sign and by colour, and long equal stretches are folded. */
export function ProgramDifferences({ left, right }: { left: Program; right: Program }) {
  const blocks = useMemo(() => blocksOf(rowsOf(left.code, right.code)), [left.code, right.code])
  const colours = useMemo(() => [colouredLines(left), colouredLines(right)] as const, [left, right])
  const [open, setOpen] = useState<number[]>([])
  const changed = blocks.some((block) => block.rows.some((row) => !row.same))
  return (
    <section aria-label={t('Differences between the programs')} className={classes.box}>
      <h2 className={classes.title}>{t('Differences between the programs')}</h2>
      {!changed && <p className={classes.same}>{t('Both programs are the same, line by line.')}</p>}
      <div className={`${classes.scroll} ${markdown.body}`} tabIndex={0} role="region" aria-label={t('Programs A and B, line by line')}>
        <table className={classes.table}>
          <thead><tr><th scope="col" colSpan={2}>A</th><th scope="col" colSpan={2}>B</th></tr></thead>
          <tbody>
            {blocks.map((block, i) => (
              <Fragment key={i}>
                {block.folded && !open.includes(i)
                  ? <tr><td colSpan={4} className={classes.fold}><UnstyledButton onClick={() => setOpen([...open, i])}>{t('{n} equal lines', { n: block.rows.length })}</UnstyledButton></td></tr>
                  : block.rows.map((row, j) => (
                    <tr key={j}>
                      <Cell line={row.left} same={row.same} sign="−" word={t('only in A')} pieces={colours[0]} tone="removed" />
                      <Cell line={row.right} same={row.same} sign="+" word={t('only in B')} pieces={colours[1]} tone="added" />
                    </tr>
                  ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Cell(props: { line: Line | null; same: boolean; sign: string; word: string; pieces: Piece[][]; tone: 'added' | 'removed' }) {
  const { line } = props
  if (line === null) return <><td className={classes.number} data-none /><td className={classes.code} data-none /></>
  const tone = props.same ? undefined : props.tone
  return (
    <>
      <td className={classes.number} data-tone={tone}>{line.number}</td>
      <td className={classes.code} data-tone={tone}>
        {!props.same && <><span aria-hidden className={classes.sign}>{props.sign}</span><span className="visually-hidden">{props.word}: </span></>}
        <code>{(props.pieces[line.number - 1] ?? []).map((piece, i) => <span key={i} className={piece.className || undefined}>{piece.text}</span>)}</code>
      </td>
    </>
  )
}

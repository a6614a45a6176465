import { diffLines } from 'diff'
import type { Element, ElementContent, Root } from 'hast'
import rehypeHighlight from 'rehype-highlight'
import type { Program } from './programs'

export type Piece = { text: string; className: string }
export type Line = { number: number; text: string }
/** Two lines side by side; null where one program has none. */
export type Row = { left: Line | null; right: Line | null; same: boolean }
/** Equal lines that are left out of sight, or rows that are shown. */
export type Block = { folded: boolean; rows: Row[] }

const context = 3

/** Both programs line by line; a changed line stands beside the one that took its place. */
export function rowsOf(left: string, right: string): Row[] {
  const rows: Row[] = []
  let inLeft = 0
  let inRight = 0
  let gone: Line[] = []
  const flush = (came: Line[]) => {
    for (let i = 0; i < Math.max(gone.length, came.length); i++) rows.push({ left: gone[i] ?? null, right: came[i] ?? null, same: false })
    gone = []
  }
  for (const part of diffLines(`${left}\n`, `${right}\n`)) {
    const lines = part.value.replace(/\n$/, '').split('\n')
    if (part.removed) gone = lines.map((text) => ({ number: ++inLeft, text }))
    else if (part.added) flush(lines.map((text) => ({ number: ++inRight, text })))
    else {
      flush([])
      for (const text of lines) rows.push({ left: { number: ++inLeft, text }, right: { number: ++inRight, text }, same: true })
    }
  }
  flush([])
  return rows
}

/** Long equal stretches are folded but for a few lines around each change. */
export function blocksOf(rows: Row[]): Block[] {
  const near = rows.map((_, i) => rows.slice(Math.max(0, i - context), i + context + 1).some((row) => !row.same))
  const blocks: Block[] = []
  rows.forEach((row, i) => {
    const last = blocks.at(-1)
    if (last && last.folded === !near[i]) last.rows.push(row)
    else blocks.push({ folded: !near[i], rows: [row] })
  })
  return blocks.flatMap((block) => (block.folded && block.rows.length <= 2 ? [{ ...block, folded: false }] : [block]))
}

/** A program's lines in colour. */
export function colouredLines({ language, code }: Program): Piece[][] {
  const element: Element = { type: 'element', tagName: 'code', properties: { className: language ? [`language-${language}`] : [] }, children: [{ type: 'text', value: code }] }
  const tree: Root = { type: 'root', children: [{ type: 'element', tagName: 'pre', properties: {}, children: [element] }] }
  rehypeHighlight({ detect: false })(tree, { message: () => undefined } as never)
  const lines: Piece[][] = [[]]
  const walk = (node: ElementContent, className: string) => {
    if (node.type === 'text') {
      node.value.split('\n').forEach((text, i) => {
        if (i > 0) lines.push([])
        if (text !== '') lines.at(-1)!.push({ text, className })
      })
    } else if (node.type === 'element') {
      const own = node.properties['className']
      for (const child of node.children) walk(child, Array.isArray(own) ? own.join(' ') : className)
    }
  }
  for (const child of element.children) walk(child, '')
  return lines
}

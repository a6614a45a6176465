import { diffArrays } from 'diff'

/** Two texts side by side, block by block; a block that only one side has stands beside nothing. */
export type BlockPair = { kind: 'same' | 'changed'; before: string | null; after: string | null }

/** Paragraphs, lists, tables and fenced code of a Markdown text, each whole. */
export function blocksOf(text: string): string[] {
  const blocks: string[] = []
  let block: string[] = []
  let fence: string | null = null
  for (const line of text.split('\n')) {
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark && fence === null) fence = mark
    else if (mark && fence !== null && mark.startsWith(fence) && line.trim() === mark) fence = null
    if (line.trim() === '' && fence === null) {
      if (block.length > 0) blocks.push(block.join('\n'))
      block = []
    } else {
      block.push(line)
    }
  }
  if (block.length > 0) blocks.push(block.join('\n'))
  return blocks
}

/** Blocks that stayed stand beside each other; between them what was taken out stands beside what was put in. */
export function pairs(before: string, after: string): BlockPair[] {
  const parts = diffArrays(blocksOf(before), blocksOf(after))
  const found: BlockPair[] = []
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!
    if (!part.added && !part.removed) {
      found.push(...part.value.map((block): BlockPair => ({ kind: 'same', before: block, after: block })))
      continue
    }
    const next = parts[i + 1]
    const beside = next && next.added !== part.added && (next.added || next.removed) ? next : null
    const removed = part.removed ? part.value : beside?.value ?? []
    const added = part.added ? part.value : beside?.value ?? []
    if (beside) i++
    for (let n = 0; n < Math.max(removed.length, added.length); n++) found.push({ kind: 'changed', before: removed[n] ?? null, after: added[n] ?? null })
  }
  return found
}

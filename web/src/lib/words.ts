import { diffWordsWithSpace } from 'diff'

export type WordPart = { text: string; change: 'same' | 'added' | 'removed' }
export type Range = { start: number; end: number }

/** Beyond this the comparison costs more than it shows. */
const longest = 60_000

export function wordParts(from: string, to: string): WordPart[] {
  if (from.length + to.length > longest) return [{ text: from, change: 'removed' }, { text: to, change: 'added' }]
  return diffWordsWithSpace(from, to).map((part) => ({ text: part.value, change: part.added ? 'added' : part.removed ? 'removed' : 'same' }))
}

/** Where the words stand that only one of two texts has. */
export function onlyIn(left: string, right: string): { left: Range[]; right: Range[] } {
  const found = { left: [] as Range[], right: [] as Range[] }
  let inLeft = 0
  let inRight = 0
  for (const part of wordParts(left, right)) {
    const length = part.text.length
    if (part.change === 'removed' && part.text.trim()) join(found.left, left, { start: inLeft, end: inLeft + length })
    if (part.change === 'added' && part.text.trim()) join(found.right, right, { start: inRight, end: inRight + length })
    if (part.change !== 'added') inLeft += length
    if (part.change !== 'removed') inRight += length
  }
  return found
}

/** Two neighbours with nothing but a space or a sign between them read as one. */
function join(ranges: Range[], text: string, next: Range) {
  const last = ranges.at(-1)
  if (last && !/[\p{L}\p{N}\n]/u.test(text.slice(last.end, next.start))) last.end = next.end
  else ranges.push(next)
}

/** What stands before a point of a list is no sentence of its own. */
const listSign = /^(?:\d{1,3}[.)]|[-*+•])$/

/** Sentences of a text with their places, for marking without a mouse. */
export function sentences(text: string, language = 'en'): Range[] {
  const segments = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)]
  return segments.flatMap(({ segment, index }) => segment.split(/(\n+)/).reduce<Range[]>((found, part) => {
    const start = index + found.reduce((length, range) => Math.max(length, range.end - index), 0)
    return [...found, { start, end: start + part.length }]
  }, []))
    .map((range) => trimmed(text, range)).filter((range) => range.end > range.start)
    .filter((range, i, all) => !(listSign.test(text.slice(range.start, range.end)) && all[i + 1] && !text.slice(range.end, all[i + 1]!.start).includes('\n')))
}

/** The range without the space around it. */
export function trimmed(text: string, range: Range): Range {
  const quote = text.slice(range.start, range.end)
  const lead = quote.length - quote.trimStart().length
  return lead === quote.length ? { start: range.start, end: range.start } : { start: range.start + lead, end: range.start + quote.trimEnd().length }
}

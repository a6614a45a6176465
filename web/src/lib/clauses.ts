export type Heading = { depth: number; text: string; line: number }

/** The headings of a Markdown text; a # inside a fenced program is none. */
export function headingsOf(body: string): Heading[] {
  const headings: Heading[] = []
  let fence: string | null = null
  body.split('\n').forEach((line, i) => {
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark) fence = fence === null ? mark : mark.startsWith(fence) ? null : fence
    const heading = fence === null ? /^(#{1,6})\s+(.+?)\s*#*$/.exec(line) : null
    if (heading) headings.push({ depth: heading[1]!.length, text: heading[2]!.replace(/[*_`]/g, '').trim(), line: i })
  })
  return headings
}

/** A heading with all that stands under it, up to the next one of its rank. */
function section(body: string, headings: Heading[], at: number): string {
  const heading = headings[at]!
  const end = headings.slice(at + 1).find((next) => next.depth <= heading.depth)?.line
  return body.split('\n').slice(heading.line, end).join('\n').trim()
}

const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? ''

/** What the guideline says about a question: under the heading it names, else under one that reads like the question itself; null where there is none. */
export function clauseOf(body: string, criterion: { title: string; clause?: string | null }): string | null {
  const headings = headingsOf(body)
  const wanted = words(criterion.clause ?? criterion.title)
  const at = headings.findIndex((heading) => words(heading.text) === wanted)
  return at < 0 || wanted === '' ? null : section(body, headings, at)
}

/** All that stands under headings that speak of examples; null where no heading does. */
export function examplesOf(body: string): string | null {
  const headings = headingsOf(body)
  const found = headings.flatMap((heading, i) => (/\bexamples?\b/i.test(heading.text) ? [i] : []))
  const outer = found.filter((i) => !found.some((other) => other < i && section(body, headings, other).includes(section(body, headings, i))))
  return outer.length === 0 ? null : outer.map((i) => section(body, headings, i)).join('\n\n')
}

/** The clauses of a guideline by their headings, without the title over all of them; the server knows the same. */
export function clausesOf(body: string): string[] {
  const headings = headingsOf(body)
  const isTitled = headings[0]?.depth === 1 && headings.filter((heading) => heading.depth === 1).length === 1
  return [...new Set(headings.slice(isTitled ? 1 : 0).map((heading) => heading.text))]
}

/** What stands under each heading by itself, but for those that explain a question; what precedes every heading is under ''. */
function besides(body: string, questions: Set<string>): Map<string, string> {
  const lines = body.split('\n')
  const headings = headingsOf(body)
  const found = new Map<string, string>([['', lines.slice(0, headings[0]?.line).join('\n').trim()]])
  let within: number | null = null
  headings.forEach((heading, i) => {
    if (within !== null && heading.depth <= within) within = null
    if (within === null && questions.has(words(heading.text))) within = heading.depth
    if (within === null) found.set(heading.text, `${found.get(heading.text) ?? ''}\n${lines.slice(heading.line + 1, headings[i + 1]?.line).join('\n').trim()}`)
  })
  return found
}

/** Sections that belong to no question and do not read the same in both texts, by their headings. */
export function sectionsChanged(before: string, after: string, criteria: { title: string; clause?: string | null }[]): { heading: string; kind: 'added' | 'removed' | 'changed' }[] {
  const questions = new Set(criteria.map((one) => words(one.clause ?? one.title)))
  const [old, now] = [besides(before, questions), besides(after, questions)]
  return [...new Set([...now.keys(), ...old.keys()])].filter((heading) => old.get(heading) !== now.get(heading))
    .map((heading) => ({ heading, kind: !old.has(heading) ? 'added' : !now.has(heading) ? 'removed' : 'changed' }))
}

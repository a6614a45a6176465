import type { Element, ElementContent, Root, RootContent, Text } from 'hast'
import { unmasked } from './source'

/** A stretch of the source that is shown with a mark around it. */
export type Mark = { start: number; end: number; className: string; id?: string; label?: string }
type Run = { value: string; start: number }
type Parent = Root | Element

/**
 * Wraps every piece of shown text in an element that knows where in the source it stands (`data-at`), and splits the
 * pieces where marks begin and end. Works on the finished tree, so that highlighted code keeps its places too.
 */
export function placed(options: { source: string; marks: Mark[]; mapped: boolean }) {
  return (tree: Root) => {
    if (!options.mapped && options.marks.length === 0) walk(tree, (text) => [{ ...text, value: unmasked(text.value) }])
    else place(tree, options.source, options.marks)
  }
}

function walk(parent: Parent, change: (text: Text) => ElementContent[]) {
  parent.children = (parent.children as RootContent[]).flatMap((child): ElementContent[] => {
    if (child.type === 'text') return change(child)
    if (child.type === 'element') walk(child, change)
    return [child as ElementContent]
  }) as ElementContent[]
}

function place(parent: Parent, source: string, marks: Mark[]) {
  parent.children = (parent.children as RootContent[]).flatMap((child): RootContent[] => {
    if (child.type === 'text') {
      const from = child.position?.start.offset
      const to = child.position?.end.offset
      if (from === undefined || to === undefined) return [{ ...child, value: unmasked(child.value) }]
      return aligned(unmasked(child.value), source, from, to).flatMap((run) => pieces(run, marks))
    }
    if (child.type !== 'element' || isFormula(child)) return [child]
    if (child.tagName === 'code') placeCode(child, source, marks)
    else place(child, source, marks)
    return [child]
  }) as ElementContent[]
}

function isFormula(element: Element): boolean {
  const names = element.properties['className']
  return Array.isArray(names) && names.some((name) => String(name).startsWith('katex'))
}

/** Code loses its places when it is coloured; they are counted again from where its text begins in the source. */
function placeCode(element: Element, source: string, marks: Mark[]) {
  const from = element.position?.start.offset
  const shown = unmasked(textOf(element))
  if (from === undefined) return
  const fence = /^(`{3,}|~{3,})[^\n]*\n/.exec(source.slice(from))
  let at = source.indexOf(shown.trimEnd(), from + (fence ? fence[0].length : 0))
  if (at < 0) return walk(element, (text) => [{ ...text, value: unmasked(text.value) }])
  walk(element, (text) => {
    const value = unmasked(text.value)
    const run = { value, start: at }
    at += value.length
    return pieces(run, marks) as ElementContent[]
  })
}

function textOf(element: Element): string {
  return element.children.map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : '')).join('')
}

/** Finds shown characters in the source, stepping over what Markdown swallowed (escapes, quote signs, indents). */
export function aligned(value: string, source: string, from: number, to: number): Run[] {
  if (source.slice(from, to) === value) return [{ value, start: from }]
  const runs: Run[] = []
  let at = from
  for (const character of value) {
    let next = source.indexOf(character, at)
    if (next < 0 || next >= to) next = at
    const last = runs.at(-1)
    if (last && last.start + last.value.length === next) last.value += character
    else runs.push({ value: character, start: next })
    at = next + character.length
  }
  return runs
}

function pieces(run: Run, marks: Mark[]): RootContent[] {
  const end = run.start + run.value.length
  const over = marks.filter((mark) => mark.start < end && mark.end > run.start)
  const cuts = [...new Set([run.start, end, ...over.flatMap((mark) => [mark.start, mark.end])])]
    .filter((cut) => cut >= run.start && cut <= end).sort((a, b) => a - b)
  return cuts.slice(0, -1).map((from, i) => {
    const to = cuts[i + 1]!
    const covering = over.filter((mark) => mark.start <= from && mark.end >= to)
    return piece(run.value.slice(from - run.start, to - run.start), from, covering)
  })
}

function piece(value: string, from: number, covering: Mark[]): Element {
  const top = covering.at(-1)
  const properties: Element['properties'] = { dataAt: from }
  if (top) {
    properties['className'] = [...new Set(covering.map((mark) => mark.className)), ...(covering.length > 1 ? ['mark-overlap'] : [])]
    if (top.id) properties['dataMark'] = top.id
    if (top.label) properties['title'] = covering.map((mark) => mark.label).filter(Boolean).join(' · ')
  }
  return { type: 'element', tagName: top ? 'mark' : 'span', properties, children: [{ type: 'text', value }] }
}

import type { Root } from 'hast'
import { visit } from 'unist-util-visit'

/** A formula that has its paragraph to itself is set on a line of its own. */
export function displayMath() {
  return (tree: Root) => visit(tree, 'element', (element) => {
    if (element.tagName !== 'p' || element.children.length !== 1) return
    const only = element.children[0]!
    if (only.type !== 'element' || only.tagName !== 'code') return
    const names = only.properties['className']
    if (Array.isArray(names) && names.includes('math-inline')) {
      only.properties['className'] = names.map((name) => (name === 'math-inline' ? 'math-display' : name))
    }
  })
}

/** What the keys reach within a question: in the step or turn they point to, else in the response, else anywhere in it. */
export function partOf(root: ParentNode | null, key: string, what: string): HTMLElement | null {
  const here = `[data-criterion="${key}"]`
  return [`${here} [data-current-part] ${what}`, `${here} [data-current] ${what}`, `${here} ${what}`].map((place) => root?.querySelector<HTMLElement>(place)).find(Boolean) ?? null
}

/** The field of a question in which one writes: 'comment', 'why:', or the question's own. */
export const fieldOf = (root: ParentNode | null, key: string, name: string) => partOf(root, key, `[data-field^="${name}"]`)

/** Shows the question, or the part of it, to which the cursor has gone. */
export function showAt(root: ParentNode | null, key: string, part: number | undefined) {
  const criterion = root?.querySelector(`[data-criterion="${key}"]`)
  const at = part === undefined ? null : criterion?.querySelector('[data-current-part]')
  ;(at ?? criterion)?.scrollIntoView({ block: 'nearest' })
}

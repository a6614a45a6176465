import type { Criterion, Rubric } from '~/api/types'

export type Written = { body: string; rubric: Rubric }
/** What both changed, each in their own way: the text, the rules, or one question by its key. */
export type Clash = { part: 'body' | 'rules' | 'order' } | { part: 'criterion'; key: string }
export type Merged = { written: Written; clashes: Clash[] }
/** What a draft grew from, as it was typed here and as the server keeps it, which fills in what is usual. */
export type Ground = { typed: Written; stored: Written }

/** Order of fields and what is left at its usual does not make a difference. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => {
    if (one === null || one === false || one === '' || (Array.isArray(one) && one.length === 0)) return undefined
    return typeof one === 'object' && !Array.isArray(one) ? Object.fromEntries(Object.entries(one as object).sort(([a], [b]) => a.localeCompare(b))) : one
  }) ?? ''
}
const same = (a: unknown, b: unknown) => plain(a) === plain(b)
/** Whether two drafts say the same, however each came here. */
export const alike = (a: Written, b: Written) => a.body === b.body && same(a.rubric, b.rubric)

/**
 * Two drafts that grew from one, part by part: where only one side changed a part, that side is right. Where both did, mine
 * stands until somebody has looked, and the clash says so.
 */
export function merge(ground: Ground, mine: Written, theirs: Written): Merged {
  const clashes: Clash[] = []
  const choose = <T>(typed: T, stored: T, own: T, other: T, clash: Clash): T => {
    if (same(own, other) || same(own, typed)) return other
    if (!same(other, stored)) clashes.push(clash)
    return own
  }
  const body = choose(ground.typed.body, ground.stored.body, mine.body, theirs.body, { part: 'body' })
  const rules = choose(ground.typed.rubric.rules ?? [], ground.stored.rubric.rules ?? [], mine.rubric.rules ?? [], theirs.rubric.rules ?? [], { part: 'rules' })
  const keys = order(ground, mine, theirs, clashes)
  const criteria = keys.flatMap((key) => {
    const chosen = choose(byKey(ground.typed, key), byKey(ground.stored, key), byKey(mine, key), byKey(theirs, key), { part: 'criterion', key })
    return chosen ? [chosen] : []
  })
  return { written: { body, rubric: { criteria, ...(rules.length > 0 ? { rules } : {}) } }, clashes }
}

/** Puts the other side's part in where it was chosen. */
export function withTheirs(written: Written, theirs: Written, clash: Clash): Written {
  const { rubric } = written
  switch (clash.part) {
    case 'body': return { ...written, body: theirs.body }
    case 'rules': return { ...written, rubric: { ...rubric, rules: theirs.rubric.rules ?? [] } }
    case 'order': return { ...written, rubric: { ...rubric, criteria: inOrder(rubric.criteria, keysOf(theirs)) } }
    case 'criterion': {
      const other = byKey(theirs, clash.key)
      const has = byKey(written, clash.key) !== null
      const criteria = other === null ? rubric.criteria.filter((one) => one.key !== clash.key)
        : has ? rubric.criteria.map((one) => one.key === clash.key ? other : one) : inOrder([...rubric.criteria, other], keysOf(theirs))
      return { ...written, rubric: { ...rubric, criteria } }
    }
  }
}

export function byKey(written: Written, key: string): Criterion | null {
  return written.rubric.criteria.find((one) => one.key === key) ?? null
}

const keysOf = (written: Written) => written.rubric.criteria.map((one) => one.key)

/** Every question of either side; the order is that of whoever moved them, and what only the other has follows. */
function order(ground: Ground, mine: Written, theirs: Written, clashes: Clash[]): string[] {
  const [own, other] = [keysOf(mine), keysOf(theirs)]
  const both = (keys: string[], with_: string[]) => keys.filter((key) => with_.includes(key))
  const moved = (keys: string[], from: string[]) => !same(both(keys, from), both(from, keys))
  const [iMoved, theyMoved] = [moved(own, keysOf(ground.typed)), moved(other, keysOf(ground.stored))]
  if (iMoved && theyMoved && !same(both(own, other), both(other, own))) clashes.push({ part: 'order' })
  const [first, second] = theyMoved && !iMoved ? [other, own] : [own, other]
  return [...first, ...second.filter((key) => !first.includes(key))]
}

function inOrder(criteria: Criterion[], keys: string[]): Criterion[] {
  const place = (one: Criterion) => { const at = keys.indexOf(one.key); return at < 0 ? keys.length : at }
  return [...criteria].sort((a, b) => place(a) - place(b))
}

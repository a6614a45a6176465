/** Operations on a ranking: groups from best to worst, responses in one group are tied. */
export type Order = string[][]

const clean = (order: Order): Order => order.filter((group) => group.length > 0)

export function unranked(order: Order, responses: number): string[] {
  const ranked = new Set(order.flat())
  return Array.from({ length: responses }, (_, i) => String(i)).filter((index) => !ranked.has(index))
}

/** The key that names a response: a to d, from the fifth on its number, since other letters are keys of actions. */
export function responseKey(index: number): string | undefined {
  return index < 4 ? String.fromCharCode(97 + index) : index < 9 ? String(index + 1) : undefined
}

/** The response that a key names; -1 where it names none. */
export function responseOf(key: string, responses: number): number {
  const index = /^[a-d]$/.test(key) ? key.charCodeAt(0) - 97 : /^[1-9]$/.test(key) ? Number(key) - 1 : -1
  return index < responses ? index : -1
}

export function append(order: Order, index: string): Order {
  return order.flat().includes(index) ? order : [...order, [index]]
}

export function without(order: Order, index: string): Order {
  return clean(order.map((group) => group.filter((other) => other !== index)))
}

/** Puts a response on its own at a place among the flat ranks; groups that it passes through stay tied. */
export function moveTo(order: Order, index: string, place: number): Order {
  const rest = without(order, index)
  let seen = 0
  let at = rest.length
  for (const [i, group] of rest.entries()) {
    if (seen >= place) {
      at = i
      break
    }
    seen += group.length
  }
  return [...rest.slice(0, at), [index], ...rest.slice(at)]
}

export function shift(order: Order, index: string, by: -1 | 1): Order {
  const group = order.findIndex((members) => members.includes(index))
  if (group < 0) return append(order, index)
  if (order[group]!.length > 1) {
    const rest = order[group]!.filter((other) => other !== index)
    const apart = by === -1 ? [[index], rest] : [rest, [index]]
    return [...order.slice(0, group), ...apart, ...order.slice(group + 1)]
  }
  const target = group + by
  if (target < 0 || target >= order.length) return order
  const swapped = [...order]
  ;[swapped[group], swapped[target]] = [swapped[target]!, swapped[group]!]
  return swapped
}

/** Ties a response with the group above, or parts it from the others of its group. */
export function toggleTie(order: Order, index: string): Order {
  const group = order.findIndex((members) => members.includes(index))
  if (group < 0) return order
  if (order[group]!.length > 1) return shift(order, index, 1)
  if (group === 0) return order
  return clean(order.map((members, i) => (i === group - 1 ? [...members, index].sort() : i === group ? [] : members)))
}

export function rankOf(order: Order, index: string): number | null {
  let rank = 1
  for (const group of order) {
    if (group.includes(index)) return rank
    rank += group.length
  }
  return null
}

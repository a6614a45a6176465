import type { ShownItem } from '~/api/types'

/** A transcript without a question of its own is listed by its beginning, which stands in the transcript already. */
export function isOpening(item: ShownItem): boolean {
  const first = (item.conversation ?? []).find((turn) => turn.role === 'user') ?? item.conversation?.[0]
  return item.responses.length === 0 && first !== undefined && first.text.startsWith(item.prompt)
}

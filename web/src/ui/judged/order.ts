import type { Rubric } from '~/api/types'

/** Rows about criteria as the rubric asks them; those it no longer asks come last. */
export function inRubricOrder<T>(rows: readonly T[], rubric: Rubric | undefined, keyOf: (row: T) => string): T[] {
  const place = (row: T) => {
    const at = rubric?.criteria.findIndex((criterion) => criterion.key === keyOf(row)) ?? -1
    return at < 0 ? Infinity : at
  }
  return [...rows].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)))
}

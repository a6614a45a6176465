import type { Answers, Rubric } from '~/api/types'
import type { Passage } from '~/ui/item/ItemText'
import type { Mark } from '~/ui/markdown/positions'

/** The marked passages of all critiques, by the text they stand in. */
export function marksOf(rubric: Rubric, answers: Answers, sentence: Passage | null): Record<string, Mark[]> {
  const marks: Record<string, Mark[]> = {}
  const add = (response: string | null, mark: Mark) => { (marks[response ?? 'prompt'] ??= []).push(mark) }
  for (const criterion of rubric.criteria) {
    const words = new Map([...(criterion.categories ?? []), ...(criterion.severities ?? [])].map((option) => [option.value, option.label]))
    answers[criterion.key]?.spans?.forEach((span, i) => add(span.response, {
      start: span.start, end: span.end, className: 'mark-span', id: `span-${criterion.key}-${i}`,
      label: [words.get(span.category), span.severity && words.get(span.severity), span.comment].filter(Boolean).join(', '),
    }))
  }
  if (sentence) add(sentence.response, { start: sentence.start, end: sentence.end, className: 'mark-sentence', id: 'sentence' })
  return marks
}

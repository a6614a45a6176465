import type { Answers, Rubric, ShownItem } from '~/api/types'
import { textName } from '~/ui/criteria/marking'
import { stepsOf } from '~/ui/criteria/parts'
import type { Passage } from '~/ui/item/ItemText'
import type { Mark } from '~/ui/markdown/positions'

/** The marked passages of all critiques, by the text they stand in. */
export function marksOf(rubric: Rubric, answers: Answers, sentence: Passage | null): Record<string, Mark[]> {
  const marks: Record<string, Mark[]> = {}
  const add = (place: { response: string | null; turn?: number | undefined }, mark: Mark) => { (marks[textName(place)] ??= []).push(mark) }
  for (const criterion of rubric.criteria) {
    const words = new Map([...(criterion.categories ?? []), ...(criterion.severities ?? [])].map((option) => [option.value, option.label]))
    answers[criterion.key]?.spans?.forEach((span, i) => add(span, {
      start: span.start, end: span.end, className: 'mark-span', id: `span-${criterion.key}-${i}`,
      label: [words.get(span.category), span.severity && words.get(span.severity), span.comment].filter(Boolean).join(', '),
    }))
  }
  if (sentence) add(sentence, { start: sentence.start, end: sentence.end, className: 'mark-sentence', id: 'sentence' })
  return marks
}

/** Where the step at hand stands in its response; null where it was brought along in other words. */
export function stepPassage(item: ShownItem, response: number, step: number | undefined): Passage | null {
  const text = item.responses[response]?.text
  if (step === undefined || text === undefined) return null
  const steps = stepsOf(item, response)
  let from = 0
  for (let i = 0; i <= step; i++) {
    const quote = steps[i]
    const start = quote === undefined ? -1 : text.indexOf(quote, from)
    if (start < 0) return null
    if (i === step) return { response: String(response), start, end: start + quote!.length, quote: quote! }
    from = start + quote!.length
  }
  return null
}

import type { Answer, Criterion, ShownItem, StepMark } from '~/api/types'
import { t } from '~/lib/i18n'

/** The marks a reasoning step can get, in the order of their keys. */
export const stepMarks: { value: StepMark['mark']; label: string; title: string }[] = [
  { value: 'right', label: t('Right'), title: t('True, and it follows from what stands before') },
  { value: 'neutral', label: t('Neutral'), title: t('Neither wrong nor of any use') },
  { value: 'wrong', label: t('Wrong'), title: t('False, or it does not follow') },
]

/** Stands for 'none of these' among the choices of a label. */
export const noneOfThese = 'none_of_these'

export function isPerResponse(criterion: Criterion): boolean {
  return criterion.target === 'each_response' && criterion.kind !== 'critique' && criterion.kind !== 'compare' && criterion.kind !== 'rank' && criterion.kind !== 'turns'
}

/** The reasoning steps of a response as the server cut them; the whole text is one step where it did not. */
export function stepsOf(item: ShownItem, response: number): string[] {
  const shown = item.responses[response]
  return shown?.steps ?? (shown ? [shown.text] : [])
}

/** Places of the turns that are judged one by one: those of the assistant. */
export function turnsOf(item: ShownItem): number[] {
  return (item.conversation ?? []).flatMap((turn, i) => (turn.role === 'assistant' ? [i] : []))
}

export const firstErrorOf = (answer: Answer | undefined): number => (answer?.steps ?? []).findIndex((step) => step?.mark === 'wrong')

/** How many steps have to be marked: all, or those up to the first wrong one. */
export function stepsDue(criterion: Criterion, answer: Answer | undefined, steps: number): number {
  const first = firstErrorOf(answer)
  return criterion.untilFirstError && first >= 0 ? first + 1 : steps
}

export function withStep(answer: Answer | undefined, at: number, change: Partial<StepMark>): Answer {
  const steps = [...(answer?.steps ?? [])]
  while (steps.length <= at) steps.push(null)
  const before = steps[at]
  const mark = change.mark ?? before?.mark
  steps[at] = mark === undefined ? null : { ...before, ...change, mark }
  return { ...answer, steps }
}

export function withTurn(answer: Answer | undefined, place: number, change: Answer): Answer {
  return { ...answer, turns: { ...answer?.turns, [place]: { ...answer?.turns?.[place], ...change } } }
}

/** Whether a turn has been given its option or score; a comment alone is none. */
export const isMarked = (turn: Answer | undefined): boolean => (turn?.choices ?? []).length > 0 || turn?.value !== undefined

/** The values a turn can get, with the words for them. */
export function turnValues(criterion: Criterion): { value: string; label: string; title?: string | undefined }[] {
  if ((criterion.options ?? []).length > 0) return criterion.options!.map((option) => ({ value: option.value, label: option.label, title: option.help ?? undefined }))
  const min = criterion.min ?? 1
  const max = criterion.max ?? 5
  return Array.from({ length: Math.max(0, Math.min(max - min, 20)) + 1 }, (_, i) => min + i)
    .map((value) => ({ value: String(value), label: String(value), title: criterion.anchors?.find((anchor) => anchor.value === value)?.label }))
}

export function turnAnswer(criterion: Criterion, value: string): Answer {
  return (criterion.options ?? []).length > 0 ? { choices: [value] } : { value: Number(value) }
}

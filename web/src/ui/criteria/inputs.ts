import type { FocusEvent } from 'react'
import type { Answer, Criterion, ShownItem } from '~/api/types'

/** What every input of one criterion gets: its question, its answer so far, and whether the keys go to it now. */
export type InputProps = {
  criterion: Criterion
  answer: Answer | undefined
  item: ShownItem
  legend: string
  active: boolean
  readOnly?: boolean | undefined
  /** The response this answer is about, where the question is asked of each. */
  response?: string | undefined
  /** The step or turn to which the keys go, -1 where they go to none. */
  part?: number
  onPart?: ((part: number) => void) | undefined
  onChange: (answer: Answer) => void
}

/** A finger or a mouse focuses on its way down; what moves then slips away from under it, so they are waited for until they are up. */
export const byKeyboard = (event: FocusEvent) => event.target.matches(':focus-visible')

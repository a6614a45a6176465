import { createContext, useContext } from 'react'

/** How a critique in the form reaches the texts of the item beside it. */
export type Marking = {
  /** Walks through the sentences of the item so that they can be marked without a mouse. */
  stepThrough: (criterionKey: string) => void
}

export const MarkingContext = createContext<Marking>({ stepThrough: () => undefined })
export const useMarking = () => useContext(MarkingContext)

import { createContext, useContext } from 'react'

/** How a critique in the form reaches the texts of the item beside it. */
export type Marking = {
  /** Walks through the sentences of the item so that they can be marked without a mouse. */
  stepThrough: (criterionKey: string) => void
}

/** Null where no text stands beside the form, as in a preview. */
export const MarkingContext = createContext<Marking | null>(null)
export const useMarking = () => useContext(MarkingContext)

import { createContext, useContext } from 'react'
import { letter } from '~/lib/format'
import { t } from '~/lib/i18n'

type Place = { response?: string | null | undefined; turn?: number | null | undefined }

/** The name that marks of one text go by. */
export const textName = ({ response, turn }: Place) => (turn != null ? `turn:${turn}` : response ?? 'prompt')

/** Where a passage stands, in a word. */
export const placeWord = ({ response, turn }: Place) => (turn != null ? t('Turn {n}', { n: turn + 1 }) : response == null ? t('Prompt') : letter(response))

/** How a critique in the form reaches the texts of the item beside it. */
export type Marking = {
  /** Walks through the sentences of the item so that they can be marked without a mouse. */
  stepThrough: (criterionKey: string) => void
  /** The key that does the same, where there is one. */
  key?: string
}

/** Null where no text stands beside the form, as in a preview. */
export const MarkingContext = createContext<Marking | null>(null)
export const useMarking = () => useContext(MarkingContext)

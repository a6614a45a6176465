import { createContext } from 'react'

/** The headings of the guideline that is being written, for questions to point at. */
export const Headings = createContext<string[]>([])

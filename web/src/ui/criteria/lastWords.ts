import { createContext, useContext } from 'react'
import type { Answer, Answers } from '~/api/types'

/** What was written in the task before, by question; a hint and nothing more, so it never leaves this browser. */
export type LastWords = Record<string, string[]>

export const LastWordsContext = createContext<LastWords>({})

/** Shorter texts are alike by nature. */
const least = 15

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** The texts of an answer that somebody wrote: reasons and free texts, not those mended from a response. */
export function writtenIn(answers: Answers): LastWords {
  const textsOf = (answer: Answer): string[] => [
    ...(answer.response === undefined && answer.text ? [answer.text] : []), ...(answer.justification ? [answer.justification] : []), ...Object.values(answer.byResponse ?? {}).flatMap(textsOf),
  ].map(plain).filter((text) => text.length >= least)
  return Object.fromEntries(Object.entries(answers).map(([key, answer]) => [key, textsOf(answer)]))
}

/** Whether a text is long but says next to nothing: the same word or two again and again. */
export function isThin(text: string): boolean {
  const words = plain(text).split(' ').filter((word) => word !== '')
  return text.trim().length >= least && words.length > 0 && new Set(words).size < Math.min(3, words.length)
}

/** Whether a text says the same as one written for this question in the task before. */
export function useRepeated(key: string, text: string): boolean {
  const last = useContext(LastWordsContext)
  const own = plain(text)
  return own.length >= least && (last[key] ?? []).includes(own)
}

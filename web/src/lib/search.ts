import type { Range } from './words'

/** Every place of a phrase in a text, whatever its case. */
export function places(text: string, phrase: string): Range[] {
  const wanted = phrase.trim().toLowerCase()
  if (wanted.length < 2) return []
  const found: Range[] = []
  const lower = text.toLowerCase()
  for (let at = lower.indexOf(wanted); at >= 0 && found.length < 500; at = lower.indexOf(wanted, at + wanted.length)) {
    found.push({ start: at, end: at + wanted.length })
  }
  return found
}

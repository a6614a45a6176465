import type { Effect } from '~/api/types'

const words: Record<Effect, string> = { EDITORIAL: 'editorial', CLARIFYING: 'clarifying', BREAKING: 'breaking' }
export const effectWord = (effect: Effect) => words[effect]

const meanings: Record<Effect, string> = {
  EDITORIAL: 'Wording only; nothing is judged differently.', CLARIFYING: 'Says more clearly what already held.', BREAKING: 'Some things are judged differently from now on.',
}
export const effectMeaning = (effect: Effect) => meanings[effect]

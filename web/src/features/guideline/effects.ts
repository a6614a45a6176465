import type { Effect } from '~/api/types'
import { t } from '~/lib/i18n'

const words: Record<Effect, string> = { EDITORIAL: t('editorial'), CLARIFYING: t('clarifying'), BREAKING: t('breaking') }
export const effectWord = (effect: Effect) => words[effect]

const meanings: Record<Effect, string> = {
  EDITORIAL: t('Wording only; nothing is judged differently.'), CLARIFYING: t('Says more clearly what already held.'), BREAKING: t('Some things are judged differently from now on.'),
}
export const effectMeaning = (effect: Effect) => meanings[effect]

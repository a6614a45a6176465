import type { Answer, Criterion } from '~/api/types'
import { letter, percent } from '~/lib/format'
import { t } from '~/lib/i18n'
import { firstErrorOf, noneOfThese, stepMarks } from '~/ui/criteria/parts'

const strengths = ['', t('slightly'), t('clearly'), t('much')]

/** One answer (not a table of them) in a few words; responses go by the letters of the item's own order. */
export function answerWords(criterion: Criterion | undefined, answer: Answer): string {
  if (answer.choices) return answer.choices.map((choice) => optionWord(criterion, choice)).join(', ') || t('nothing chosen')
  if (answer.winner !== undefined) return winnerWord(answer.winner) + (answer.strength ? `, ${strengths[answer.strength]}` : '')
  if (answer.order) return answer.order.map((group) => group.map(letter).join(' = ')).join(' > ')
  if (answer.value !== undefined) return scoreWord(criterion, answer.value)
  if (answer.steps) return stepWords(answer)
  if (answer.turns) return turnWords(criterion, answer)
  if (answer.spans) return answer.spans.length === 0 ? t('nothing marked') : t('{n} marked', { n: answer.spans.length })
  if (answer.response !== undefined) return t('{letter} rewritten', { letter: letter(answer.response) })
  return answer.text ?? ''
}

/** A class of the consensus in words: `1` of a comparison is 'B better', `0>2=1` of a ranking 'A > C = B'. */
export function classWords(criterion: Criterion | undefined, name: string): string {
  switch (criterion?.kind) {
    case 'compare': return winnerWord(name)
    case 'rank': return name.replace(/\d+/g, (index) => letter(index)).replace(/([>=])/g, ' $1 ')
    case 'score': return scoreWord(criterion, Number(name))
    case 'label': return name === '' ? t('none') : name.split('|').map((value) => optionWord(criterion, value)).join(', ')
    case 'steps': return stepMarks.find((mark) => mark.value === name)?.label ?? name
    case 'turns': return turnWord(criterion, name)
    default: return name
  }
}

function stepWords(answer: Answer): string {
  const first = firstErrorOf(answer)
  const marked = (answer.steps ?? []).filter((step) => step !== null).length
  return first < 0 ? t('{n, plural, one {# step} other {# steps}}, none wrong', { n: marked }) : t('First error in step {n}', { n: first + 1 })
}

function turnWords(criterion: Criterion | undefined, answer: Answer): string {
  const counts = new Map<string, number>()
  for (const turn of Object.values(answer.turns ?? {})) {
    const word = turnWord(criterion, turn.choices?.[0] ?? String(turn.value))
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts].map(([word, n]) => `${n} × ${word}`).join(', ')
}

const turnWord = (criterion: Criterion | undefined, name: string) => ((criterion?.options ?? []).length > 0 ? optionWord(criterion, name) : scoreWord(criterion, Number(name)))

/** The class an answer would count as, to set it beside the consensus; null where nothing is counted. */
export function classOf(answer: Answer): string | null {
  if (answer.choices) return answer.choices.join('|')
  if (answer.winner !== undefined) return answer.winner
  if (answer.value !== undefined) return String(answer.value)
  if (answer.order) return answer.order.map((group) => [...group].sort().join('=')).join('>')
  return null
}

export function agreesWith(answer: Answer, consensus: string): boolean | null {
  const own = classOf(answer)
  if (own === null) return null
  const sorted = (name: string) => name.split('|').sort().join('|').split('>').map((group) => group.split('=').sort().join('=')).join('>')
  return sorted(own) === sorted(consensus)
}

export function probabilityWord(probability: number | null): string {
  return probability === null ? '' : probability > 0.995 && probability < 1 ? '> 99%' : percent(probability)
}

function optionWord(criterion: Criterion | undefined, value: string): string {
  return value === noneOfThese ? t('None of these') : criterion?.options?.find((option) => option.value === value)?.label ?? value
}

function winnerWord(winner: string): string {
  if (winner === 'tie') return t('Tie')
  if (winner === 'both_bad') return t('Both bad')
  return t('{letter} better', { letter: letter(winner) })
}

function scoreWord(criterion: Criterion | undefined, value: number): string {
  const anchor = criterion?.anchors?.find((candidate) => candidate.value === value)
  return anchor ? `${value} ${anchor.label}` : String(value)
}

import type { Gate } from '~/api/types'

export type Restriction = NonNullable<Gate['restrict']>

export const usualRestriction: Restriction = { signal: 'GOLD', below: 0.6, minimum: 10, days: 7 }

export const signalWord = (signal: Restriction['signal']) => (signal === 'GOLD' ? 'gold agreement' : 'agreement with the consensus')

const answersWord = (signal: Restriction['signal']) => (signal === 'GOLD' ? 'gold answers' : 'answers others gave too')

/** The gate as a person would say it; the same words everywhere it is shown. */
export function gateSentence(gate: Gate): string {
  const reading = gate.requireAcknowledgement ? 'Everyone reads and acknowledges the guideline first. ' : ''
  if (gate.restrict === null) return `${reading}Measured quality never restricts anybody by itself.`
  const { signal, below, minimum, days } = gate.restrict
  const share = Math.round(below * 1000) / 10
  return `${reading}Restrict for ${days} ${days === 1 ? 'day' : 'days'} when the whole interval of ${signalWord(signal)} is below ${share} % after at least ${minimum} ${answersWord(signal)}.`
}

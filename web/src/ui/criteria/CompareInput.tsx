import { Group, Text } from '@mantine/core'
import type { Answer, Criterion } from '~/api/types'
import { t } from '~/lib/i18n'
import type { InputProps } from './inputs'
import { Segments, type Segment } from './Segments'
import classes from './CompareInput.module.css'

type Side = { value: string; answer: Answer; label: string; says: string; hotkey: string }

const much = (letter: string, strength: 1 | 2 | 3) => ({
  1: t('{letter} is slightly better', { letter }), 2: t('{letter} is clearly better', { letter }), 3: t('{letter} is much better', { letter }),
})[strength]

/** The row from 'A much better' over a tie to 'B much better', as far as the criterion allows it. */
export function sidesOf(criterion: Criterion): Side[] {
  const strengths: (1 | 2 | 3)[] = [1, 2, 3]
  const towards = (winner: '0' | '1', strength?: 1 | 2 | 3): Omit<Side, 'hotkey'> => {
    const name = winner === '0' ? 'A' : 'B'
    return strength === undefined
      ? { value: winner, answer: { winner }, label: name, says: t('{letter} is better', { letter: name }) }
      : { value: `${winner}:${strength}`, answer: { winner, strength }, label: String(strength), says: much(name, strength) }
  }
  const left = criterion.strength ? [...strengths].reverse().map((strength) => towards('0', strength)) : [towards('0')]
  const right = criterion.strength ? strengths.map((strength) => towards('1', strength)) : [towards('1')]
  const tie = criterion.tie ? [{ value: 'tie', answer: { winner: 'tie' }, label: '=', says: t('Equally good') }] : []
  return [...left, ...tie, ...right].map((side, i) => ({ ...side, hotkey: String(i + 1) }))
}

export const bothBad: Side = { value: 'both_bad', answer: { winner: 'both_bad' }, label: t('Both bad'), says: t('Both bad'), hotkey: '0' }

export function sideOf(answer: Answer | undefined): string | null {
  if (answer?.winner === undefined) return null
  return answer.strength === undefined ? answer.winner : `${answer.winner}:${answer.strength}`
}

/** A choice keeps the reason already typed. */
export function comparedAs(side: Side, before: Answer | undefined): Answer {
  return { ...side.answer, ...(before?.justification === undefined ? {} : { justification: before.justification }) }
}

export function CompareInput({ criterion, answer, legend, active, readOnly, onChange }: InputProps) {
  const sides = sidesOf(criterion)
  const all = criterion.bothBad ? [...sides, bothBad] : sides
  const chosen = sideOf(answer)
  const said = all.find((side) => side.value === chosen)?.says
  const segment = (side: Side): Segment => ({
    value: side.value, label: side.label, title: side.says, ariaLabel: side.says, hotkey: active ? side.hotkey : undefined,
    tone: side.value === 'both_bad' ? 'bad' : undefined,
  })
  const choose = (value: string) => onChange(comparedAs(all.find((side) => side.value === value)!, answer))
  return (
    <div>
      <Group justify="space-between" mb={4} className={classes.ends} aria-hidden>
        <span>{t('A better')}</span><span className={classes.said}>{said ?? ''}</span><span>{t('B better')}</span>
      </Group>
      <div className={classes.row}>
        <Segments legend={legend} joined disabled={readOnly} chosen={chosen === null ? [] : [chosen]} segments={sides.map(segment)} onChoose={choose} />
        {criterion.bothBad && <Segments legend={t('{title}: neither', { title: legend })} disabled={readOnly} chosen={chosen === null ? [] : [chosen]} segments={[segment(bothBad)]} onChoose={choose} />}
      </div>
      <Text size="xs" className="visually-hidden" aria-live="polite">{said ?? ''}</Text>
    </div>
  )
}

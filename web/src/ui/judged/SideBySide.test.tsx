import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Judged } from '~/api/items'
import type { Rubric } from '~/api/types'
import { show } from '~/test/render'
import { SideBySide } from './SideBySide'

const rubric: Rubric = { criteria: [
  { key: 'ok', kind: 'label', title: 'Is it correct?', target: 'each_response', required: true, justification: 'never', options: [{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }] },
] }
const judged = (id: string, name: string, choice: string): Judged => ({
  id, raterId: id, raterName: name, role: 'TRAINER', answers: { ok: { byResponse: { 0: { choices: [choice], justification: `because ${id}` } } } }, flag: null, note: null, submittedAt: '2026-01-02T10:00:00Z', guidelineVersion: 1,
  orderShown: [0], activeSeconds: 60, outcome: null, reason: null, late: false, decidedBy: null, revision: 0, returns: [],
})

const rowOf = (question: string) => screen.getByText(question).closest('tr')!

test('each person has a column, and a different answer is called different', () => {
  show(<SideBySide item={{ prompt: 'p', responses: [{ text: 'a' }] }} rubric={rubric} gold={null} judgments={[judged('1', 'Maya', 'yes'), judged('2', 'Ben', 'no')]}
    consensus={[{ criterion: 'ok', response: 0, part: null, answer: 'yes', probability: 0.91, n: 2, distribution: { yes: 0.91, no: 0.09 }, majority: 'yes', method: 'dawid-skene', contested: false }]} />)
  const cells = rowOf('Is it correct? A').querySelectorAll('td')
  expect(cells[0]).toHaveTextContent('Yes 91%')
  expect(cells[1]).toHaveTextContent('because 1')
  expect(cells[1]).not.toHaveTextContent('differs')
  expect(cells[2]).toHaveTextContent('differs from the consensus')
})

test('where the judgments leave no answer open, none is named and nobody differs from it', () => {
  show(<SideBySide item={{ prompt: 'p', responses: [{ text: 'a' }] }} rubric={rubric} gold={null} judgments={[judged('1', 'Maya', 'yes'), judged('2', 'Ben', 'no')]}
    consensus={[{ criterion: 'ok', response: 0, part: null, answer: 'yes', probability: 0.52, n: 2, distribution: { yes: 0.52, no: 0.48 }, majority: null, method: 'dawid-skene', contested: true }]} />)
  expect(rowOf('Is it correct? A').querySelectorAll('td')[0]).toHaveTextContent('No clear answer')
  expect(rowOf('Is it correct? A').querySelectorAll('td')[0]).not.toHaveTextContent('Yes')
  expect(rowOf('Is it correct? A')).not.toHaveTextContent('differs')
})

test('a known answer is called known, however few judged the item', () => {
  show(<SideBySide item={{ prompt: 'p', responses: [{ text: 'a' }] }} rubric={rubric} gold={null} judgments={[judged('1', 'Maya', 'yes')]}
    consensus={[{ criterion: 'ok', response: 0, part: null, answer: 'yes', probability: 1, n: 1, distribution: { yes: 1 }, majority: 'yes', method: 'gold', contested: false }]} />)
  expect(rowOf('Is it correct? A').querySelectorAll('td')[0]).toHaveTextContent('Yes known answer')
})

test('answers to a question the rubric no longer asks are still shown', () => {
  const old = { ...judged('1', 'Maya', 'yes'), answers: { tone: { text: 'Rude at the end.' } } }
  show(<SideBySide item={{ prompt: 'p', responses: [{ text: 'a' }] }} rubric={rubric} gold={null} judgments={[old]} consensus={[]} />)
  expect(rowOf('tone')).toHaveTextContent('Rude at the end.')
})

test('every note to the reviewer stays over the rounds, beside what was asked for and by whom', () => {
  const rounds = [{ reason: 'Which almanac?', by: 'Jonas', at: '2026-01-03T10:00:00Z', until: '2026-01-10T10:00:00Z', note: 'From an almanac.', answered: true }]
  show(<SideBySide item={{ prompt: 'p', responses: [{ text: 'a' }] }} rubric={rubric} gold={null} consensus={[]}
    judgments={[{ ...judged('1', 'Maya', 'yes'), note: 'That of 2026.', revision: 1, returns: rounds }, { ...judged('2', 'Ben', 'no'), outcome: 'ACCEPTED', reason: 'Right.', decidedBy: 'Jonas' }]} />)
  const said = rowOf('Flag or note')
  expect(said).toHaveTextContent('From an almanac.')
  expect(said).toHaveTextContent('Given back by Jonas')
  expect(said).toHaveTextContent('Which almanac?')
  expect(said).toHaveTextContent('That of 2026.')
  expect(screen.getByText('decided by Jonas')).toBeInTheDocument()
  expect(screen.getAllByText(/guideline 1.*, 1:00$/), 'the time it took stands at each').toHaveLength(2)
})

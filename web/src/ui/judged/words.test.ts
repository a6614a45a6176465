import { expect, test } from 'vitest'
import type { Criterion } from '~/api/types'
import { agreesWith, answerWords, classWords } from './words'

const base = { key: 'k', title: 'T', target: 'item', required: true, justification: 'never' } as const
const label: Criterion = { ...base, kind: 'label', options: [{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }] }
const compare: Criterion = { ...base, kind: 'compare' }
const rank: Criterion = { ...base, kind: 'rank' }
const score: Criterion = { ...base, kind: 'score', min: 1, max: 5, anchors: [{ value: 5, label: 'Would send it' }] }

test('answers read as a person would say them', () => {
  expect(answerWords(label, { choices: ['no'] })).toBe('No')
  expect(answerWords(compare, { winner: '1', strength: 2 })).toBe('B better, clearly')
  expect(answerWords(compare, { winner: 'tie' })).toBe('Tie')
  expect(answerWords(rank, { order: [['2'], ['0', '1']] })).toBe('C > A = B')
  expect(answerWords(score, { value: 5 })).toBe('5 Would send it')
})

test('classes of the consensus read the same way', () => {
  expect(classWords(compare, '0')).toBe('A better')
  expect(classWords(rank, '0>2=1')).toBe('A > C = B')
  expect(classWords({ ...label, multiple: true }, 'yes|no')).toBe('Yes, No')
})

test('an answer agrees whatever the order of several choices or of tied responses', () => {
  expect(agreesWith({ choices: ['no', 'yes'] }, 'yes|no')).toBe(true)
  expect(agreesWith({ order: [['0'], ['1', '2']] }, '0>2=1')).toBe(true)
  expect(agreesWith({ order: [['1'], ['0', '2']] }, '0>2=1')).toBe(false)
  expect(agreesWith({ winner: '0', strength: 1 }, '0')).toBe(true)
})

test('text is never counted', () => {
  expect(agreesWith({ text: 'because' }, 'x')).toBeNull()
})

import { describe, expect, test } from 'vitest'
import { compare, each, label, rank, score, tags, text } from '~/test/criteria'
import { afterDigit, afterRankKey, isSettled, moved, nextOpen, stops, withAnswer } from './cursor'

const rubric = { criteria: [each(label), score, compare, text] }

describe('the cursor', () => {
  test('walks through the rows of a table and the questions in reading order', () => {
    expect(stops(rubric, 2).map((stop) => `${stop.key}${stop.response}`)).toEqual(['correct0', 'correct1', 'helps0', 'better0', 'remark0'])
    expect(moved(rubric, 2, { key: 'correct', response: 1 }, 1)).toEqual({ key: 'helps', response: 0 })
    expect(moved(rubric, 2, { key: 'correct', response: 0 }, -1)).toEqual({ key: 'correct', response: 0 })
  })

  test('finds the next open question and passes over optional ones', () => {
    expect(nextOpen(rubric, { correct: { byResponse: { 0: { choices: ['yes'] } } } }, 2, { key: 'helps', response: 0 })).toEqual({ key: 'better', response: 0 })
    const full = { correct: { byResponse: { 0: { choices: ['yes'] }, 1: { choices: ['yes'] } } }, helps: { value: 3 }, better: { winner: 'tie' } }
    expect(nextOpen(rubric, full, 2, { key: 'helps', response: 0 })).toBeNull()
  })
})

describe('keys', () => {
  test.each([
    [label, 3, { choices: ['no'] }], [label, 4, null], [tags, 1, { choices: ['kind'] }], [score, 5, { value: 5 }], [score, 6, null], [text, 1, null],
    [compare, 1, { winner: '0', strength: 3 }], [compare, 4, { winner: 'tie' }], [compare, 7, { winner: '1', strength: 3 }], [compare, 0, { winner: 'both_bad' }],
    [{ ...compare, strength: false, tie: false, bothBad: false }, 2, { winner: '1' }], [{ ...score, min: 0, max: 10 }, 7, { value: 7 }],
  ] as const)('%o and digit %i', (criterion, digit, answer) => {
    expect(afterDigit(criterion, undefined, digit)).toEqual(answer)
  })

  test('letters rank, = ties, backspace takes back', () => {
    const typed = ['c', 'a', '=', 'b', 'backspace'].reduce<ReturnType<typeof afterRankKey>>((answer, key) => afterRankKey(rank, answer ?? undefined, key, 3), null)
    expect(typed).toEqual({ order: [['0', '2']] })
    expect(afterRankKey(rank, undefined, 'd', 3)).toBeNull()
  })

  test('a choice keeps the reason already typed', () => {
    expect(afterDigit(compare, { winner: '0', strength: 3, justification: 'Because of the dose.' }, 7)).toEqual({ winner: '1', strength: 3, justification: 'Because of the dose.' })
  })

  test('the cursor stays where a reason is due', () => {
    expect(isSettled(label, { choices: ['yes'] }, 2)).toBe(true)
    expect(isSettled(label, { choices: ['no'] }, 2)).toBe(false)
    expect(isSettled(tags, { choices: ['kind'] }, 2)).toBe(false)
  })

  test('an answer lands in its row', () => {
    expect(withAnswer(each(label), { correct: { byResponse: { 0: { choices: ['no'] } } } }, 1, { choices: ['yes'] })).toEqual({ correct: { byResponse: { 0: { choices: ['no'] }, 1: { choices: ['yes'] } } } })
  })
})

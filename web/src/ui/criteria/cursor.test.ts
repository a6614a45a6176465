import { describe, expect, test } from 'vitest'
import type { Answers, Criterion } from '~/api/types'
import { compare, each, item, label, rank, reasoned, score, steps, tags, talk, text, turns } from '~/test/criteria'
import { afterDigit, afterRankKey, isSettled, moved, nextOpen, stops, withAnswer } from './cursor'

const rubric = { criteria: [each(label), score, compare, text] }
const ground = (answers: Answers = {}) => ({ rubric, item: item(2), answers })
const at = { key: 'correct', response: 0 }

describe('the cursor', () => {
  test('walks through the rows of a table and the questions in reading order', () => {
    expect(stops(ground()).map((stop) => `${stop.key}${stop.response}`)).toEqual(['correct0', 'correct1', 'helps0', 'better0', 'remark0'])
    expect(moved(ground(), { key: 'correct', response: 1 }, 1)).toEqual({ key: 'helps', response: 0 })
    expect(moved(ground(), { key: 'correct', response: 0 }, -1)).toEqual({ key: 'correct', response: 0 })
  })

  test('finds the next open question and passes over optional ones', () => {
    expect(nextOpen(ground({ correct: { byResponse: { 0: { choices: ['yes'] } } } }), { key: 'helps', response: 0 })).toEqual({ key: 'better', response: 0 })
    const full = { correct: { byResponse: { 0: { choices: ['yes'] }, 1: { choices: ['yes'] } } }, helps: { value: 3 }, better: { winner: 'tie' } }
    expect(nextOpen(ground(full), { key: 'helps', response: 0 })).toBeNull()
  })
})

describe('steps, turns and conditions', () => {
  const reasoning = (answers: Answers, criterion: Criterion = steps) => ({ rubric: { criteria: [criterion, turns] }, item: { ...reasoned, ...talk }, answers })

  test('every step of every response is a stop, then every turn of the assistant', () => {
    expect(stops(reasoning({})).map((stop) => `${stop.key}${stop.response}.${stop.part}`)).toEqual(['steps0.0', 'steps0.1', 'steps0.2', 'steps1.0', 'tone0.1', 'tone0.3'])
    expect(moved(reasoning({}), { key: 'steps', response: 0, part: 2 }, 1)).toEqual({ key: 'steps', response: 1, part: 0 })
  })

  test('behind the first error the cursor goes on to the next response where the rest need no mark', () => {
    const wrong = { steps: { byResponse: { 0: { steps: [{ mark: 'wrong' as const }] } } } }
    expect(moved(reasoning(wrong, { ...steps, untilFirstError: true }), { key: 'steps', response: 0, part: 0 }, 1)).toEqual({ key: 'steps', response: 1, part: 0 })
  })

  test('a digit marks the step or turn at hand and keeps the others', () => {
    expect(afterDigit(steps, { steps: [{ mark: 'right' }] }, 3, 2)).toEqual({ steps: [{ mark: 'right' }, null, { mark: 'wrong' }] })
    expect(afterDigit(turns, { turns: { 1: { choices: ['warm'] } } }, 2, 3)).toEqual({ turns: { 1: { choices: ['warm'] }, 3: { choices: ['cold'] } } })
    expect(nextOpen(reasoning({ steps: { byResponse: { 0: { steps: [{ mark: 'right' }, null] } } } }), { key: 'tone', response: 0, part: 3 })).toEqual({ key: 'steps', response: 0, part: 1 })
  })

  test('what is not asked is no stop', () => {
    const criteria = [each(label), { ...each(text), showIf: { criterion: 'correct', is: 'no' } }]
    expect(stops({ rubric: { criteria }, item: item(2), answers: {} }).map((stop) => stop.key)).toEqual(['correct', 'correct'])
    expect(stops({ rubric: { criteria }, item: item(2), answers: { correct: { byResponse: { 1: { choices: ['no'] } } } } }).at(-1)).toEqual({ key: 'remark', response: 1 })
  })
})

describe('keys', () => {
  test.each([
    [label, 3, { choices: ['no'] }], [label, 4, null], [tags, 1, { choices: ['kind'] }], [score, 5, { value: 5 }], [score, 6, null], [text, 1, null],
    [compare, 1, { winner: '0', strength: 3 }], [compare, 4, { winner: 'tie' }], [compare, 7, { winner: '1', strength: 3 }], [compare, 0, { winner: 'both_bad' }],
    [{ ...compare, strength: false, tie: false, bothBad: false }, 2, { winner: '1' }], [{ ...score, min: 0, max: 10 }, 7, { value: 7 }], [{ ...score, min: 1, max: 10 }, 0, { value: 10 }],
    [{ ...label, options: Array.from({ length: 9 }, (_, i) => ({ value: `o${i}`, label: `${i}` })), none: true }, 0, { choices: ['none_of_these'] }], [label, 0, null],
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
    expect(isSettled(label, { choices: ['yes'] }, item(2), at)).toBe(true)
    expect(isSettled(label, { choices: ['no'] }, item(2), at)).toBe(false)
    expect(isSettled(tags, { choices: ['kind'] }, item(2), at)).toBe(false)
  })

  test('an answer lands in its row', () => {
    expect(withAnswer(each(label), { correct: { byResponse: { 0: { choices: ['no'] } } } }, 1, { choices: ['yes'] })).toEqual({ correct: { byResponse: { 0: { choices: ['no'] }, 1: { choices: ['yes'] } } } })
  })
})

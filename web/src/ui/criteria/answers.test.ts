import { describe, expect, test } from 'vitest'
import { speak } from '~/lib/i18n'
import { compare, critique, each, item, label, rank, rewrite, score, text } from '~/test/criteria'
import { faultsOf, isExtreme, sendable } from './answers'

describe('faults of an answer', () => {
  test.each([
    ['nothing said', label, undefined, ['Still to be answered.']],
    ['a choice', label, { choices: ['yes'] }, []],
    ['the last choice without a reason', label, { choices: ['no'] }, ['Say why, in at least 10 characters.']],
    ['the last choice with a reason', label, { choices: ['no'], justification: 'The date is wrong.' }, []],
    ['a winner without strength', compare, { winner: '0' }, ['Still to be answered.']],
    ['a tie needs no strength', compare, { winner: 'tie' }, []],
    ['both bad asks why', compare, { winner: 'both_bad', justification: 'short' }, ['Say why, in at least 10 characters.']],
    ['half a ranking', rank, { order: [['1']] }, ['Rank all 2 responses.']],
    ['a tied ranking', rank, { order: [['0', '1']] }, []],
    ['an optional critique left out', critique, undefined, []],
    ['a rewrite too short', rewrite, { response: '0', text: 'Short.' }, ['At least 20 characters; there are 6.']],
    ['a text too long', text, { text: 'x'.repeat(31) }, ['At most 30 characters; there are 31.']],
    ['one row of two', each(score), { byResponse: { 0: { value: 3 } } }, ['Still to be answered for response B.']],
  ] as const)('%s', (_, criterion, answer, faults) => {
    expect(faultsOf(criterion, answer as never, item(2))).toEqual(faults)
  })

  test('a rubric that never asks why does not ask in another language either', async () => {
    await speak('de')
    expect(faultsOf({ ...label, justification: 'never' }, { choices: ['no'] } as never, item(2))).toEqual([])
    await speak('en')
  })

  test('both ends of a scale are extreme, its middle is not', () => {
    expect([1, 3, 5].map((value) => isExtreme(score, { value }))).toEqual([true, false, true])
  })
})

describe('what is sent', () => {
  test('a reason typed before its answer stays in the browser', () => {
    expect(sendable({ criteria: [label] }, { correct: { justification: 'Because it is.' } }, item(2))).toEqual({})
  })

  test('a reason that is no longer asked for is left out', () => {
    expect(sendable({ criteria: [label] }, { correct: { choices: ['yes'], justification: 'Was no at first.' } }, item(2))).toEqual({ correct: { choices: ['yes'] } })
  })

  test('a table sends the rows that are answered, and answers to unknown questions stay behind', () => {
    expect(sendable({ criteria: [each(score)] }, { helps: { byResponse: { 0: { value: 2 }, 1: {} } }, gone: { value: 1 } }, item(2))).toEqual({ helps: { byResponse: { 0: { value: 2 } } } })
  })
})

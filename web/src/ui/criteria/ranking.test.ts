import { describe, expect, test } from 'vitest'
import { append, moveTo, rankOf, shift, toggleTie, unranked } from './ranking'

describe('ranking', () => {
  test('letters in order of preference make a ranking', () => {
    expect(['2', '0', '1'].reduce(append, [] as string[][])).toEqual([['2'], ['0'], ['1']])
    expect(unranked([['2']], 3)).toEqual(['0', '1'])
  })

  test('= ties with the one above and parts again', () => {
    const tied = toggleTie([['2'], ['0'], ['1']], '0')
    expect(tied).toEqual([['0', '2'], ['1']])
    expect(toggleTie(tied, '0').flat().sort()).toEqual(['0', '1', '2'])
    expect(toggleTie(tied, '0')).toHaveLength(3)
  })

  test('the one after a tie of two has rank three', () => {
    expect(['0', '2', '1'].map((index) => rankOf([['0', '2'], ['1']], index))).toEqual([1, 1, 3])
  })

  test('the first cannot go up, and arrows swap neighbours', () => {
    expect(shift([['0'], ['1']], '0', -1)).toEqual([['0'], ['1']])
    expect(shift([['0'], ['1'], ['2']], '2', -1)).toEqual([['0'], ['2'], ['1']])
  })

  test('dragging puts a response at its new place and loses nobody', () => {
    expect(moveTo([['0'], ['1'], ['2']], '2', 0)).toEqual([['2'], ['0'], ['1']])
    expect(moveTo([['0', '1'], ['2']], '2', 1).flat().sort()).toEqual(['0', '1', '2'])
  })
})

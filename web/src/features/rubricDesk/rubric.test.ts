import { expect, test } from 'vitest'
import { anchorsFor, keyFrom, kinds, moved, newCriterion, summary, tidy, titled, valueFrom } from './rubric'

test('keys come from titles and never clash', () => {
  expect(keyFrom('Is it correct?', [])).toBe('is_it_correct')
  expect(keyFrom('Is it correct?', ['is_it_correct'])).toBe('is_it_correct_2')
  expect(keyFrom('Überzeugt es?', [])).toBe('uberzeugt_es')
  expect(keyFrom('你好', [])).toBe('question')
  expect(keyFrom('2nd look', [])).toBe('nd_look')
})

test('the key follows the title until somebody chooses their own', () => {
  const fresh = newCriterion('label', [])
  const named = titled(fresh, 'Is it safe?', [])
  expect(named.key).toBe('is_it_safe')
  const own = titled({ ...named, key: 'safety' }, 'Is it safe for everyone?', [])
  expect(own.key).toBe('safety')
})

test('a new question of every kind is one the server takes', () => {
  for (const { kind } of kinds) {
    const criterion = newCriterion(kind, ['label'])
    expect(criterion.key).toMatch(/^[a-z][a-z0-9_]{0,39}$/)
    expect(criterion.key).not.toBe('label_x')
    if (kind === 'compare' || kind === 'rank') expect(criterion.target).toBe('item')
  }
  expect(newCriterion('label', ['label']).key).toBe('label_2')
})

test('a scale keeps the words of the steps it keeps', () => {
  const anchors = anchorsFor(1, 3, [{ value: 1, label: 'Bad' }, { value: 5, label: 'Great' }])
  expect(anchors).toEqual([{ value: 1, label: 'Bad' }, { value: 2, label: '' }, { value: 3, label: '' }])
  expect(anchorsFor(0, 100, [])).toHaveLength(3)
})

test('steps without words do not travel', () => {
  expect(tidy({ ...newCriterion('score', []), anchors: [{ value: 1, label: 'Bad' }, { value: 2, label: ' ' }] }).anchors).toEqual([{ value: 1, label: 'Bad' }])
})

test('moving keeps everything and stops at the ends', () => {
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 2, 9)).toEqual(['a', 'b', 'c'])
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
})

test('values of options begin with a letter', () => {
  expect(valueFrom('18 or older', [])).toBe('n18_or_older')
  expect(valueFrom(' ', [])).toBe('')
})

test('a folded question says what it asks', () => {
  expect(summary({ ...newCriterion('score', []), justification: 'on_extremes' })).toBe('Scale, of each response, 1 to 5, asks why at extremes')
})

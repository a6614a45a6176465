import { expect, test } from 'vitest'
import type { Criterion } from '~/api/types'
import { merge, withTheirs, type Written } from './merge'

const question = (key: string, title = key) => ({ key, kind: 'text', title, target: 'item', required: true, justification: 'never' }) as Criterion
const written = (body: string, ...criteria: Criterion[]): Written => ({ body, rubric: { criteria } })
const base = written('Read it.', question('a'), question('b'))
const ground = { typed: base, stored: base }

test('the text of one and a question of the other go together', () => {
  const { written: both, clashes } = merge(ground, written('Read it twice.', question('a'), question('b')), written('Read it.', question('a', 'A?'), question('b')))
  expect(clashes).toEqual([])
  expect(both).toEqual(written('Read it twice.', question('a', 'A?'), question('b')))
})

test('two different questions go together, and so do one added and one taken away', () => {
  const mine = written('Read it.', question('a', 'Mine?'), question('b'), question('c'))
  const theirs = written('Read it.', question('a'))
  expect(merge(ground, mine, theirs)).toEqual({ clashes: [], written: written('Read it.', question('a', 'Mine?'), question('c')) })
})

test('what both changed is a clash and mine stands until somebody chose', () => {
  const mine = written('Mine.', question('a', 'Mine?'), question('b'))
  const theirs = written('Theirs.', question('a', 'Theirs?'), question('b'))
  const { written: first, clashes } = merge(ground, mine, theirs)
  expect(clashes).toEqual([{ part: 'body' }, { part: 'criterion', key: 'a' }])
  expect(first).toEqual(mine)
  expect(withTheirs(first, theirs, clashes[1]!)).toEqual(written('Mine.', question('a', 'Theirs?'), question('b')))
  expect(withTheirs(first, theirs, clashes[0]!).body).toBe('Theirs.')
})

test('a question changed here and taken away there is a clash', () => {
  const mine = written('Read it.', question('a', 'Mine?'), question('b'))
  const theirs = written('Read it.', question('b'))
  const { written: first, clashes } = merge(ground, mine, theirs)
  expect(clashes).toEqual([{ part: 'criterion', key: 'a' }])
  expect(withTheirs(first, theirs, clashes[0]!)).toEqual(theirs)
})

test('the same change by both is none', () => {
  const same = written('Twice.', question('a'), question('b'))
  expect(merge(ground, same, { ...same })).toEqual({ clashes: [], written: same })
})

test('what the server fills in is no change of anybody', () => {
  const stored = { ...base, rubric: { criteria: base.rubric.criteria.map((one) => ({ ...one, help: null, multiple: false, min: 3 }) as unknown as Criterion) } }
  const { written: both, clashes } = merge({ typed: base, stored }, written('Mine.', ...base.rubric.criteria), { ...stored, body: 'Read it.' })
  expect(clashes).toEqual([])
  expect(both.body).toBe('Mine.')
})

test('the order is that of whoever moved them; where both did, it is asked', () => {
  const moved = written('Read it.', question('b'), question('a'))
  expect(merge(ground, base, moved).written.rubric.criteria.map((one) => one.key)).toEqual(['b', 'a'])
  expect(merge(ground, moved, written('Read it.', question('a'), question('b'), question('c'))).written.rubric.criteria.map((one) => one.key)).toEqual(['b', 'a', 'c'])
  const three = written('', question('a'), question('b'), question('c'))
  const mine = written('', question('b'), question('a'), question('c'))
  const theirs = written('', question('c'), question('b'), question('a'))
  expect(merge({ typed: three, stored: three }, mine, theirs).clashes).toEqual([{ part: 'order' }])
})

import { describe, expect, test } from 'vitest'
import { onlyIn, sentences, trimmed } from './words'

test('differences name the words that only one text has', () => {
  const [left, right] = ['Give 240 mg every four hours.', 'Give 1000 mg every four hours.']
  const found = onlyIn(left, right)
  expect(found.left.map((range) => left.slice(range.start, range.end))).toEqual(['240'])
  expect(found.right.map((range) => right.slice(range.start, range.end))).toEqual(['1000'])
})

test('equal texts differ nowhere', () => {
  expect(onlyIn('the same', 'the same')).toEqual({ left: [], right: [] })
})

describe('sentences', () => {
  test.each([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    ['A line\nanother line\n\n- a point', ['A line', 'another line', '- a point']],
    ['1. Add them.\n2. Halve it.\n\nSo:\n42.', ['Add them.', 'Halve it.', 'So:', '42.']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(sentences(text).map((range) => text.slice(range.start, range.end))).toEqual(expected)
  })
})

test('space around a passage does not belong to it', () => {
  expect(trimmed('  a b  ', { start: 0, end: 7 })).toEqual({ start: 2, end: 5 })
  expect(trimmed('   ', { start: 0, end: 3 })).toEqual({ start: 0, end: 0 })
})

import { expect, test } from 'vitest'
import type { Sheet } from '~/api/rounds'
import { lengthSentence, paySentence, ruleSentence } from './words'

const sheet: Sheet = {
  title: 'First calibration', about: '', rule: { share: 0.8, eachCriterion: false, attempts: 2, waitHours: 24 }, rate: { minor: 40, currency: 'EUR' },
  draw: null, returning: null, minutes: 10, skill: null,
}

test('the rule reads the same before and after', () => {
  expect(ruleSentence(sheet)).toBe('You pass with 80% agreement with the standard over all questions. There are 2 attempts, the next after 24 hours.')
  expect(ruleSentence({ ...sheet, rule: { share: 1, eachCriterion: true, attempts: 1, waitHours: 0 } })).toBe('You pass with 100% agreement with the standard on every question. There is one attempt.')
  expect(ruleSentence({ ...sheet, rule: null })).toBe('Nobody passes or fails this.')
})

test('what is paid is said as a whole and for one item', () => {
  expect(paySentence(sheet, 4)).toBe('€0.40 for each item, €1.60 in all, whatever the outcome.')
  expect(paySentence({ ...sheet, rate: null }, 4)).toBe('Unpaid.')
})

test('a drawn set says what it is drawn from', () => {
  expect(lengthSentence({ ...sheet, draw: 3 }, 8)).toBe('3 items, drawn from 8, about 10 minutes.')
  expect(lengthSentence({ ...sheet, draw: 9 }, 8)).toBe('8 items, about 10 minutes.')
})

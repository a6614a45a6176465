import { expect, test } from 'vitest'
import { clock, hourly, language, letter, money, relative } from './format'

test.each([[{ minor: 240, currency: 'USD' }, '$2.40'], [{ minor: 5, currency: 'USD' }, '$0.05'], [{ minor: 1200, currency: 'JPY' }, '¥1,200'], [{ minor: 1234, currency: 'KWD' }, 'KWD 1.234']])('%o is %s', (amount, shown) => {
  expect(money(amount).replace(/\s/g, ' ')).toBe(shown)
})

test('a rate per task says what an hour brings', () => {
  expect(hourly({ minor: 240, currency: 'USD' }, 6)).toEqual({ minor: 2400, currency: 'USD' })
  expect(hourly({ minor: 240, currency: 'USD' }, 0)).toBeNull()
})

test.each([[7, '0:07'], [187, '3:07'], [3729, '1:02:09'], [-4, '0:00']])('%i seconds read %s', (seconds, shown) => {
  expect(clock(seconds)).toBe(shown)
})

test('responses are letters and moments are near', () => {
  expect(['0', 1, 3].map(letter)).toEqual(['A', 'B', 'D'])
  expect(relative('2026-01-02T03:00:00Z', Date.parse('2026-01-02T00:00:00Z'))).toBe('in 3 hours')
})

test.each([['de', 'German'], ['de-CH', 'Swiss High German'], ['English', 'English'], ['Plain English', 'Plain English']])('the language %s is shown as %s', (written, shown) => {
  expect(language(written)).toBe(shown)
})

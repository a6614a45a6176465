import { expect, test } from 'vitest'
import { freshSheet, readHourly, sheetOf, termsOf } from './terms'

test('3.50 for six minutes is 35 an hour, within the evaluation tier', () => {
  const reading = readHourly({ ...freshSheet, amount: 3.5, expectedMinutes: 6 })
  expect(reading?.hourly).toEqual({ minor: 3500, currency: 'USD' })
  expect(reading?.sentence).toContain('evaluation tier')
})

test('less than the market pays for foundational work is called low', () => {
  expect(readHourly({ ...freshSheet, amount: 0.3, expectedMinutes: 6 })?.low).toBe(true)
})

test('the gap between evaluation and expert is named as such', () => {
  expect(readHourly({ ...freshSheet, amount: 5.5, expectedMinutes: 6 })?.sentence).toBe('Above the usual for evaluation work, below the expert tier.')
})

test('yen have no cents', () => {
  expect(termsOf({ ...freshSheet, amount: 500, currency: 'JPY' }).rate).toEqual({ minor: 500, currency: 'JPY' })
})

test('a sheet that went out comes back the same', () => {
  const sheet = { ...freshSheet, version: 1, amount: 12.25, expectedMinutes: 4.5, languages: ['English'], skills: 'reading' }
  expect(sheetOf({ ...termsOf(sheet), announcedAt: '' })).toEqual(sheet)
})

import { expect, test } from 'vitest'
import { actionWord, detailsOf } from './AuditPage'

test('a change names only what changed, before and after', () => {
  expect(detailsOf({ detail: { settings: { before: { wanted: 2, routing: 'OPEN' }, after: { wanted: 3, routing: 'OPEN' } } } })).toEqual([['wanted', '2 → 3']])
})

test('actions read as words', () => {
  expect(actionWord('guideline.published')).toBe('Guideline published')
})

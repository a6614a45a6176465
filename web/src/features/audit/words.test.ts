import { expect, test } from 'vitest'
import { actionWord, detailsOf } from './words'

test('a change names only what changed, before and after', () => {
  expect(detailsOf({ detail: { settings: { before: { goldRate: 0.1, routing: 'OPEN' }, after: { goldRate: 0.3, routing: 'OPEN' } } } })).toEqual([['gold rate', '0.1 → 0.3']])
})

test('a rule reads as words, and ids are left out', () => {
  expect(detailsOf({ detail: { decision: '01a20a23-1948-7b3c-8a00-000000000000', gate: { requireAcknowledgement: true, restrict: { signal: 'GOLD', below: 0.6 } } } }))
    .toEqual([['gate', 'require acknowledgement yes, restrict signal gold, below 0.6']])
})

test('actions read as words', () => {
  expect(actionWord('guideline.published')).toBe('Guideline published')
})

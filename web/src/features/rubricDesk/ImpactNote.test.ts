import { expect, test } from 'vitest'
import { sectionsChanged } from '~/lib/clauses'
import { elsewhereSentence, recalibrationSentence, recheckSentence } from './ImpactNote'

const usd = (minor: number) => ({ minor, currency: 'USD' })

test('the price of judging again says for how many judgments, items and people it is reckoned', () => {
  expect(recheckSentence({ items: 40, places: 120, people: 7, least: usd(6000), most: usd(9000), minutes: 240 }))
    .toBe('Judging everything again afterwards would be 120 judgments of 40 items: $60.00 to $90.00, at the rates the 7 people who work here accepted, about 4 hours of work. You order it, or a part of it, once the version is out.')
  expect(recheckSentence({ items: 1, places: 1, people: 0, least: usd(50), most: usd(50), minutes: 0 })).toContain('$0.50, at the rate of the terms, since nobody works here yet.')
})

test('the price of a recalibration is reckoned by those who passed before', () => {
  const one = { round: 'r1', title: 'First', items: 3, people: 4, each: usd(150), altogether: usd(600) }
  expect(recalibrationSentence(one)).toBe('4 people who work here passed before and each judge 3 items of it, $1.50 for each person, whatever the outcome: $6.00 altogether, reckoned for 4 people and 12 items.')
  expect(recalibrationSentence({ ...one, people: 1, altogether: usd(150) })).toContain('1 person who works here passed before and judges 3 items of it')
  expect(recalibrationSentence({ ...one, people: 0, altogether: usd(0) })).toBe('Nobody who works here has passed it yet; whoever does before then judges 3 items of it, $1.50 for each person, whatever the outcome.')
  expect(recalibrationSentence({ ...one, each: null, altogether: null })).toBe('4 people who work here passed before and each judge 3 items of it, unpaid as the round is.')
})

test('sections that belong to no question are named where they are new, gone or changed', () => {
  const before = '# Guide\nRead.\n## Is it correct?\nOnce.\n### Numbers\nRound.\n## Tone\nPolite.\n## Old\nGone.'
  const after = '# Guide\nRead.\n## Is it correct?\nTwice.\n### Numbers\nExact.\n## Tone\nFriendly.\n## Sources\nName them.'
  const criteria = [{ title: 'Is it correct?' }]
  expect(elsewhereSentence(sectionsChanged(before, after, criteria))).toBe('Elsewhere in the text: “Tone” changed, “Sources” added, “Old” removed.')
  expect(elsewhereSentence(sectionsChanged(before, before, criteria))).toBe('')
  expect(elsewhereSentence(sectionsChanged('Read.', 'Read twice.', criteria))).toBe('Elsewhere in the text: the beginning changed.')
})

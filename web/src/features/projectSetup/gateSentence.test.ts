import { expect, test } from 'vitest'
import { gateSentence } from './gateSentence'

test('a gate reads as the rule it is', () => {
  expect(gateSentence({ requireAcknowledgement: false, restrict: { signal: 'GOLD', below: 0.6, minimum: 10, days: 7 } }))
    .toBe('Restrict for 7 days when the whole interval of gold agreement is below 60 % after at least 10 gold answers.')
})

test('one day is one day, and a line between whole percents keeps its digit', () => {
  expect(gateSentence({ requireAcknowledgement: true, restrict: { signal: 'CONSENSUS', below: 0.625, minimum: 30, days: 1 } }))
    .toBe('Everyone reads and acknowledges the guideline first. Restrict for 1 day when the whole interval of agreement with the consensus is below 62.5 % '
      + 'after at least 30 answers others gave too.')
})

test('a gate without a rule says that it restricts nobody', () => {
  expect(gateSentence({ requireAcknowledgement: false, restrict: null })).toBe('Measured quality never restricts anybody by itself.')
})

import { expect, test } from 'vitest'
import { emptyVerdict, verdictFaults, verdictOf } from './verdict'

const flag = { kind: 'FLAG' } as const
const dispute = { kind: 'DISPUTE' } as const

test('a rejection without its own reason keeps the verdict back', () => {
  const draft = { ...emptyVerdict, reason: 'The date is wrong.', outcomes: { j1: { outcome: 'REJECTED' as const, reason: ' ' } } }
  expect(verdictFaults(flag, draft)).toEqual(['Every rejected judgment needs its own reason.'])
})

test('an objection must be answered with yes or no', () => {
  expect(verdictFaults(dispute, { ...emptyVerdict, reason: 'Read it again.' })).toEqual(['Say whether they are right.'])
  expect(verdictOf(dispute, { ...emptyVerdict, reason: 'Read it again.', uphold: false }, undefined)).toEqual({ reason: 'Read it again.', uphold: false })
})

test('gold needs an answer, and a reason too short to learn from is refused', () => {
  expect(verdictFaults(flag, { ...emptyVerdict, reason: 'wrong', makeGold: true })).toEqual([
    'Give the reason in at least 10 characters; the people concerned read it.', 'Gold needs your answer: fill in the form.',
  ])
})

test('an answer travels only when the form was opened', () => {
  const rubric = { criteria: [{ key: 'ok', kind: 'label' as const, title: 'OK?', target: 'item' as const, required: true, justification: 'never' as const, options: [] }] }
  const draft = { ...emptyVerdict, reason: 'r', answers: { ok: { choices: ['yes'] } } }
  expect(verdictOf(flag, draft, rubric)).toEqual({ reason: 'r' })
  expect(verdictOf(flag, { ...draft, ownAnswer: true }, rubric)).toEqual({ reason: 'r', answers: { ok: { choices: ['yes'] } } })
})

import { expect, test } from 'vitest'
import { emptyVerdict, verdictFaults, verdictOf } from './verdict'

const flag = { kind: 'FLAG' } as const
const dispute = { kind: 'DISPUTE' } as const

test('a rejection without its own reason keeps the verdict back', () => {
  const draft = { ...emptyVerdict, reason: 'The date is wrong.', outcomes: { j1: { outcome: 'REJECTED' as const, reason: ' ' } } }
  expect(verdictFaults(flag, draft)).toEqual(['Every rejected judgment needs its own reason.'])
})

test('a rejection names its clause where the guideline has any, and it travels with a rejection only', () => {
  const rejected = { outcome: 'REJECTED' as const, reason: 'No look-up was made.', asked: true }
  const draft = { ...emptyVerdict, reason: 'The date is wrong.', outcomes: { j1: rejected } }
  expect(verdictFaults(flag, draft)).toEqual(['Every rejected judgment names the clause of the guideline that it does not follow.'])
  expect(verdictFaults(flag, { ...draft, outcomes: { j1: { ...rejected, asked: false } } })).toEqual([])
  expect(verdictOf(flag, { ...draft, outcomes: { j1: { ...rejected, clause: 'Dates' }, j2: { outcome: 'ACCEPTED', reason: '', clause: 'Dates' } } }, undefined).outcomes).toEqual([
    { judgmentId: 'j1', outcome: 'REJECTED', reason: 'No look-up was made.', clause: 'Dates' }, { judgmentId: 'j2', outcome: 'ACCEPTED' },
  ])
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

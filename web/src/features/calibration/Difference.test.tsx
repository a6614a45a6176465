import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { Attempt } from '~/api/rounds'
import type { Criterion } from '~/api/types'
import { show } from '~/test/render'
import { server, SignedIn } from '~/test/session'
import { DecideForm } from './DecideForm'
import { Difference } from './Difference'

const criterion = { key: 'correct', title: 'Is it correct?', kind: 'choice' } as unknown as Criterion
const revealed = { version: 1, standard: {}, explanations: {}, correction: null, shares: { correct: 0 }, setAside: [], marks: [], threads: [] }
const asked = { position: 2, item: { responses: [] }, answers: {}, revision: 1, done: true, revealed }
const attempt = (reviews: boolean) => ({
  id: 'a1', kind: 'CALIBRATION', number: 1, state: 'HANDED_IN', mine: !reviews, reviews, personName: 'Maya', ruling: null, roundId: 'r1', score: { meets: true },
  sheet: { title: 'First', rule: { share: 0.8, eachCriterion: false, attempts: 2, waitHours: 0 } }, rubric: { criteria: [criterion] }, items: [asked],
}) as unknown as Attempt
const difference = (of: Attempt) => <SignedIn><Difference attempt={of} asked={of.items[0]!} criterion={criterion} share={0} /></SignedIn>

test('an objection begun stands there after a reload, and is gone once it is sent', async () => {
  const sent = server('maya', { '/attempts/a1/items/2/correct/messages': attempt(false) })
  const first = show(difference(attempt(false)))
  await userEvent.click(await screen.findByRole('button', { name: 'Ask or object' }))
  await userEvent.type(screen.getByRole('textbox'), 'Seven is prime.')
  first.unmount()
  const second = show(difference(attempt(false)))
  expect(await screen.findByRole('textbox')).toHaveValue('Seven is prime.')
  await userEvent.click(screen.getByRole('button', { name: 'Send' }))
  expect(await screen.findByRole('button', { name: 'Ask or object' })).toBeTruthy()
  expect(sent.map((one) => one.body)).toEqual([{ text: 'Seven is prime.' }])
  second.unmount()
  show(difference(attempt(false)))
  expect(await screen.findByRole('button', { name: 'Ask or object' })).toBeTruthy()
  expect(screen.queryByRole('textbox')).toBeNull()
})

test('another account at the same browser finds nothing of it', async () => {
  server('maya')
  const first = show(difference(attempt(false)))
  await userEvent.click(await screen.findByRole('button', { name: 'Ask or object' }))
  await userEvent.type(screen.getByRole('textbox'), 'Seven is prime.')
  first.unmount()
  server('jonas')
  show(difference(attempt(true)))
  await userEvent.click(await screen.findByRole('button', { name: 'Write to the trainer' }))
  expect(screen.getByRole('textbox')).toHaveValue('')
})

test('what a reviewer writes to an outcome and as the reason of a decision outlasts a reload', async () => {
  server('jonas')
  const both = () => show(<>{difference(attempt(true))}<SignedIn><DecideForm attempt={attempt(true)} /></SignedIn></>)
  const first = both()
  await userEvent.type(await screen.findByRole('textbox', { name: 'Your reason' }), 'Nearly all of it agrees.')
  await userEvent.click(screen.getByRole('button', { name: 'Give it an outcome' }))
  await userEvent.type(await screen.findByRole('textbox', { name: 'Why' }), 'One has one divisor only.')
  first.unmount()
  both()
  expect(await screen.findByRole('textbox', { name: 'Your reason' })).toHaveValue('Nearly all of it agrees.')
  await userEvent.click(screen.getByRole('button', { name: 'Give it an outcome' }))
  expect(await screen.findByRole('textbox', { name: 'Why' })).toHaveValue('One has one divisor only.')
})

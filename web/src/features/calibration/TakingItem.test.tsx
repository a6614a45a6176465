import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import type { Attempt } from '~/api/rounds'
import { show } from '~/test/render'
import { server, SignedIn } from '~/test/session'
import { TakingItem } from './TakingItem'

const criterion = { key: 'note', title: 'Anything to add?', kind: 'text', required: false, justification: 'never', target: 'item', showIf: null }
const attempt = (done: boolean) => ({
  id: 'a1', kind: 'PRACTICE', number: 1, state: 'OPEN', mine: true, reviews: false, personName: 'Maya', sheet: { title: 'Warm-up' }, rubric: { criteria: [criterion] },
  items: [{ position: 1, item: { prompt: 'Seven?', responses: [] }, answers: {}, revision: 0, done,
    revealed: done ? { version: 1, standard: { note: { text: 'It is prime.' } }, explanations: { note: 'Two divisors.' }, correction: null, shares: {}, setAside: [], marks: [], threads: [] } : null }],
}) as unknown as Attempt

function Practice() {
  const [now, setNow] = useState(attempt(false))
  return <TakingItem attempt={now} position={1} last onDone={setNow} onNext={() => {}} />
}

test('after an answer in a practice the first question beside the standard comes into view', async () => {
  server('maya', { '/attempts/a1/answers/1': attempt(true) })
  const shown: (string | null)[] = []
  const top = vi.spyOn(window, 'scrollTo')
  const view = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) { shown.push(this.getAttribute('data-beside')) })
  show(<SignedIn><Practice /></SignedIn>)
  await userEvent.click(await screen.findByRole('button', { name: 'Answer and see why' }))
  expect(await screen.findByText('Two divisors.')).toBeTruthy()
  expect(shown).toEqual(['note'])
  expect(top).not.toHaveBeenCalled()
  expect(screen.getByRole('region', { name: 'Anything to add?' })).toHaveFocus()
  view.mockRestore()
})

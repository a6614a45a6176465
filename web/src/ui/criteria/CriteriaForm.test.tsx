import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { useState } from 'react'
import { describe, expect, test } from 'vitest'
import type { Answers, Criterion } from '~/api/types'
import { compare, critique, each, item, label, rank, rewrite, score, tags, text } from '~/test/criteria'
import { show } from '~/test/render'
import { CriteriaForm } from './CriteriaForm'
import { isThin } from './lastWords'

let latest: Answers = {}

function Form({ criteria, responses, start = {}, wholePage = false, faults = {} }: { criteria: Criterion[]; responses: number; start?: Answers; wholePage?: boolean; faults?: Record<string, string[]> }) {
  const [answers, setAnswers] = useState<Answers>(start)
  latest = answers
  return <CriteriaForm rubric={{ criteria }} item={item(responses)} answers={answers} onChange={setAnswers} wholePage={wholePage} faults={faults} />
}

const user = () => userEvent.setup()

describe('the inputs of a rubric', () => {
  test('a choice for each response, and the reason where the last option is taken', async () => {
    show(<Form criteria={[each(label)]} responses={2} />)
    await user().click(within(screen.getByRole('group', { name: 'Is it correct?, response A' })).getByRole('radio', { name: 'Yes' }))
    await user().click(within(screen.getByRole('group', { name: 'Is it correct?, response B' })).getByRole('radio', { name: 'No' }))
    await user().type(screen.getByLabelText('Why? (response B)'), 'Wrong year.')
    expect(latest['correct']).toEqual({ byResponse: { 0: { choices: ['yes'] }, 1: { choices: ['no'], justification: 'Wrong year.' } } })
  })

  test('several choices keep the order of the rubric', async () => {
    show(<Form criteria={[tags]} responses={1} />)
    await user().click(screen.getByRole('checkbox', { name: 'None of these' }))
    await user().click(screen.getByRole('checkbox', { name: 'Kind' }))
    expect(latest['tags']).toEqual({ choices: ['kind', 'none'] })
  })

  test('a single choice never holds two values', async () => {
    show(<Form criteria={[label]} responses={1} />)
    await user().click(screen.getByRole('radio', { name: 'Yes' }))
    await user().click(screen.getByRole('radio', { name: 'Partly' }))
    expect(latest['correct']?.choices).toEqual(['partly'])
  })

  test('an anchor is read where the value is chosen', async () => {
    show(<Form criteria={[score]} responses={1} />)
    await user().click(screen.getByRole('radio', { name: '5, Fully' }))
    expect(latest['helps']).toEqual({ value: 5 })
    expect(screen.getByText('Fully', { exact: false })).toBeVisible()
  })

  test('the comparison runs from A much better over a tie to B much better', async () => {
    show(<Form criteria={[compare]} responses={2} />)
    const names = screen.getAllByRole('radio').map((radio) => radio.getAttribute('aria-label'))
    expect(names).toEqual(['A is much better', 'A is clearly better', 'A is slightly better', 'Equally good', 'B is slightly better', 'B is clearly better', 'B is much better', 'Both bad'])
    await user().click(screen.getByRole('radio', { name: 'B is clearly better' }))
    expect(latest['better']).toEqual({ winner: '1', strength: 2 })
    await user().click(screen.getByRole('radio', { name: 'Both bad' }))
    expect(latest['better']).toEqual({ winner: 'both_bad' })
  })

  test('ranking by keyboard: add, move, tie', async () => {
    show(<Form criteria={[rank]} responses={3} />)
    const typist = user()
    for (const letter of ['C', 'A', 'B']) await typist.click(screen.getByRole('button', { name: `Rank response ${letter} next` }))
    expect(latest['order']?.order).toEqual([['2'], ['0'], ['1']])
    screen.getByRole('button', { name: /^Response B, rank 3/ }).focus()
    await typist.keyboard('{ArrowUp}')
    expect(latest['order']?.order).toEqual([['2'], ['1'], ['0']])
    await typist.keyboard('=')
    expect(latest['order']?.order).toEqual([['1', '2'], ['0']])
  })

  test('a marked passage can be changed and taken back', async () => {
    const span = { response: '0', start: 0, end: 9, quote: 'Boil them', category: 'wrong', severity: 'minor' }
    show(<Form criteria={[critique]} responses={1} start={{ issues: { spans: [span] } }} />)
    await user().click(screen.getByRole('radio', { name: 'Unsafe' }))
    await user().click(screen.getByRole('radio', { name: 'Major' }))
    expect(latest['issues']?.spans).toEqual([{ ...span, category: 'unsafe', severity: 'major' }])
    await user().click(screen.getByRole('button', { name: /Remove the mark/ }))
    expect(latest['issues']?.spans).toEqual([])
  })

  test('a rewrite starts from a response and shows what changed', async () => {
    show(<Form criteria={[rewrite]} responses={2} />)
    await user().click(screen.getByRole('radio', { name: 'B' }))
    const field = screen.getByRole('textbox', { name: 'Mend it' })
    expect(field).toHaveValue('Boil them for 7 minutes. Then cool them.')
    await user().clear(field)
    await user().type(field, 'Boil them for 8 minutes. Then cool them.')
    await waitFor(() => expect(document.querySelector('ins')).toHaveTextContent('8'))
    expect(document.querySelector('del')).toHaveTextContent('7')
    await user().click(screen.getByRole('switch', { name: 'Show what changed' }))
    expect(document.querySelector('ins')).toBeNull()
    expect(latest['ideal']).toEqual({ response: '1', text: 'Boil them for 8 minutes. Then cool them.' })
  })

  test('read-only shows answers and their reasons but takes none', async () => {
    const { container } = show(<CriteriaForm readOnly rubric={{ criteria: [label] }} item={item(1)} answers={{ correct: { choices: ['no'], justification: 'Wrong year.' } }} />)
    expect(screen.getByRole('radio', { name: 'No' })).toBeDisabled()
    expect(screen.getByDisplayValue('Wrong year.')).toHaveAttribute('readonly')
    expect(container.querySelector('[role=alert]')).toBeNull()
  })

  test('axe finds nothing in a form with every kind', async () => {
    const { container } = show(<Form criteria={[each(label), tags, each(score), { ...score, key: 's2', title: 'Hard to judge?' }, compare, critique, rewrite, text]} responses={2} />)
    const found = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
    expect(found.violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([])
  })
})

test('a reason that only repeats a word is met with a hint, never with a refusal', () => {
  expect(['good good good good', 'aaaaaaaaaaaaaaaa yes yes', '!!!!!!!!!!!!!!!!!'].map(isThin)).toEqual([true, true, false])
  expect(['It follows from the figures above.', 'Rayleigh scattering', 'unverhältnismäßig', 'ok'].map(isThin)).toEqual([false, false, false, false])
})

test('on any page the keys that a form shows answer it, and typing is left alone', async () => {
  const person = user()
  show(<Form criteria={[each(label), score, text]} responses={2} />)
  await person.click(within(screen.getByRole('group', { name: 'Is it correct?, response A' })).getByRole('radio', { name: 'Yes' }))
  await person.keyboard('2j5j')
  expect(within(screen.getByRole('group', { name: 'Is it correct?, response A' })).getByRole('radio', { name: 'Partly' })).toBeChecked()
  await person.click(screen.getByRole('textbox'))
  await person.keyboard('jk 12')
  expect(screen.getByRole('textbox')).toHaveValue('jk 12')
  expect(latest).toMatchObject({ helps: { value: 5 } })
})

test('where the form is what the page is for, keys pressed anywhere answer it and hand it in', async () => {
  const person = user()
  let handedIn = 0
  show(
    <form onSubmit={(event) => { event.preventDefault(); handedIn++ }}>
      <Form wholePage criteria={[each(label), score, text]} responses={2} />
    </form>,
  )
  await person.keyboard('125e')
  expect(screen.getByRole('textbox')).toHaveFocus()
  await person.keyboard('1 of them')
  expect(latest).toMatchObject({ correct: { byResponse: { 0: { choices: ['yes'] }, 1: { choices: ['partly'] } } }, helps: { value: 5 }, [text.key]: { text: '1 of them' } })
  await person.keyboard('{Control>}{Enter}{/Control}')
  expect(handedIn).toBe(1)
})

test('under a dialog the page keeps its hands off the keys', async () => {
  show(<><Form wholePage criteria={[score]} responses={1} /><div role="dialog" aria-label="Sure?">Sure?</div></>)
  await user().keyboard('5')
  expect(latest).toEqual({})
})

test('after a refusal the keys go to the question that is in the way', async () => {
  function Refusing() {
    const [faults, setFaults] = useState<Record<string, string[]>>({})
    return (
      <form onSubmit={(event) => { event.preventDefault(); setFaults({ helps: ['Still to be answered.'] }) }}>
        <Form wholePage criteria={[each(label), score]} responses={1} start={{ correct: { byResponse: { 0: { choices: ['yes'] } } } }} faults={faults} />
      </form>
    )
  }
  show(<Refusing />)
  await user().keyboard('{Control>}{Enter}{/Control}4')
  expect(latest).toEqual({ correct: { byResponse: { 0: { choices: ['yes'] } } }, helps: { value: 4 } })
})

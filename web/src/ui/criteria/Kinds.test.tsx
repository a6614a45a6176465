import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { useState } from 'react'
import { describe, expect, test, vi } from 'vitest'
import type { Answers, Criterion, Rule, ShownItem } from '~/api/types'
import { critique, each, item, label, reasoned, steps, tags, talk, text, turns } from '~/test/criteria'
import { attacks, dangers } from '~/test/attacks'
import { show } from '~/test/render'
import { ItemView, plainOptions } from '~/ui/item/ItemView'
import { brokenRules } from './asking'
import { LastWordsContext, writtenIn } from './lastWords'
import { CriteriaForm } from './CriteriaForm'

let latest: Answers = {}

function Form({ criteria, on, start = {}, rules = [] }: { criteria: Criterion[]; on: ShownItem; start?: Answers; rules?: Rule[] }) {
  const [answers, setAnswers] = useState<Answers>(start)
  latest = answers
  return <CriteriaForm rubric={{ criteria, rules }} item={on} answers={answers} onChange={setAnswers} />
}

const user = () => userEvent.setup()
const group = (name: string) => within(screen.getByRole('group', { name }))

describe('reasoning steps', () => {
  test('each step is marked, and the first wrong one is named', async () => {
    show(<Form criteria={[steps]} on={reasoned} />)
    await user().click(group('Each step, response A, step 1').getByRole('radio', { name: 'Right' }))
    await user().click(group('Each step, response A, step 3').getByRole('radio', { name: 'Wrong' }))
    expect(screen.getAllByText('First error')).toHaveLength(1)
    await user().click(group('Each step, response A, step 2').getByRole('radio', { name: 'Wrong' }))
    expect(screen.getByText('First error').closest('li')).toHaveTextContent('Halve: 2.')
    expect(latest['steps']).toEqual({ byResponse: { 0: { steps: [{ mark: 'right' }, { mark: 'wrong' }, { mark: 'wrong' }] } } })
  })

  test('a comment stays with its step', async () => {
    show(<Form criteria={[steps]} on={reasoned} start={{ steps: { byResponse: { 1: { steps: [{ mark: 'wrong', comment: 'It is 2' }] } } } }} />)
    await user().type(screen.getByLabelText('Comment on Each step, response B, step 1'), '.')
    expect(latest['steps']?.byResponse?.['1']).toEqual({ steps: [{ mark: 'wrong', comment: 'It is 2.' }] })
  })

  test('behind the first error nothing is asked where the rubric says so', () => {
    show(<Form criteria={[{ ...steps, untilFirstError: true }]} on={reasoned} start={{ steps: { byResponse: { 0: { steps: [{ mark: 'wrong' }] } } } }} />)
    expect(screen.queryByRole('group', { name: 'Each step, response A, step 2' })).toBeNull()
    expect(screen.getByText('The 2 steps behind the first error need no mark.')).toBeVisible()
  })
})

describe('turns of a conversation', () => {
  test('only the assistant’s turns are asked about', async () => {
    show(<Form criteria={[turns]} on={{ ...item(0), ...talk }} />)
    expect(screen.getByText('0 of 2 turns answered')).toBeVisible()
    await user().click(group('Tone, turn 2').getByRole('radio', { name: 'Cold' }))
    expect(latest['tone']).toEqual({ turns: { 3: { choices: ['cold'] } } })
  })

  test('a score instead of options', async () => {
    const { options: _, ...rest } = turns
    show(<Form criteria={[{ ...rest, min: 1, max: 5 }]} on={{ ...item(0), ...talk }} />)
    await user().click(group('Tone, turn 1').getByRole('radio', { name: '4' }))
    expect(latest['tone']).toEqual({ turns: { 1: { value: 4 } } })
  })

  test('an item without a conversation is not asked', () => {
    show(<Form criteria={[turns, text]} on={item(1)} />)
    expect(screen.queryByText('Tone')).toBeNull()
  })
})

describe('conditions', () => {
  const how: Criterion = { ...each(text), key: 'how', title: 'What is wrong?', required: true, showIf: { criterion: 'correct', is: 'no' } }

  test('a question appears for the response that calls for it, and goes again', async () => {
    show(<Form criteria={[each(label), how]} on={item(2)} />)
    expect(screen.queryByText('What is wrong?')).toBeNull()
    await user().click(group('Is it correct?, response B').getByRole('radio', { name: 'No' }))
    expect(screen.getByRole('textbox', { name: 'What is wrong?, response B' })).toBeVisible()
    expect(screen.queryByRole('textbox', { name: 'What is wrong?, response A' })).toBeNull()
    await user().click(group('Is it correct?, response B').getByRole('radio', { name: 'Yes' }))
    expect(screen.queryByText('What is wrong?')).toBeNull()
  })
})

describe('none of these', () => {
  test('stands alone', async () => {
    const { options, ...rest } = tags
    show(<Form criteria={[{ ...rest, options: options!.slice(0, 2), none: true }]} on={item(1)} />)
    await user().click(screen.getByRole('checkbox', { name: 'Kind' }))
    await user().click(screen.getByRole('checkbox', { name: 'None of these' }))
    expect(latest['tags']?.choices).toEqual(['none_of_these'])
    await user().click(screen.getByRole('checkbox', { name: 'Curt' }))
    expect(latest['tags']?.choices).toEqual(['curt'])
  })
})

describe('hard rules', () => {
  const rules: Rule[] = [
    { kind: 'consequence', when: { criterion: 'correct', is: 'no' }, then: { criterion: 'issues', answered: true }, message: 'What is wrong is marked.' },
    { kind: 'phrases', criterion: 'remark', phrases: ['lgtm'], message: 'Your own words.' }, { kind: 'words', criterion: 'remark', most: 3, message: 'At most three words.' },
  ]
  const rubric = { criteria: [each(label), critique, text], rules }

  test('are read before anything is answered', () => {
    show(<Form criteria={rubric.criteria} rules={rules} on={item(2)} />)
    expect(screen.getByText('What is wrong is marked.').closest('section')).toHaveTextContent('Mark faults')
  })

  test.each([
    [{ correct: { byResponse: { 1: { choices: ['no'] } } } }, { issues: ['What is wrong is marked. (response B)'] }],
    [{ correct: { byResponse: { 1: { choices: ['no'] } } }, issues: { spans: [{ response: '0', start: 0, end: 4, quote: 'Boil', category: 'wrong' }] } }, { issues: ['What is wrong is marked. (response B)'] }],
    [{ correct: { byResponse: { 1: { choices: ['no'] } } }, issues: { spans: [{ response: '1', start: 0, end: 4, quote: 'Boil', category: 'wrong' }] } }, {}],
    [{ remark: { text: 'Well, LGTM!' } }, { remark: ['Your own words.'] }], [{ remark: { text: 'xlgtmx' } }, {}], [{ remark: { text: 'one two three four' } }, { remark: ['At most three words.'] }],
  ] as [Answers, Record<string, string[]>][])('%j', (answers, found) => {
    expect(brokenRules(rubric, answers, item(2))).toEqual(found)
  })
})

test('the same words as in the task before are noticed, not forbidden', async () => {
  const before = writtenIn({ remark: { text: 'Clear, and it helps.' } })
  show(<LastWordsContext value={before}><Form criteria={[text]} on={item(1)} start={{ remark: { text: 'Clear and it helps!' } }} /></LastWordsContext>)
  expect(screen.getByText(/The same words as in your last task/)).toBeVisible()
  await user().type(screen.getByRole('textbox'), ' Mostly.')
  expect(screen.queryByText(/The same words as in your last task/)).toBeNull()
})

test('no kind of text can run code: steps, turns, outputs, programs, rules and comments', { timeout: 60_000 }, async () => {
  await import('~/ui/item/ProgramDifferences')
  const everything = attacks.join('\n\n')
  const on: ShownItem = {
    prompt: everything, responses: [0, 1].map((i) => ({ text: `\`\`\`html\n${everything.replaceAll('```', '')} ${i}\n\`\`\``, steps: attacks, output: everything })),
    conversation: attacks.map((attack) => ({ role: 'assistant', text: attack })),
  }
  const rules: Rule[] = attacks.map((attack) => ({ kind: 'words', criterion: 'tone', most: 3, message: attack }))
  const start: Answers = { steps: { byResponse: { 0: { steps: attacks.map((attack) => ({ mark: 'wrong', comment: attack })) } } }, tone: { turns: { 0: { choices: ['warm'], justification: everything } } } }
  const { container } = show(<><ItemView item={on} options={{ ...plainOptions, differences: true, whole: true }} /><Form criteria={[steps, turns]} on={on} rules={rules} start={start} /></>)
  await screen.findByRole('region', { name: 'Differences between the programs' }, { timeout: 30_000 })
  expect(container.querySelectorAll('[data-part]').length).toBe(attacks.length * 3)
  expect(dangers(container)).toEqual([])
})

test('a transcript of 500 turns lays out its Markdown as it comes into sight', () => {
  const seen: Element[] = []
  vi.stubGlobal('IntersectionObserver', class { observe(element: Element) { seen.push(element) } disconnect() {} })
  const conversation = Array.from({ length: 500 }, (_, i) => ({ role: i % 2 ? 'assistant' : 'user', text: `**Turn** ${i}` }))
  const { container } = show(<ItemView item={{ prompt: '**Turn** 0', responses: [], conversation }} />)
  expect(container.querySelectorAll('[data-turn]')).toHaveLength(500)
  expect(seen).toHaveLength(500)
  expect(container.querySelectorAll('[data-markdown]')).toHaveLength(0)
  expect(screen.queryByRole('heading', { name: 'Prompt' })).toBeNull()
})

test('axe finds nothing in steps, turns and rules', async () => {
  const { container } = show(<Form criteria={[steps, turns, text]} on={{ ...reasoned, ...talk }} rules={[{ kind: 'words', criterion: 'remark', most: 3, message: 'At most three words.' }]} start={{ steps: { byResponse: { 0: { steps: [{ mark: 'wrong', comment: 'no' }] } } } }} />)
  const found = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
  expect(found.violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([])
})

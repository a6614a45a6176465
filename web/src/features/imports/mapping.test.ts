import { expect, test } from 'vitest'
import { assigned, mappingFaults, mappingOf, rolesOf } from './mapping'

const columns = ['id', 'question', 'answer_a', 'answer_b', 'gold']

test('a suggested mapping turned round and back is the same', () => {
  const suggested = { prompt: 'question', responses: ['answer_a', 'answer_b'], externalId: 'id', goldAnswers: 'gold', models: null, context: null, wanted: null, sensitive: null, priority: null, lane: null, due: null, goldExplanation: null, conversation: null, steps: null, outputs: null }
  expect(mappingOf(columns, rolesOf(columns, suggested))).toEqual(suggested)
})

test('only one column can be the prompt, but many can be responses', () => {
  const first = assigned(rolesOf(columns, null), 'question', 'prompt')
  const second = assigned(first, 'answer_a', 'prompt')
  expect(second['question']).toBeNull()
  const both = assigned(assigned(second, 'answer_b', 'response'), 'gold', 'response')
  expect(mappingOf(columns, both).responses).toEqual(['answer_b', 'gold'])
})

test('what is missing is said', () => {
  expect(mappingFaults(mappingOf(columns, rolesOf(columns, null)))).toEqual(['Say which column holds the prompt, or the conversation.', 'Say which columns hold the responses.'])
})

test('models go with responses one by one', () => {
  const mapping = { prompt: 'question', responses: ['answer_a', 'answer_b'], models: ['m1', 'm2', 'm3'] }
  expect(mappingFaults(mapping)[0]).toContain('3 model columns for 2 response columns')
})

test('a conversation needs neither prompt nor responses', () => {
  const chosen = assigned(rolesOf(['messages', 'lines'], null), 'messages', 'conversation')
  expect(mappingFaults(mappingOf(['messages', 'lines'], chosen))).toEqual([])
})

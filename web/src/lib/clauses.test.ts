import { expect, test } from 'vitest'
import { clauseOf, clausesOf, examplesOf, headingsOf } from './clauses'

const body = '# Judging\n\nIntro.\n\n## Is it correct?\n\nEvery claim counts.\n\n### Numbers\n\nCalculate.\n\n```\n# no heading\n```\n\n## Ties\n\nRare.\n\n## Examples\n\nOne.\n\n### An example of a tie\n\nTwo.'

test('a heading inside a program is none', () => {
  expect(headingsOf(body).map((heading) => heading.text)).toEqual(['Judging', 'Is it correct?', 'Numbers', 'Ties', 'Examples', 'An example of a tie'])
})

test('a question finds the clause it names, else the one that reads like it', () => {
  expect(clauseOf(body, { title: 'Which is better?', clause: 'Ties' })).toBe('## Ties\n\nRare.')
  expect(clauseOf(body, { title: 'Is it correct?' })).toContain('### Numbers\n\nCalculate.')
  expect(clauseOf(body, { title: 'Which is better?' })).toBeNull()
  expect(clauseOf(body, { title: 'Is it correct?', clause: 'Gone' })).toBeNull()
})

test('examples come once, with what stands under them', () => {
  expect(examplesOf(body)).toBe('## Examples\n\nOne.\n\n### An example of a tie\n\nTwo.')
  expect(examplesOf('# Only rules')).toBeNull()
})

test('the clauses are the headings, without the title over all of them', () => {
  expect(clausesOf('# Judge answers\n\n## Facts\nLook.\n### **Dates** ##\nToo.\n## Tone\n')).toEqual(['Facts', 'Dates', 'Tone'])
  expect(clausesOf('# Facts\nLook.\n# Tone')).toEqual(['Facts', 'Tone'])
  expect(clausesOf('# Only a title\nText.')).toEqual([])
})

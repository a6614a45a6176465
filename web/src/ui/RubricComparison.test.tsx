import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { show } from '~/test/render'
import { RubricComparison, type CriterionChange } from './RubricComparison'
import { TextComparison } from './TextComparison'

const change = (key: string, kind: CriterionChange['kind'], fields: CriterionChange['fields'] = []): CriterionChange => ({ key, title: `Is it ${key}?`, kind, fields })

test('each changed question says what it was and what it is; the others are one sentence', () => {
  show(<RubricComparison criteria={[
    change('correct', 'CHANGED', [{ name: 'justification', option: null, before: 'never', after: 'always' }, { name: 'options', option: 'partly', before: null, after: 'Partly' }]),
    change('kind', 'REMOVED'), change('safe', 'SAME'), change('clear', 'SAME'),
  ]} />)
  expect(screen.getByText('Says why')).toBeInTheDocument()
  expect(screen.getByText('always').tagName).toBe('INS')
  expect(screen.getByText(/New:/).parentElement).toHaveTextContent('New: Partly')
  expect(screen.getByText('Taken out')).toBeInTheDocument()
  expect(screen.getByText('2 questions are the same.')).toBeInTheDocument()
  expect(screen.queryByText('Is it safe?')).toBeNull()
})

test('the text stands side by side with its words marked, and what stayed can be unfolded', async () => {
  show(<TextComparison before={'# Rules\n\nHalf right is right.'} after={'# Rules\n\nHalf right is wrong.'} names={['Version 1', 'Version 2']} />)
  expect(document.querySelector('.mark-removed')).toHaveTextContent('right')
  expect(document.querySelector('.mark-added')).toHaveTextContent('wrong')
  expect(screen.queryByText('Rules')).toBeNull()
  screen.getByRole('button', { name: '1 paragraph the same; show it' }).click()
  expect(await screen.findAllByText('Rules')).toHaveLength(2)
})

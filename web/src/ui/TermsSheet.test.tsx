import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Terms } from '~/api/types'
import { show } from '~/test/render'
import { perPersonSentence, TermsSheet } from './TermsSheet'

const terms = { version: 1, rate: { minor: 60, currency: 'USD' }, expectedMinutes: 2, reviewHours: null, paySchedule: 'Weekly', languages: [], announcedAt: null } as unknown as Terms

test('the limit for one person stands with the terms, and that it is not frozen with them', () => {
  show(<TermsSheet terms={terms} perPerson={{ tasks: 50, percent: null }} />)
  expect(screen.getByText('Limit for one person').nextElementSibling).toHaveTextContent('At most 50 tasks for one person. The project may change this limit; it is not frozen with the terms.')
})

test('without a limit nothing is said of one', () => {
  show(<TermsSheet terms={terms} perPerson={null} />)
  expect(screen.queryByText('Limit for one person')).toBeNull()
})

test('a share is told as a share, and of both the lower holds', () => {
  expect(perPersonSentence({ tasks: null, percent: 20 })).toBe('At most 20 % of all judgments wanted for one person.')
  expect(perPersonSentence({ tasks: 50, percent: 20 })).toBe('At most 50 tasks for one person, or 20 % of all judgments wanted, whichever is less.')
})

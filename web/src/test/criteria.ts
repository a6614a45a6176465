import type { Criterion, ShownItem } from '~/api/types'

const base = { title: 'Question', target: 'item', required: true, justification: 'never' } as const

export const label: Criterion = { ...base, key: 'correct', kind: 'label', title: 'Is it correct?', options: [{ value: 'yes', label: 'Yes' }, { value: 'partly', label: 'Partly' }, { value: 'no', label: 'No' }], justification: 'on_extremes' }
export const tags: Criterion = { ...base, key: 'tags', kind: 'label', title: 'Tone', multiple: true, options: [{ value: 'kind', label: 'Kind' }, { value: 'curt', label: 'Curt' }, { value: 'none', label: 'None of these' }] }
export const score: Criterion = { ...base, key: 'helps', kind: 'score', title: 'Does it help?', min: 1, max: 5, anchors: [{ value: 1, label: 'Not at all' }, { value: 5, label: 'Fully' }] }
export const compare: Criterion = { ...base, key: 'better', kind: 'compare', title: 'Which is better?', strength: true, tie: true, bothBad: true, justification: 'on_extremes' }
export const rank: Criterion = { ...base, key: 'order', kind: 'rank', title: 'Rank them', ties: true }
export const critique: Criterion = { ...base, key: 'issues', kind: 'critique', title: 'Mark faults', required: false, categories: [{ value: 'wrong', label: 'Wrong' }, { value: 'unsafe', label: 'Unsafe' }], severities: [{ value: 'minor', label: 'Minor' }, { value: 'major', label: 'Major' }] }
export const rewrite: Criterion = { ...base, key: 'ideal', kind: 'rewrite', title: 'Mend it', required: false, minLength: 20 }
export const text: Criterion = { ...base, key: 'remark', kind: 'text', title: 'Anything else?', required: false, maxLength: 30 }
export const steps: Criterion = { ...base, key: 'steps', kind: 'steps', title: 'Each step', target: 'each_response' }
export const turns: Criterion = { ...base, key: 'tone', kind: 'turns', title: 'Tone', options: [{ value: 'warm', label: 'Warm' }, { value: 'cold', label: 'Cold' }] }
export const each = (criterion: Criterion): Criterion => ({ ...criterion, target: 'each_response' })

export const item = (responses: number): ShownItem => ({
  prompt: 'How long do eggs boil?', responses: Array.from({ length: responses }, (_, i) => ({ text: `Boil them for ${6 + i} minutes. Then cool them.` })),
})

/** Two chains of reasoning: three steps and one. */
export const reasoned: ShownItem = {
  prompt: 'How much is 2 + 2, halved?', responses: [{ text: 'Add: 4.\n\nHalve: 2.\n\nSo 2.', steps: ['Add: 4.', 'Halve: 2.', 'So 2.'] }, { text: 'It is 3.', steps: ['It is 3.'] }],
}
export const talk = { conversation: [{ role: 'user', text: 'Hi' }, { role: 'assistant', text: 'Hello!' }, { role: 'user', text: 'My parcel?' }, { role: 'assistant', text: 'No idea.' }] }

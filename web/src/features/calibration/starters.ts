import type { Skill } from '~/api/rounds'
import type { Rubric } from '~/api/types'

/** Questions to start from, one set for each skill; a project's or a template's rubric can be taken instead. */
export const starters: Record<Skill, { about: string; rubric: Rubric }> = {
  WRITING: {
    about: 'Write an answer as you would want to get it. A person reads what you write beside an example.',
    rubric: { criteria: [
      { key: 'answer', kind: 'text', title: 'Write the answer', help: 'Complete, correct and no longer than it needs to be.', target: 'item', required: true, justification: 'never', minLength: 80, maxLength: 4000 },
    ] },
  },
  RUBRIC: {
    about: 'Apply the questions to each answer as they are worded, whatever you would have asked yourself.',
    rubric: { criteria: [
      { key: 'follows', kind: 'label', title: 'Does it do what was asked?', help: 'Every part of the request counts, stated limits too.', target: 'each_response', required: true, justification: 'never', multiple: false,
        options: [{ value: 'fully', label: 'Fully' }, { value: 'partly', label: 'Partly' }, { value: 'no', label: 'No' }] },
      { key: 'clear', kind: 'score', title: 'How clear is it?', target: 'each_response', required: true, justification: 'never', min: 1, max: 5, anchors: [{ value: 1, label: 'Hardly to be followed' }, { value: 3, label: 'With some effort' }, { value: 5, label: 'At once' }] },
    ] },
  },
  ACCURACY: {
    about: 'Check each answer for errors. Look up what you are not sure of.',
    rubric: { criteria: [
      { key: 'accurate', kind: 'label', title: 'Is it accurate?', target: 'each_response', required: true, justification: 'never', multiple: false,
        options: [{ value: 'yes', label: 'Yes' }, { value: 'slip', label: 'A slip that changes nothing' }, { value: 'no', label: 'No' }] },
    ] },
  },
}

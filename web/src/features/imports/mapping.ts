import type { Import, Mapping } from '~/api/imports'

/** What a column can mean; a response column may have its model's column beside it. */
export type Role = 'prompt' | 'externalId' | 'context' | 'response' | 'model' | 'conversation' | 'step' | 'output' | 'wanted' | 'priority' | 'lane' | 'due' | 'sensitive' | 'goldAnswers' | 'goldExplanation'

export const roles: { value: Role; label: string; help: string; many?: boolean }[] = [
  { value: 'prompt', label: 'Prompt', help: 'what the assistant was asked' },
  { value: 'response', label: 'Response', help: 'an answer; several columns, or one that holds a list', many: true },
  { value: 'model', label: 'Model of a response', help: 'hidden from trainers', many: true },
  { value: 'context', label: 'Context', help: 'shown under the prompt' },
  { value: 'conversation', label: 'Conversation', help: 'a list of turns, as chat files carry them' },
  { value: 'step', label: 'Steps of a response', help: 'its reasoning, as a list of texts', many: true },
  { value: 'output', label: 'Output of a response', help: 'what running its code printed', many: true },
  { value: 'externalId', label: 'Your id', help: 'recognises items that are already there' },
  { value: 'wanted', label: 'Judgments wanted', help: 'instead of the project’s number' },
  { value: 'priority', label: 'Priority', help: 'higher comes sooner' },
  { value: 'lane', label: 'Lane', help: 'the name of a lane under Routing' },
  { value: 'due', label: 'Due', help: 'a day or a time; what is due sooner comes sooner' },
  { value: 'sensitive', label: 'Sensitive content', help: 'its kind, such as violence, or yes and no' },
  { value: 'goldAnswers', label: 'Known answer', help: 'makes the item gold' },
  { value: 'goldExplanation', label: 'Explanation', help: 'of the known answer' },
]

export type ColumnRoles = Record<string, Role | null>

/** The mapping turned round: what each column means. */
export function rolesOf(columns: string[], mapping: Partial<Mapping> | null): ColumnRoles {
  const singles = ['prompt', 'externalId', 'context', 'conversation', 'wanted', 'priority', 'lane', 'due', 'sensitive', 'goldAnswers', 'goldExplanation'] as const
  return Object.fromEntries(columns.map((column) => {
    if (mapping?.responses?.includes(column)) return [column, 'response']
    if (mapping?.models?.includes(column)) return [column, 'model']
    if (mapping?.steps?.includes(column)) return [column, 'step']
    if (mapping?.outputs?.includes(column)) return [column, 'output']
    return [column, singles.find((role) => mapping?.[role] === column) ?? null]
  }))
}

/** Gives a column a meaning; a meaning that only one column can have is taken from the other. */
export function assigned(current: ColumnRoles, column: string, role: Role | null): ColumnRoles {
  const next: ColumnRoles = { ...current, [column]: role }
  if (role !== null && !roles.find((known) => known.value === role)?.many) {
    for (const other of Object.keys(current)) if (other !== column && current[other] === role) next[other] = null
  }
  return next
}

export function mappingOf(columns: string[], chosen: ColumnRoles): Mapping {
  const named = (role: Role) => columns.filter((column) => chosen[column] === role)
  const one = (role: Role) => named(role)[0] ?? null
  const several = (role: Role) => (named(role).length === 0 ? null : named(role))
  return {
    prompt: one('prompt') ?? '', responses: named('response'), models: several('model'), steps: several('step'), outputs: several('output'), context: one('context'), conversation: one('conversation'), externalId: one('externalId'),
    wanted: one('wanted'), priority: one('priority'), lane: one('lane'), due: one('due'), sensitive: one('sensitive'), goldAnswers: one('goldAnswers'), goldExplanation: one('goldExplanation'),
  }
}

/** What keeps the mapping from being run, one sentence each. */
export function mappingFaults(mapping: Mapping): string[] {
  const faults: string[] = []
  if (mapping.prompt === '' && !mapping.conversation) faults.push('Say which column holds the prompt, or the conversation.')
  if (mapping.responses.length === 0 && !mapping.conversation) faults.push('Say which columns hold the responses.')
  for (const [what, columns] of [['model', mapping.models], ['step', mapping.steps], ['output', mapping.outputs]] as const) {
    const n = columns?.length ?? 0
    if (n > 1 && n !== mapping.responses.length) faults.push(`There are ${n} ${what} columns for ${mapping.responses.length} response columns; name one for each, in the same order.`)
  }
  if (mapping.goldExplanation && !mapping.goldAnswers) faults.push('An explanation needs its known answer: say which column holds it.')
  return faults
}

export function previewText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

export function progressOf(one: Import): number {
  return one.total ? Math.min(100, one.done / one.total * 100) : 0
}

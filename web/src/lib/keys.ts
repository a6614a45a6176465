import { read, write } from './storage'

/** One key for every action of the workbench. Letters a–d stay free: they name responses. */
export const actions = {
  submit: { key: 'mod+enter', label: 'Submit and go on', group: 'Task' },
  skip: { key: 's', label: 'Skip with a reason', group: 'Task' },
  flag: { key: 'f', label: 'Flag a problem', group: 'Task' },
  note: { key: 'n', label: 'Note to the reviewer', group: 'Task' },
  uncover: { key: 'u', label: 'Show covered content', group: 'Task' },
  renew: { key: 't', label: 'More time for this task', group: 'Task' },
  next: { key: 'j', label: 'Next question', group: 'Answer' },
  previous: { key: 'k', label: 'Previous question', group: 'Answer' },
  open: { key: 'o', label: 'Next open question', group: 'Answer' },
  write: { key: 'e', label: 'Write in the text field', group: 'Answer' },
  why: { key: 'w', label: 'Say why', group: 'Answer' },
  mark: { key: 'm', label: 'Mark by sentence', group: 'Answer' },
  guideline: { key: 'g', label: 'Guideline and rubric', group: 'Reading' },
  differences: { key: 'v', label: 'Word differences', group: 'Reading' },
  together: { key: 'y', label: 'Scroll together', group: 'Reading' },
  whole: { key: 'x', label: 'Unfold everything', group: 'Reading' },
  tabs: { key: 'l', label: 'Side by side or one at a time', group: 'Reading' },
  sheet: { key: '?', label: 'This list of keys', group: 'Help' },
} as const satisfies Record<string, { key: string; label: string; group: string }>

export type Action = keyof typeof actions
export type KeyMap = Record<Action, string>
type Stored = { single: boolean; changed: Partial<KeyMap> }

const reserved = /^[a-d0-9=]$|^(backspace|escape|enter|tab|space| |arrow.*)$/

export function storedKeys(): Stored {
  return read<Stored>('keys') ?? { single: true, changed: {} }
}

export function keyMap(stored = storedKeys()): KeyMap {
  return Object.fromEntries(Object.entries(actions).map(([action, { key }]) => [action, stored.changed[action as Action] ?? key])) as KeyMap
}

/** Why a key cannot be given to an action; null when it can. */
export function clash(action: Action, key: string, map: KeyMap): string | null {
  if (reserved.test(key)) return `“${key}” already chooses answers.`
  const holder = (Object.keys(map) as Action[]).find((other) => other !== action && map[other] === key)
  return holder ? `“${key}” is already the key for “${actions[holder].label}”.` : null
}

export function storeKeys(stored: Stored): void {
  write('keys', stored)
}

/** What was pressed, as the map writes it; shifted signs such as ? count as themselves. */
export function pressed(event: { key: string; code?: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean }): string {
  const key = event.key.toLowerCase()
  return `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${key}`
}

/** The digit of a key, also where the layout asks for shift to type one. */
export function digitOf(event: { key: string; code?: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean }): number | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  if (/^\d$/.test(event.key)) return Number(event.key)
  const code = /^(?:Digit|Numpad)(\d)$/.exec(event.code ?? '')
  return code && !/^[?=]$/.test(event.key) ? Number(code[1]) : null
}

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, select, input:not([type=radio]):not([type=checkbox])'))
}

const mac = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform)

export function shownKey(key: string): string {
  return key.replace('mod+', mac ? '⌘ ' : 'Ctrl ').replace('alt+', 'Alt ').replace('enter', 'Enter')
}

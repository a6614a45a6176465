import { t } from './i18n'
import { read, write } from './storage'

/** One key for every action of the workbench. Letters a–d stay free: they name responses. */
export const actions = {
  submit: { key: 'mod+enter', label: t('Submit and go on'), group: t('Task') },
  skip: { key: 's', label: t('Skip with a reason'), group: t('Task') },
  flag: { key: 'f', label: t('Flag a problem'), group: t('Task') },
  note: { key: 'n', label: t('Note to the reviewer'), group: t('Task') },
  uncover: { key: 'u', label: t('Show covered content'), group: t('Task') },
  renew: { key: 't', label: t('More time for this task'), group: t('Task') },
  next: { key: 'j', label: t('Next question'), group: t('Answer') },
  previous: { key: 'k', label: t('Previous question'), group: t('Answer') },
  open: { key: 'o', label: t('Next open question'), group: t('Answer') },
  write: { key: 'e', label: t('Write in the text field'), group: t('Answer') },
  why: { key: 'w', label: t('Say why'), group: t('Answer') },
  mark: { key: 'm', label: t('Mark by sentence'), group: t('Answer') },
  guideline: { key: 'g', label: t('Guideline and rubric'), group: t('Reading') },
  search: { key: '/', label: t('Search the guideline'), group: t('Reading') },
  examples: { key: 'i', label: t('Examples of the guideline'), group: t('Reading') },
  differences: { key: 'v', label: t('Word differences'), group: t('Reading') },
  together: { key: 'y', label: t('Scroll together'), group: t('Reading') },
  whole: { key: 'x', label: t('Unfold everything'), group: t('Reading') },
  tabs: { key: 'l', label: t('Side by side or one at a time'), group: t('Reading') },
  sheet: { key: '?', label: t('This list of keys'), group: t('Help') },
} as const satisfies Record<string, { key: string; label: string; group: string }>

export type Action = keyof typeof actions
export type KeyMap = Record<Action, string>
type Stored = { single: boolean; changed: Partial<KeyMap> }

const reserved = /^[a-d0-9=]$|^(backspace|escape|enter|tab|space| |arrow.*)$/
/** What browsers and systems keep for themselves: a page does not even see some of these, and nobody expects it to take the others. */
const browsers = /^mod\+(?:[a-z0-9+\-=,]|tab|f\d+|arrow.*|page.*|home|end)$|^(?:mod\+)?alt\+(?:[a-z0-9]|f\d+|arrow.*|home|tab|space| )$|^f\d+$/

export function storedKeys(): Stored {
  return read<Stored>('keys') ?? { single: true, changed: {} }
}

export function keyMap(stored = storedKeys()): KeyMap {
  return Object.fromEntries(Object.entries(actions).map(([action, { key }]) => [action, stored.changed[action as Action] ?? key])) as KeyMap
}

/** Why a key cannot be given to an action; null when it can. */
export function clash(action: Action, key: string, map: KeyMap): string | null {
  if (reserved.test(key)) return t('“{key}” already chooses answers.', { key })
  if (browsers.test(key)) return t('“{key}” belongs to the browser.', { key: shownKey(key) })
  const holder = (Object.keys(map) as Action[]).find((other) => other !== action && map[other] === key)
  return holder ? t('“{key}” is already the key for “{action}”.', { key, action: actions[holder].label }) : null
}

export function storeKeys(stored: Stored): void {
  write('keys', stored)
}

/**
 * What was pressed, as the map writes it; shifted signs such as ? count as themselves. On a layout without Latin letters the
 * place of the key counts, so that the keys that the sheet names work there too.
 */
export function pressed(event: { key: string; code?: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean }): string {
  const place = /^Key([A-Z])$/.exec(event.code ?? '')
  const key = (place && isOtherScript(event.key) ? place[1]! : event.key).toLowerCase()
  return `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${key}`
}

/** A letter, and none of the Latin script: и, σ, ש; not é or ø, which stand on Latin keyboards at places of their own. */
function isOtherScript(key: string): boolean {
  return /^\p{L}$/u.test(key) && !/\p{Script=Latin}/u.test(key)
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

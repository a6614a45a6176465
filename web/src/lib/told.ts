import { fill, locale, serverWords } from './i18n'

type Pattern = { pattern: RegExp; words: string }
type Known = { sentences: Pattern[]; phrases: Pattern[] }

/** The server writes moments in English and UTC. */
const moment = /^(\d{1,2} [A-Z][a-z]+ \d{4}), (\d\d:\d\d) UTC$/
const places: Record<string, string> = { '%s': '([\\s\\S]*?)', '%d': '(\\d+)', '%t': '(\\d{1,2} [A-Z][a-z]+ \\d{4}, \\d\\d:\\d\\d UTC)' }

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Two texts side by side are taken as one, since nothing tells where the first ends. */
const compile = ([english, words]: readonly [string, string]): Pattern => ({
  pattern: new RegExp(`^${english.replaceAll('¦', '').replaceAll('%s %s', '%s').split(/(%[sdt])/).map((part) => places[part] ?? escaped(part)).join('')}$`),
  words,
})

const compiled = new WeakMap<object, Known>()

/** The patterns of the language spoken, made once. */
function patterns(): Known {
  const words = serverWords()
  const known = compiled.get(words) ?? { sentences: words.sentences.map(compile), phrases: words.phrases.map(compile) }
  compiled.set(words, known)
  return known
}

/** A sentence of the server in the person's language. What a person wrote is quoted as it is, and what nobody knows stays. */
export function told(sentence: string): string {
  return translated(sentence, patterns().sentences) ?? sentence
}

function translated(text: string, known: Pattern[]): string | null {
  for (const { pattern, words } of known) {
    const found = pattern.exec(text)
    if (!found) continue
    const values = Object.fromEntries(found.slice(1).map((value, i) => [String(i + 1), inTime(value)]))
    const looked = words.replace(/\{(\d)([*#])\}/g, (_, n: string, how: string) => {
      values[`own${n}`] = how === '*' ? inRow(found[Number(n)] ?? '') : inList(found[Number(n)] ?? '')
      return `{own${n}}`
    })
    return fill(looked, values)
  }
  return null
}

/** Whole sentences in a row; among them may stand some that a person wrote. */
function inRow(text: string): string {
  const whole = told(text)
  return whole !== text ? whole : text.split(/((?<=[.!?]) )/).map(told).join('')
}

/** Phrases in a list, or in a list of lists. */
function inList(text: string): string {
  const { phrases } = patterns()
  return translated(text, phrases) ?? text.split(/(; )/).map((part) => translated(part, phrases)
    ?? part.split(/(, )/).map((one) => translated(one, phrases) ?? one).join('')).join('')
}

function inTime(text: string): string {
  const at = moment.exec(text)
  return at ? `${new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(`${at[1]} ${at[2]} UTC`))} UTC` : text
}

import { locale, serverSentences } from './i18n'

type Sentence = { pattern: RegExp; words: string }

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const compiled = new WeakMap<object, Sentence[]>()

/** The patterns of the language spoken, made once; two texts side by side are taken as one, since nothing tells where the first ends. */
function patterns(): Sentence[] {
  const known = serverSentences()
  const made = compiled.get(known) ?? known.map(([english, words]) => ({
    pattern: new RegExp(`^${english.replaceAll('¦', '').replaceAll('%s %s', '%s').split(/(%[sd])/).map((part) => (part === '%s' ? '([\\s\\S]*?)' : part === '%d' ? '(\\d+)' : escaped(part))).join('')}$`),
    words,
  }))
  compiled.set(known, made)
  return made
}

/** The server writes moments in English and UTC. */
const moment = /^(\d{1,2} [A-Z][a-z]+ \d{4}), (\d\d:\d\d) UTC$/

/** A sentence of the server in the person's language; what it quotes is looked up too, and what nobody knows stays as it is. */
export function told(sentence: string): string {
  const known = patterns()
  if (known.length === 0 || sentence === '') return sentence
  const at = moment.exec(sentence)
  if (at) return new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(`${at[1]} ${at[2]} UTC`)) + ' UTC'
  for (const { pattern, words } of known) {
    const match = pattern.exec(sentence)
    if (match) return words.replace(/\{(\d)\}/g, (_, n: string) => told(match[Number(n)] ?? ''))
  }
  const several = sentence.split(/(?<=[.!?]) (?=\S)/)
  return several.length === 1 ? sentence : several.map(told).join(' ')
}

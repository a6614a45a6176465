import { read, write } from './storage'

/** Texts stand in English in the pages; a message file gives each of them in another language, by the English text. */
export const languages = [{ value: 'en', label: 'English' }, { value: 'de', label: 'Deutsch' }] as const
export type Language = (typeof languages)[number]['value']
type Messages = Readonly<Record<string, string>>
type Sentences = readonly (readonly [english: string, words: string])[]
type Values = Readonly<Record<string, string | number>>

const files: Record<Exclude<Language, 'en'>, () => Promise<{ messages: Messages; serverSentences: Sentences; serverPhrases: Sentences }>> = { de: () => import('~/messages/de') }

let messages: Messages = {}
let server: { sentences: Sentences; phrases: Sentences } = { sentences: [], phrases: [] }
let spoken: Language = 'en'

function isLanguage(code: unknown): code is Language {
  return languages.some((one) => one.value === code)
}

/** The person's choice, else the first of the browser's languages that there is. */
export function chosenLanguage(): Language {
  const stored = read<string>('language')
  if (isLanguage(stored)) return stored
  const wished = typeof navigator === 'undefined' ? [] : navigator.languages
  return wished.map((code) => code.slice(0, 2)).find(isLanguage) ?? 'en'
}

/** Brings the language's messages; English stays where they cannot be had. */
export async function speak(language: Language): Promise<void> {
  const file = language === 'en' ? null : await files[language]().catch(() => null)
  messages = file?.messages ?? {}
  server = { sentences: file?.serverSentences ?? [], phrases: file?.serverPhrases ?? [] }
  spoken = Object.keys(messages).length > 0 ? language : 'en'
  document.documentElement.lang = spoken
}

/** Every text is read when its page loads, so the page loads anew; drafts are kept meanwhile. */
export function changeLanguage(language: Language): void {
  write('language', language)
  window.location.reload()
}

export const currentLanguage = (): Language => spoken

/** By which dates, numbers and money are written: the browser's own region of the spoken language where it has one. */
export function locale(): string {
  const own = typeof navigator === 'undefined' ? undefined : navigator.languages.find((code) => code.slice(0, 2) === spoken)
  return own ?? spoken
}

const plural = /\{(\w+), plural, ((?:\w+ \{[^{}]*\}\s*)+)\}/g

/** Fills in a message: `{name}`, and `{n, plural, one {# task} other {# tasks}}` by the rules of the language. */
export function fill(message: string, values: Values, language: string = spoken): string {
  return message
    .replace(plural, (_, name: string, forms: string) => {
      const n = Number(values[name])
      const byRule = new Map([...forms.matchAll(/(\w+) \{([^{}]*)\}/g)].map((form) => [form[1]!, form[2]!]))
      const form = byRule.get(new Intl.PluralRules(language).select(n)) ?? byRule.get('other') ?? ''
      return form.replaceAll('#', new Intl.NumberFormat(locale()).format(n))
    })
    .replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))
}

/** A text of the page in the person's language. */
export function t(english: string, values: Values = {}): string {
  return fill(messages[english] ?? english, values)
}

/** A message as the language has it, its places unfilled. */
export const said = (english: string): string | null => messages[english] ?? null

/** The server's own sentences, and parts of them, with their words in the person's language; none in English. */
export const serverWords = () => server

/** What the server said, by its code, where the language has words for it; null leaves the server's own. */
export function byCode(slug: string): string | null {
  return messages[`problem:${slug}`] ?? null
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { messages } from '~/messages/de'
import { money, moment, number } from './format'
import { byCode, fill, speak, t } from './i18n'
import { Problem, sentenceOf } from './problem'

const root = join(process.cwd(), 'src')
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.startsWith('messages')).map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))

const said = (text: string) => text.replace(/\\'/g, "'")
/** Texts that pages ask for: t('…') and the counted nouns of count(n, '…'). */
const asked = new Map(sources.flatMap(({ file, text }) => [
  ...[...text.matchAll(/\bt\('((?:[^'\\]|\\.)*)'/g)].map((match) => [said(match[1]!), file] as const),
]))

afterEach(() => speak('en'))

describe('the message files', () => {
  test('every text that pages ask for is there in German', () => {
    expect([...asked].filter(([text]) => !(text in messages)).map(([text, file]) => `${file}: ${text}`)).toEqual([])
  })

  test('no message is left that no page asks for', () => {
    const all = sources.map(({ text }) => text).join('\n')
    const unused = Object.keys(messages).filter((key) => !/^(problem|empty|empty-next):/.test(key))
      .filter((key) => !asked.has(key) && !(key.startsWith('# ') && all.includes(`'${key.slice(2)}'`)))
    expect(unused).toEqual([])
  })

  test('a message fills the same places as the English text', () => {
    const places = (text: string) => [...text.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1]).filter((name) => !/^(one|other)$/.test(name!)).sort()
    const wrong = Object.entries(messages).filter(([key]) => !/^(#|\w+(-\w+)*:)/.test(key)).filter(([key, text]) => String(places(key)) !== String(places(text)))
    expect(wrong).toEqual([])
  })

  test('each translated problem has its page, so none is translated in vain', () => {
    const pages = readdirSync(join(process.cwd(), '..', 'docs', 'problems')).map((page) => page.replace('.md', ''))
    expect(Object.keys(messages).filter((key) => key.startsWith('problem:')).map((key) => key.slice(8)).filter((slug) => !pages.includes(slug))).toEqual([])
  })
})

describe('a text in a language', () => {
  test('takes its plural by the rules of the language', () => {
    const forms = '{n, plural, one {# Aufgabe} few {# zadania} other {# Aufgaben}}'
    expect(fill(forms, { n: 1 }, 'de')).toBe('1 Aufgabe')
    expect(fill(forms, { n: 3 }, 'de')).toBe('3 Aufgaben')
    expect(fill(forms, { n: 3 }, 'pl')).toBe('3 zadania')
  })

  test('stays English where there is no other, with its places filled', () => {
    expect(t('Account of {name}', { name: 'Maya' })).toBe('Account of Maya')
    expect(byCode('wrong-password')).toBeNull()
  })

  test('comes with dates, money and numbers of the same language', async () => {
    await speak('de')
    expect(document.documentElement.lang).toBe('de')
    expect(t('Skip this task')).toBe('Diese Aufgabe überspringen')
    expect(money({ minor: 123456, currency: 'EUR' })).toBe('1.234,56\u00a0€')
    expect(number(1234.5)).toBe('1.234,5')
    expect(moment('2026-03-04T10:20:00Z')).toContain('März')
  })

  test('a known problem speaks it, an unknown one keeps the words of the server', async () => {
    await speak('de')
    expect(sentenceOf(new Problem(401, 'wrong-password', 'x', 'That is not right.'))).toBe(messages['problem:wrong-password'])
    expect(sentenceOf(new Problem(422, 'invalid-input', 'x', 'Row 3 has no prompt.'))).toBe('Row 3 has no prompt.')
  })
})

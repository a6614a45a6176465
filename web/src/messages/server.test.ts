import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { speak } from '~/lib/i18n'
import { told } from '~/lib/told'
import { serverSentences } from './serverDe'

const server = join(process.cwd(), '..', 'platform', 'src', 'main', 'java')
const sources = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.java'))
  .map((file) => readFileSync(join(server, file), 'utf8').replace(/"\s*\n?\s*\+\s*"/g, '')).join('\n')

/** Only those who run a project or review are told these; they speak English. */
const staff = ['An attempt at “%s” waits for your review.', 'Version %d of the guideline of %s breaks with what people were calibrated to. A short recalibration from “%s” is drafted: check its standards and open it.']

beforeAll(() => speak('de'))
afterAll(() => speak('en'))

test('every pattern is one that the server still writes', () => {
  const gone = serverSentences.flatMap(([english]) => english.split('¦')).filter((piece) => !/^( ?%s|\.|“%s” asks for %s; %s|%s and %s)$/.test(piece) && !sources.includes(piece.replaceAll('"', '\\"')))
  expect(gone).toEqual([])
})

test('everything the server tells people by itself has words in German', () => {
  const pieces = new Set(serverSentences.flatMap(([english]) => english.split('¦')))
  const written = [...sources.matchAll(/(?:notices\.tell|Estimate\.undefined|new Empty)\([^";]*?"((?:[^"\\]|\\.)+)"/g)].map((match) => match[1]!)
  const missing = written.filter((text) => /[a-z] [a-z]/.test(text) && !pieces.has(text.replace(/%s$/, '')) && !pieces.has(text) && !staff.includes(text))
  expect(missing.filter((text) => !/(Agreement needs|Nothing was judged|Marked passages and texts|Nobody answered this criterion|Too few answers beside a standard)/.test(text))).toEqual([])
  expect(written.length).toBeGreaterThan(20)
})

test('what a sentence quotes is translated too', () => {
  expect(told('Your access to Eggs is restricted until 3 December 2026, 10:30 UTC: 40 % of 20 judgments agreed with the known answers; the whole interval, 20 % to 58 %, lies below 60 %. You can appeal; what you have earned is not touched.'))
    .toMatch(/^Ihr Zugang zu Eggs ist bis .*2026.* eingeschränkt: 40 % von 20 Urteilen stimmten überein mit: bekannte Antworten; das ganze Intervall, 20 % bis 58 %, liegt unter 60 %\. Sie können Einspruch erheben/)
  expect(told('The tasks that are left ask for something you have not shown yet: “Recht” asks for German among your languages and having passed “Recht I”.'))
    .toBe('Die übrigen Aufgaben verlangen etwas, das Sie noch nicht gezeigt haben: „Recht“ verlangt German unter Ihren Sprachen und dass Sie „Recht I“ bestanden haben.')
  expect(told('“Round one” was not passed this time: You confuse two categories. The next attempt opens at once. What you did is paid all the same. Where the standard seems wrong to you, object at that question.'))
    .toContain('You confuse two categories. Der nächste Versuch öffnet sich sofort. Was Sie getan haben')
  expect(told('A person wrote this.')).toBe('A person wrote this.')
})

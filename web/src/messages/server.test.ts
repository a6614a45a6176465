import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { speak } from '~/lib/i18n'
import { told } from '~/lib/told'
import { serverPhrases, serverSentences } from './serverDe'

const server = join(process.cwd(), '..', 'platform', 'src', 'main', 'java')
const sources = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.java'))
  .map((file) => readFileSync(join(server, file), 'utf8').replace(/"\s*\n?\s*\+\s*"/g, '')).join('\n')

/** Only those who run a project or review are told these; they speak English. */
const staff = [
  'An attempt at “%s” waits for your review.', 'Agreement needs at least two people who answered this.', 'Marked passages and texts are compared by reading them, not by a coefficient.',
  'Nobody answered this criterion.', 'Nothing was judged under version %d yet.', 'Too few answers beside a standard yet (%d of %d) to say anything.',
  'Version %d of the guideline of %s breaks with what people were calibrated to. A short recalibration from “%s” is drafted: check its standards and open it.',
]
const known = [...serverSentences, ...serverPhrases]

beforeAll(() => speak('de'))
afterAll(() => speak('en'))

test('every pattern is one that the server still writes', () => {
  const gone = known.flatMap(([english]) => english.split('¦')).map((piece) => piece.replaceAll('%t', '%s'))
    .filter((piece) => !/^( ?%s|\.)$/.test(piece) && !sources.includes(piece.replaceAll('"', '\\"')))
  expect(gone).toEqual([])
})

test('everything the server tells people by itself has words in German', () => {
  const pieces = new Set(known.flatMap(([english]) => english.split('¦')).map((piece) => piece.replaceAll('%t', '%s')))
  const written = [...sources.matchAll(/(?:\btell|Estimate\.undefined|new Empty|new Standing|Admission\.Reason)\([^";]*?"((?:[^"\\]|\\.)+)"/g)].map((match) => match[1]!).filter((text) => /[a-z] [a-z]/.test(text))
  expect(written.length).toBeGreaterThan(30)
  expect(written.filter((text) => !pieces.has(text.replace(/%s$/, '')) && !pieces.has(text) && !staff.includes(text))).toEqual([])
})

test('what the server filled in is translated too, what a person wrote is not', () => {
  expect(told('Your access to Eggs is restricted until 3 December 2026, 10:30 UTC: 40 % of 20 judgments agreed with the known answers; the whole interval, 20 % to 58 %, lies below 60 %. You can appeal; what you have earned is not touched.'))
    .toMatch(/^Ihr Zugang zu Eggs ist bis 3\. Dezember 2026.* UTC eingeschränkt: 40 % von 20 Urteilen stimmten überein mit: bekannte Antworten; das ganze Intervall, 20 % bis 58 %, liegt unter 60 %\. Sie können Einspruch erheben/)
  expect(told('The tasks that are left ask for something you have not shown yet: “Law” asks for German among your languages, having passed “Law I”; “Hard” asks for an agreement with known answers whose whole interval reaches 60 %.'))
    .toBe('Die übrigen Aufgaben verlangen etwas, das Sie noch nicht gezeigt haben: „Law“ verlangt German unter Ihren Sprachen, dass Sie „Law I“ bestanden haben; „Hard“ verlangt eine Übereinstimmung mit bekannten Antworten, deren ganzes Intervall 60 % erreicht.')
  expect(told('“Round one” was not passed this time: You confuse two and three. The next attempt opens on 3 December 2026, 10:30 UTC. What you did is paid all the same. Where the standard seems wrong to you, object at that question.'))
    .toMatch(/nicht bestanden: You confuse two and three\. Der nächste Versuch öffnet sich am 3\. Dezember 2026.* UTC\. Was Sie getan haben/)
  expect(told('If one is not finished, it returns to the queue in about 1 minute.')).toBe('Wird eine nicht fertig, kommt sie in etwa einer Minute in die Schlange zurück.')
  for (const words of ['A is wrong and B is right.', 'on time', 'consensus', 'upheld', 'One item', 'Look; at once, please']) expect(told(words)).toBe(words)
  expect(told('Your access to Eggs is restored: Your appeal was upheld. Look, at once, known answers.')).toBe('Ihr Zugang zu Eggs ist wieder frei: Ihrem Einspruch wurde stattgegeben. Look, at once, known answers.')
  expect(told('Your flag in Eggs was answered: consensus and known answers differ.')).toBe('Ihre Meldung in Eggs wurde beantwortet: consensus and known answers differ.')
})

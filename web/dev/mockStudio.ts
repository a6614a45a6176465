import { readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import type { Plugin } from 'vite'

/** The pages of those who run a project, over the demonstration's own texts: `TOUCHSTONE_MOCK=studio vite`. */
const folder = new URL('../../platform/src/main/resources/demo/everyday/', import.meta.url)
const text = (name: string) => readFileSync(new URL(name, folder), 'utf8')
type Row = Record<string, any>
const lines = (name: string): Row[] => text(name).split('\n').filter(Boolean).map((line) => JSON.parse(line) as Row)

const hour = 3_600_000
const ago = (hours: number) => new Date(Date.now() - hours * hour).toISOString()
const usd = (minor: number) => ({ minor, currency: 'USD' })
const estimate = (value: number, width: number, n: number) => ({ value, low: Math.max(-1, value - width), high: Math.min(1, value + width * 0.8), n, because: null })
const undefinedFor = (because: string) => ({ value: null, low: null, high: null, n: 0, because })
const page = (items: unknown[]) => ({ items, nextCursor: null })

function studio() {
  const rubric = JSON.parse(text('rubric.json'))
  const plan = JSON.parse(text('project.json'))
  const given = lines('judgments.jsonl')
  const gold = new Map(lines('gold.jsonl').map((row) => [row['external_id'], row]))
  const names: Record<string, string> = { maya: 'Maya Okafor', jonas: 'Jonas Weber', priya: 'Priya Raman', tomas: 'Tomas Novak' }
  const terms = { version: 1, rate: usd(plan.terms.rate_minor), expectedMinutes: plan.terms.expected_minutes, reviewHours: plan.terms.review_hours, paySchedule: plan.terms.pay_schedule, disputeProcess: plan.terms.dispute_process,
    duration: plan.terms.duration, weeklyHours: plan.terms.weekly_hours, skills: plan.terms.skills, languages: ['English'], sensitiveContent: plan.terms.sensitive_content, announcedAt: ago(300) }
  let project: Row = { id: 'p1', slug: plan.slug, name: plan.name, domain: plan.domain, summary: plan.summary, description: plan.description, state: 'PUBLISHED', roles: ['MANAGER', 'LEAD', 'ENGINEER'], membership: 'NONE', terms, workAvailable: true,
    settings: { wanted: 3, goldRate: 0.15, leaseMinutes: 30, routing: 'OPEN', sensitivePerDay: 20 }, gate: { requireAcknowledgement: true, restrict: { signal: 'GOLD', below: 0.6, minimum: 10, days: 7 } }, guidelineVersion: 1, missing: [], createdAt: ago(400) }
  const draftProject = { ...project, id: 'p2', name: 'Contract clauses', state: 'DRAFT', guidelineVersion: null, missing: ['Say when earned money is paid out.', 'Publish the first version of the guideline with its rubric.'] }
  const votes = (answers: Row, key: string, response: number | null) => (response === null ? answers[key] : answers[key]?.byResponse?.[response])
  const items = lines('items.jsonl').map((row, i) => {
    const judgments = given.filter((one) => one['external_id'] === row['external_id']).map((one, j) => ({
      id: `${row['external_id']}-${j}`, raterId: one['rater'], raterName: names[one['rater']] ?? one['rater'], role: 'TRAINER', answers: one['answers'] ?? null, flag: one['flag'] ?? null, note: one['note'] ?? null, submittedAt: ago(50 - i + j), guidelineVersion: 1,
      orderShown: [0, 1], activeSeconds: 240 + 37 * j, outcome: null, reason: null, late: false }))
    const consensus = rubric.criteria.flatMap((criterion: Row) => {
      const responses = criterion['target'] === 'each_response' ? [0, 1] : [null]
      return responses.flatMap((response) => {
        const said = judgments.map((one) => one.answers && votes(one.answers, criterion['key'], response)).map((answer: Row | null) => answer?.['choices']?.[0] ?? answer?.['winner'] ?? (answer?.['value'] === undefined ? null : String(answer['value']))).filter(Boolean) as string[]
        if (said.length === 0) return []
        const distribution = Object.fromEntries([...new Set(said)].map((name) => [name, said.filter((one) => one === name).length / said.length]))
        const [answer, probability] = Object.entries(distribution).sort((a, b) => b[1] - a[1])[0]!
        return [{ criterion: criterion['key'], response, answer, probability: Math.min(0.98, probability), n: said.length, distribution, majority: probability > 0.5 ? answer : null, method: 'dawid-skene', contested: said.length > 1 && probability < 0.8 }]
      })
    })
    const known = gold.get(row['external_id'])
    return { id: `i${i}`, externalId: row['external_id'], state: judgments.length >= 3 ? 'COMPLETE' : 'OPEN', taken: judgments.length, wanted: 3, priority: 0, prompt: row['prompt'], context: row['context'] ?? null, responses: row['responses'], conversation: [],
      gold: known ? { answers: known['answers'], explanation: known['explanation'], by: 'Jonas Weber', at: ago(90) } : null, judgments, consensus, caseId: null as string | null }
  })
  const judged = items.filter((item) => item.judgments.length > 1)
  const cases = judged.slice(0, 4).map((item, i) => {
    item.caseId = `c${i}`
    const kind = (['DISAGREEMENT', 'FLAG', 'DISPUTE', 'APPEAL'] as const)[i]!
    return { id: `c${i}`, projectId: 'p1', kind, prompt: item.prompt.slice(0, 200), openedAt: ago(5 + 9 * i), causes: [{ kind, category: kind === 'FLAG' ? 'guideline_gap' : null, note: kind === 'FLAG' ? 'The guideline does not say how to treat an answer in another unit.' : null }], judgments: item.judgments.length, state: 'OPEN',
      item: kind === 'APPEAL' ? null : item, judgmentId: null, personName: 'Ben Adeyemi', appealText: kind === 'APPEAL' || kind === 'DISPUTE' ? 'I compared both answers with the leaflet and stand by mine.' : null, decision: kind === 'APPEAL' ? decision('OPEN') : null, decidedAt: null, decidedBy: null, reason: null, uphold: null }
  })
  function decision(appeal: string | null) {
    return { id: 'd1', accountId: 'ben', name: 'Ben Adeyemi', action: 'RESTRICTED', rule: 'Work is restricted for 7 days when the whole interval of the agreement with known answers lies below 60 % after at least 10 judgments.', reason: 'Agreement with known answers was 31 % (14 % to 55 %) over 13 judgments.',
      evidence: [{ kind: 'judgment', id: 'e1', summary: 'Paracetamol for a child: called the answer with 8 doses a day correct.' }, { kind: 'judgment', id: 'e2', summary: 'Savings plan: preferred the answer that overstates the interest.' }], at: ago(30), until: ago(-138), appeal: appeal && { state: appeal, text: 'Two of these items changed their known answer since.', answer: null, dueAt: ago(-40) } }
  }
  const rows = rubric.criteria.filter((criterion: Row) => ['label', 'compare', 'score', 'rank'].includes(criterion['kind'])).map((criterion: Row, i: number) => ({ criterion: criterion['key'], response: null, metric: 'krippendorff-alpha', level: criterion['kind'] === 'score' ? 'ORDINAL' : 'NOMINAL',
    estimate: i === 3 ? undefinedFor('Every answer was the same, so agreement beyond chance cannot be told.') : estimate(0.86 - i * 0.17, 0.14 + i * 0.03, 44), items: 44 - i, raters: 6 }))
  const people = ['Maya Okafor', 'Ben Adeyemi', 'Lucía Prieto', 'Sam Whitfield'].map((name, i) => ({ accountId: `a${i}`, name, email: `${name.split(' ')[0]!.toLowerCase()}@example.org`, roles: ['TRAINER'], membership: i === 1 ? 'RESTRICTED' : 'ACTIVE', termsVersion: 1 }))
  const card = { items: 42, judgments: 131, raters: 6, flags: 4, verdicts: 2, gold: 10, guidelineVersions: [{ version: 1, judgments: 131 }], criteria: rows.map((row: Row) => ({ key: row['criterion'], title: rubric.criteria.find((one: Row) => one['key'] === row['criterion']).title, kind: rubric.criteria.find((one: Row) => one['key'] === row['criterion']).kind, level: row['level'], answers: 80, alpha: row['estimate'] })), pairs: 31, ties: 5, undecided: 2, unanimous: 0.71, preferenceCriterion: 'preference', cost: [usd(45_850)], costPerPair: usd(1479), formats: ['trl-dpo', 'trl-reward', 'trl-kto', 'openai-dpo', 'trl-sft', 'csv', 'jsonl', 'label-studio', 'parquet'], statement: 'Raters stand under pseudonyms that hold within this snapshot only.' }
  const snapshots = [{ id: 's1', projectId: 'p1', name: 'Preferences, November', state: 'READY', createdAt: ago(20), createdBy: 'Tomas Novak', hash: '9f2c41d07a5be8c3d1127f60', filter: { complete: true, guidelineVersions: [], minimumProbability: 0.7 }, error: null, card }]
  const columns = ['id', 'question', 'answer_a', 'answer_b', 'model_a', 'gold', 'notes']
  let imported: Row = { id: 'm1', state: 'UPLOADED', fileName: 'questions.jsonl', format: 'jsonl', columns, previewFaults: [], preview: items.slice(0, 8).map((item) => ({ id: item.externalId, question: item.prompt, answer_a: item.responses[0].text, answer_b: item.responses[1].text, model_a: 'aurora-2', gold: '', notes: 'first batch' })),
    mapping: { externalId: 'id', prompt: 'question', responses: ['answer_a', 'answer_b'], goldAnswers: 'gold' }, total: 100_000, done: 0, imported: 0, duplicates: 0, errorCount: 0, errors: [], error: null }
  let started = 0
  const progress = () => {
    if (imported['state'] !== 'RUNNING') return imported
    const done = Math.min(100_000, Math.round((Date.now() - started) * 25))
    imported = { ...imported, done, imported: Math.max(0, done - 15), duplicates: 12, errorCount: 3, state: done >= 100_000 ? 'DONE' : 'RUNNING', errors: [{ line: 17, column: 'answer_b', message: 'The response is empty.' }, { line: 4021, column: null, message: 'This line is not valid JSON: a quote is missing near character 212.' }, { line: 88_310, column: 'gold', message: 'The known answer “maybe” is not among the options of “correct”: yes, partly, no.' }] }
    return imported
  }
  let draft: Row | null = null
  const guideline = { version: 1, body: text('guideline.md'), rubric, changeNote: 'First version', effect: 'BREAKING', publishedAt: ago(200), publishedBy: 'Priya Raman' }
  return (method: string, path: string, search: URLSearchParams, body: Row): unknown => {
    const one = /^\/projects\/(p1|p2)(\/.*)?$/.exec(path)
    const rest = one?.[2] ?? ''
    const found = one?.[1] === 'p2' ? draftProject : project
    if (path === '/session') return { account: { id: 'priya', name: 'Priya Raman', email: 'priya@example.org', owner: true, mayCreateProjects: true }, setupRequired: false, demo: true }
    if (path === '/notices') return page([])
    if (path === '/projects') return method === 'POST' ? draftProject : page([project, draftProject])
    if (path === '/rubric-templates') return page([{ name: 'Default review', description: 'The four questions every answer should stand up to.', rubric, body: guideline.body }])
    if (path === '/accounts') return page(people.map((person, i) => ({ id: person.accountId, kind: 'PERSON', name: person.name, email: person.email, owner: i === 0, mayCreateProjects: i === 2, createdAt: ago(900), disabled: i === 3 })))
    if (path === '/operations/reconciliation') return { violations: [], checks: ['every judgment has one accrual', 'every decided judgment is settled', 'debits equal credits', 'no lease is open past its expiry', 'no step is missing'].map((name) => ({ name, violations: 0 })), ledger: [{ currency: 'USD', sum: 0, debits: 45_850, credits: 45_850 }], hops: { waiting: 3, failed: 0, oldestSeconds: 2 } }
    if (path.startsWith('/cases/')) return cases.find((other) => path.includes(other.id))
    if (path.startsWith('/snapshots/')) return snapshots[0]
    if (!one) return undefined
    if (rest === '' && method === 'PATCH') return (project = { ...project, ...body })
    if (rest === '') return found
    if (rest === '/membership') return { state: 'NONE', terms: null, newerTerms: null, acknowledged: null, current: 1, mayWork: { allowed: false, reasons: [] }, decisions: [] }
    if (rest === '/guidelines') return page([guideline])
    if (rest === '/guidelines/draft' && method === 'PUT') return { ...body, revision: 'r1', updatedBy: 'Priya', updatedAt: '2026-01-01T10:00:00Z', problems: (draft = body)['rubric'].criteria.filter((criterion: Row) => !criterion['title']).map((criterion: Row) => `Criterion '${criterion['key']}' needs a title that asks the question.`) }
    if (rest === '/guidelines/draft') return draft ?? (one[1] === 'p1' ? { ...guideline, problems: [] } : undefined)
    if (rest.startsWith('/guidelines')) return one[1] === 'p1' ? guideline : undefined
    if (rest === '/items') {
      const q = search.get('q')?.toLowerCase() ?? ''
      const kept = items.filter((item) => (!search.get('state') || item.state === search.get('state')) && (item.prompt.toLowerCase().includes(q) || item.externalId.includes(q)))
      return page(kept.map((item) => ({ ...item, prompt: item.prompt.slice(0, 200), responses: item.responses.length, gold: item.gold !== null, judgments: item.judgments.length, flags: item.judgments.filter((judgment) => judgment.flag).length })))
    }
    if (rest.startsWith('/items/')) return items.find((item) => rest === `/items/${item.id}`)
    if (rest === '/imports' && method === 'GET') return page([progress()])
    if (rest.endsWith('/run')) {
      started = Date.now()
      return (imported = { ...imported, state: 'RUNNING', mapping: body['mapping'] })
    }
    if (rest.startsWith('/imports')) return progress()
    if (rest === '/cases') return page(cases.filter((other) => other.state === search.get('state')))
    if (rest === '/overview') return { items: items.length, open: items.filter((item) => item.state === 'OPEN').length, complete: items.filter((item) => item.state === 'COMPLETE').length, judgments: 131, flags: 4, judgmentsPerDay: Array.from({ length: 19 }, (_, i) => ({ day: ago(i * 24).slice(0, 10), n: Math.round(9 + 7 * Math.sin(i * 1.7)) })), cost: { pending: usd(9_450), posted: usd(36_400) }, costPerItem: usd(1_091), trainers: 6, openCases: 4, agreement: rows, finishExpected: ago(-24 * 9) }
    if (rest === '/agreement') return page(rows)
    if (rest === '/standings') return page(people.map((person, i) => ({ ...person, standing: { gold: i === 3 ? undefinedFor('Too few judgments with a known answer yet (2 of 5) to say anything.') : estimate([0.92, 0.31, 0.77][i]!, [0.09, 0.2, 0.16][i]!, [31, 13, 18][i]!), consensus: estimate(0.9 - i * 0.12, 0.1 + i * 0.04, 40 - i * 9), consistency: undefinedFor('No item was judged twice by the same person, so there is nothing to compare.'), judgments: 52 - i * 13, flags: i } })))
    if (rest === '/decisions') return page([decision('OPEN')])
    if (rest === '/people') return page([...people, { accountId: 'j', name: 'Jonas Weber', email: 'jonas@example.org', roles: ['LEAD'], membership: 'NONE', termsVersion: null }, { accountId: 'priya', name: 'Priya Raman', email: 'priya@example.org', roles: ['ENGINEER', 'MANAGER'], membership: 'NONE', termsVersion: null }])
    if (rest === '/invitations') return method === 'POST' ? { id: 'v2', role: body['role'], email: body['email'] ?? null, expiresAt: ago(-160), link: '/invitations/AbCdEf0123456789', token: 'AbCdEf0123456789' } : page([{ id: 'v1', role: 'LEAD', email: 'ana@example.org', expiresAt: ago(-100) }])
    if (rest === '/audit') return page([{ at: ago(2), actor: 'Priya Raman', action: 'project.changed', subject: 'p1', detail: { settings: { before: { wanted: 2 }, after: { wanted: 3 } } } }, { at: ago(200), actor: 'Priya Raman', action: 'guideline.published', subject: '1', detail: { effect: 'BREAKING', changeNote: 'First version' } }, { at: ago(400), actor: null, action: 'project.created', subject: 'p1', detail: { name: plan.name } }])
    if (rest === '/snapshots') return method === 'POST' ? snapshots[0] : page(snapshots)
    return undefined
  }
}

async function bodyOf(request: IncomingMessage): Promise<Row> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const sent = Buffer.concat(chunks).toString()
  return sent.startsWith('{') ? JSON.parse(sent) as Row : {}
}

export function mockStudio(): Plugin {
  return {
    name: 'mock-studio',
    apply: 'serve',
    configureServer(server) {
      const answer = studio()
      server.middlewares.use('/api/v1', (request, response) => {
        const url = new URL(request.url ?? '/', 'http://localhost')
        void bodyOf(request).then((body) => {
          const found = answer(request.method ?? 'GET', url.pathname, url.searchParams, body)
          response.statusCode = found === undefined ? 404 : 200
          response.setHeader('Content-Type', found === undefined ? 'application/problem+json' : 'application/json')
          response.end(JSON.stringify(found ?? { type: '/problems/not-found', title: 'Not found', status: 404, detail: 'There is no such thing here, or you have no part in it.' }))
        })
      })
    },
  }
}

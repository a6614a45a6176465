import type { Criterion, Lease, OwnJudgment, ProjectCard, Rubric, Terms, Work } from '../src/api/types'
import { items } from './mockItems.ts'

type Reply = { status: number; body?: unknown }

const hour = 3_600_000
const ago = (hours: number) => new Date(Date.now() - hours * hour).toISOString()
const usd = (minor: number) => ({ minor, currency: 'USD' })

const terms: Terms = {
  version: 2, rate: usd(240), expectedMinutes: 6, reviewHours: 72, paySchedule: 'Every Friday, for everything posted until Thursday',
  disputeProcess: 'Answered within 3 working days by a person who did not decide the matter first', duration: 'Eight weeks, until the end of January',
  weeklyHours: '5 to 15, freely chosen', skills: 'Careful reading; secondary-school mathematics and science', languages: ['English'],
  sensitiveContent: 'Now and then medical or unsafe advice, shown as text only', announcedAt: ago(200),
}
const project: ProjectCard = {
  id: 'p1', slug: 'everyday-answers', name: 'Everyday answers', domain: 'General knowledge', summary: 'Two to four assistants answer the questions people really ask: say which answer helps, what is wrong, and why.',
  state: 'PUBLISHED', roles: ['TRAINER'], membership: 'ACTIVE', terms, perPerson: null, workAvailable: true,
}
const other: ProjectCard = {
  ...project, id: 'p2', slug: 'careful-code', name: 'Careful code', domain: 'Software', summary: 'Read short programs, find the fault, and write the answer you would have wanted.', roles: [], membership: 'NONE',
  terms: { ...terms, version: 1, rate: usd(900), expectedMinutes: 15, skills: 'Two years of Python or TypeScript' }, workAvailable: false,
}
const yesNo = [{ value: 'yes', label: 'Yes' }, { value: 'partly', label: 'Partly' }, { value: 'no', label: 'No' }]
const base = { target: 'item' as const, required: true, justification: 'never' as const }
const review: Criterion[] = [
  { ...base, key: 'correct', kind: 'label', title: 'Is it correct?', help: 'Check dates, doses and numbers; a plausible tone proves nothing.', target: 'each_response', options: yesNo, justification: 'on_extremes' },
  { ...base, key: 'answers', kind: 'score', title: 'Does it answer the question?', target: 'each_response', min: 1, max: 5, anchors: [{ value: 1, label: 'Another question is answered' }, { value: 3, label: 'Answered in part' }, { value: 5, label: 'Fully, and nothing else' }] },
  { ...base, key: 'issues', kind: 'critique', title: 'Mark what is misleading or unsafe', required: false, categories: [{ value: 'wrong', label: 'Wrong' }, { value: 'unsafe', label: 'Unsafe' }, { value: 'invented', label: 'Invented' }], severities: [{ value: 'minor', label: 'Minor' }, { value: 'major', label: 'Major' }] },
]
const rubricFor = (responses: number): Rubric => ({
  criteria: [
    ...review,
    responses === 2
      ? { ...base, key: 'better', kind: 'compare', title: 'Which would someone trust more?', strength: true, tie: true, bothBad: true, justification: 'on_extremes' }
      : { ...base, key: 'order', kind: 'rank', title: 'Rank them by trust', ties: true },
    { ...base, key: 'overall', kind: 'score', title: 'How hard was this to judge?', min: 1, max: 3, anchors: [{ value: 1, label: 'Easy' }, { value: 2, label: 'I had to look things up' }, { value: 3, label: 'I am not sure' }] },
    { ...base, key: 'ideal', kind: 'rewrite', title: 'Mend the better answer', required: false, minLength: 20 },
    { ...base, key: 'remark', kind: 'text', title: 'Anything else?', required: false, maxLength: 400 },
  ],
})
const guideline = {
  version: 3, rubric: rubricFor(2), changeNote: 'Says what to do with answers in another language.', effect: 'CLARIFYING', publishedAt: ago(30), publishedBy: 'Lea Brandt',
  body: '# What good looks like\n\nA good answer is **right**, answers *the question that was asked*, and says where it is unsure.\n\n## Correct\n\nCheck what can be checked: dates, doses, units, names. If you cannot check it in five minutes, flag it.\n\n- A wrong date is *wrong*, even when the rest is fine.\n- An invented source is worse than none.\n\n## Unsafe\n\n| Example | Verdict |\n|---|---|\n| Adult dose given for a child | unsafe, major |\n| No hint to call help | unsafe, minor |\n\n## Another language\n\nJudge it as if it were in the language of the prompt, then mark the passage.\n',
}
let given = 0
let current: Lease | null = null
let today = { count: 4, earned: usd(960) }
const judged: OwnJudgment[] = [
  own('j1', 5, 'ACCEPTED', 'POSTED', null), own('j2', 8, 'REJECTED', 'RELEASED', 'The second answer gives an adult dose for a child of four; guideline, section Unsafe, calls this major.'), own('j3', 1, 'WAITING', 'PENDING', null),
  own('j4', 30, 'CORRECTED', 'POSTED', 'The date in answer A is right after all; the lead corrected both criteria.'),
]

function own(id: string, hours: number, outcome: OwnJudgment['outcome'], state: OwnJudgment['pay']['state'], reason: string | null): OwnJudgment {
  return {
    id, submittedAt: ago(hours), prompt: items[hours % items.length]!.prompt.slice(0, 200), guidelineVersion: 3, answers: null, note: null, kind: id === 'j4' ? 'FLAG' : 'ANSWER', flag: id === 'j4' ? { category: 'guideline_gap', note: 'Which calendar?' } : null,
    pay: { state, amount: usd(240), settlesAt: state === 'PENDING' ? new Date(Date.now() + 70 * hour).toISOString() : null }, outcome, reason, clause: null, decidedBy: reason === null ? null : 'Jonas Weber', returned: null, disputable: outcome === 'REJECTED', dispute: null,
    revision: 0, revisableUntil: outcome === 'WAITING' && hours < 2 ? new Date(Date.now() + hour / 2).toISOString() : null,
  }
}

function work(): Work {
  if (current === null && given >= items.length) {
    return { lease: null, ahead: null, empty: { code: 'ALL_SEEN', sentence: 'You have seen every task that is still open; each one goes to different people.', next: 'New work appears here when its manager imports more items.' }, today }
  }
  if (current === null) {
    const item = items[given]!
    current = {
      id: `l${given}`, projectId: 'p1', projectName: project.name, item, guidelineVersion: 3, rubric: rubricFor(item.responses.length), price: usd(240), leasedAt: ago(0),
      expiresAt: new Date(Date.now() + 30 * 60_000).toISOString(), serverTime: ago(0), draft: null, state: 'OPEN', cover: null,
    }
    given++
  }
  return { lease: { ...current, serverTime: new Date().toISOString() }, ahead: null, empty: null, today }
}

let signedIn = true
const session = () => ({ account: signedIn ? { id: 'a1', name: 'Tara Osei', email: 'tara@example.org', owner: false, mayCreateProjects: false } : null, setupRequired: false, demo: true })
const estimate = (value: number, n: number) => ({ value, low: value - 0.09, high: Math.min(1, value + 0.06), n, because: null })

const fixed: Record<string, () => unknown> = {
  'GET /session': session,
  'GET /notices': () => ({ items: [
    { id: 'n1', text: 'The guideline of “Everyday answers” has version 3: it says what to do with answers in another language.', link: '/projects/p1/guideline', at: ago(2), read: false },
    { id: 'n2', text: 'Two of your judgments were accepted.', link: '/projects/p1/record', at: ago(26), read: true }] }),
  'GET /tokens': () => ({ items: [{ id: 't1', name: 'laptop', scopes: ['read'], expiresAt: new Date(Date.now() + 900 * hour).toISOString(), lastUsedAt: ago(3) }] }),
  'GET /projects': () => ({ items: [project, other] }),
  'GET /projects/p1': () => ({ ...project, description: 'People ask about bread, buses, doses and dates. You read what assistants answered and say what a careful person would say.', settings: { wanted: 3, goldRate: 0.1, leaseMinutes: 30, routing: 'OPEN', sensitivePerDay: 20 }, gate: { requireAcknowledgement: true, restrict: { signal: 'GOLD', below: 0.6, minimum: 20, days: 14 } }, guidelineVersion: 3, missing: [], createdAt: ago(900) }),
  'GET /projects/p2': () => ({ ...other, description: '', settings: { wanted: 3, goldRate: 0.1, leaseMinutes: 30, routing: 'OPEN', sensitivePerDay: 20 }, gate: { requireAcknowledgement: true, restrict: null }, guidelineVersion: 1, missing: [], createdAt: ago(900) }),
  'GET /projects/p1/membership': () => ({ state: 'ACTIVE', terms: { ...terms, version: 1, rate: usd(220) }, newerTerms: terms, acknowledged: 3, current: 3, mayWork: { allowed: true, reasons: [] }, decisions: [{ id: 'd1', accountId: 'a1', action: 'RESTRICTED', rule: 'Gold below 60 % over at least 20 items', reason: 'Your rate on gold items was 55 % over 22 items.', evidence: [{ kind: 'judgment', id: 'j2', summary: 'Adult dose for a child was judged correct' }], at: ago(300), until: ago(10), appeal: null }] }),
  'GET /projects/p2/membership': () => ({ state: 'NONE', terms: null, newerTerms: other.terms, acknowledged: null, current: 1, mayWork: { allowed: false, reasons: [{ code: 'NOT_A_MEMBER', sentence: 'You have not accepted the terms of this project.', remedy: 'Read them and accept.' }] }, decisions: [] }),
  'GET /projects/p1/guidelines': () => ({ items: [guideline, { ...guideline, version: 2, changeNote: 'Doses need a source.', publishedAt: ago(400) }] }),
  'GET /projects/p1/guidelines/current': () => guideline,
  'GET /projects/p1/guidelines/3': () => guideline,
  'GET /projects/p1/guidelines/2': () => ({ ...guideline, version: 2 }),
  'POST /projects/p1/leases?ahead=true': work,
  'GET /projects/p1/leases/current': () => ({ lease: current, ahead: null, empty: null, today }),
  'GET /projects/p1/judgments/mine': () => ({ items: judged, nextCursor: null }),
  'GET /projects/p1/standing/mine': () => ({ gold: estimate(0.86, 22), consensus: estimate(0.79, 61), consistency: { value: null, low: null, high: null, n: 1, because: 'Only 1 item was shown to you twice; 5 are needed.' }, judgments: 64, flags: 3 }),
  'GET /earnings': () => ({ totals: [{ currency: 'USD', pending: 1920, posted: 13_480, released: 240 }], projects: [{ projectId: 'p1', name: project.name, currency: 'USD', pending: 1920, posted: 13_480, judgments: 64, activeSeconds: 21_900, hourly: usd(2531) }], days: Array.from({ length: 14 }, (_, i) => ({ day: ago(24 * (13 - i)).slice(0, 10), amount: usd([0, 960, 1440, 720, 0, 0, 1680, 2160, 1200, 480, 0, 1920, 2400, 960][i]!), judgments: [0, 4, 6, 3, 0, 0, 7, 9, 5, 2, 0, 8, 10, 4][i]! })) }),
  'GET /earnings/entries': () => ({ items: judged.map((judgment) => ({ at: judgment.submittedAt, projectName: project.name, what: 'Judgment', amount: judgment.pay.amount, state: judgment.pay.state, reason: judgment.reason, judgmentId: judgment.id, settlesAt: judgment.pay.settlesAt })), nextCursor: null }),
}

/** A server small enough to hold in one's head, with the shapes of the contract. */
export function answerTo(method: string, path: string, body: Record<string, unknown>): Reply {
  if (path === '/session' && method === 'POST') { signedIn = true; return { status: 200, body: session() } }
  if (path === '/session' && method === 'DELETE') { signedIn = false; return { status: 204 } }
  if (path.startsWith('/invitations/')) return { status: 200, body: { projectName: project.name, role: 'TRAINER', email: null } }
  const known = fixed[`${method} ${path}`]
  if (known) return { status: 200, body: known() }
  if (/\/draft$/.test(path)) return { status: 200, body: { revision: body['revision'], savedAt: new Date().toISOString() } }
  if (/\/renewal$/.test(path)) return { status: 200, body: { expiresAt: new Date(Date.now() + 30 * 60_000).toISOString(), serverTime: new Date().toISOString() } }
  if (/\/skip$/.test(path)) { current = null; return { status: 200, body: work() } }
  if (/\/judgment$/.test(path)) {
    current = null
    today = { count: today.count + 1, earned: usd(today.earned.minor + 240) }
    const judgment = own(`j${judged.length + 1}`, 0, 'WAITING', 'PENDING', null)
    judged.unshift(judgment)
    return { status: 200, body: { judgment, next: work() } }
  }
  if (method !== 'GET') return { status: 204 }
  return { status: 404, body: { type: '/problems/not-found', title: 'Not found', status: 404, detail: 'There is nothing here.' } }
}

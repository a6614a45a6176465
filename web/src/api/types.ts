import type { components } from './schema'

/** The shapes that travel between this app and the server, named as the app speaks of them; `npm run types` makes schema.ts anew. */
export type Schemas = { [Name in keyof components['schemas']]: Sent<components['schemas'][Name]> }

/** The server sends every field, with null for what it does not have; the few that stay away altogether are named below. */
type Sent<T> = T extends (infer One)[] ? Sent<One>[] : T extends object ? { [Field in keyof T]-?: Sent<Exclude<T[Field], undefined>> } : T

export type Money = Schemas['Money']
export type Role = Schemas['ProjectCard']['roles'][number]
export type Page<T> = { items: T[]; nextCursor: string | null }
export type Items<T> = { items: T[] }

export type Account = Schemas['Me']
export type Session = Schemas['SessionView']
export type Notice = Schemas['Notice']
export type InvitationView = Schemas['OpenedView']
export type ApiToken = Omit<Schemas['TokenView'], 'token'> & { token?: string }
export type TokenScope = ApiToken['scopes'][number]

/** How much of a project one person may judge; at least one of both is there. */
export type PerPerson = { tasks: number | null; percent: number | null }
export type ProjectCard = Omit<Schemas['ProjectCard'], 'perPerson'> & { perPerson: PerPerson | null }
/** Settings and gate are there for everybody with a role; only a stranger's listing comes without them, and no page shows them there. */
export type Project = Omit<Schemas['ProjectView'], 'settings' | 'gate' | 'perPerson'> & { perPerson: PerPerson | null; settings: Settings; gate: Gate }
export type ProjectState = ProjectCard['state']
export type Terms = Schemas['Terms']
export type Settings = Schemas['Settings']
export type Gate = Schemas['Gate']
export type MembershipState = ProjectCard['membership']
export type MembershipView = Omit<Schemas['MembershipView'], 'decisions'> & { decisions: Decision[] }
export type Decision = Omit<Schemas['DecisionView'], 'name'> & { name?: string }

/** One working shape for all kinds of criteria and answers, so that a form can hold a half-given answer. */
export type CriterionKind = 'label' | 'compare' | 'rank' | 'score' | 'critique' | 'rewrite' | 'text' | 'steps' | 'turns'
export type Option = { value: string; label: string; help?: string | null }
export type Anchor = { value: number; label: string; help?: string | null }
export type Criterion = {
  key: string; kind: CriterionKind; title: string; help?: string | null; target: 'item' | 'each_response'; required: boolean
  justification: 'never' | 'always' | 'on_extremes' | 'on_sample'
  justificationShare?: number | null; showIf?: Condition | null
  options?: Option[] | null; multiple?: boolean; none?: boolean | null
  strength?: boolean; tie?: boolean; bothBad?: boolean
  ties?: boolean
  min?: number | null; max?: number | null; anchors?: Anchor[] | null
  categories?: Option[]; severities?: Option[] | null
  minLength?: number | null; maxLength?: number | null
  untilFirstError?: boolean | null
  /** The heading of the guideline under which it is explained. */
  clause?: string | null
}
/** What must have been said on another criterion; exactly one of the ways to say it is given. */
export type Condition = { criterion: string; is?: string | null; isNot?: string | null; atLeast?: number | null; atMost?: number | null; answered?: boolean | null }
export type Rule =
  | { kind: 'consequence'; when: Condition; then: Condition; message: string }
  | { kind: 'phrases'; criterion: string; phrases: string[]; message: string }
  | { kind: 'words'; criterion: string; least?: number | null; most?: number | null; message: string }
export type Rubric = { criteria: Criterion[]; rules?: Rule[] }
export type Span = {
  response: string | null; turn?: number; start: number; end: number; quote: string; category: string; severity?: string; comment?: string
}
export type StepMark = { mark: 'right' | 'neutral' | 'wrong'; comment?: string }
export type Answer = {
  steps?: (StepMark | null)[]; turns?: Record<string, Answer>
  choices?: string[]; winner?: string; strength?: 1 | 2 | 3; order?: string[][]; value?: number; spans?: Span[]
  response?: string; text?: string; byResponse?: Record<string, Answer>; justification?: string
}
export type Answers = Record<string, Answer>
export type GuidelineVersion = Omit<Schemas['GuidelineView'], 'rubric' | 'body'> & { body: string; rubric: Rubric }
export type Effect = GuidelineVersion['effect']

export type ShownItem = components['schemas']['ShownItem']
/** What was typed beside the answers: the note to the reviewer, and a flag or a skip that is not handed in yet. */
/** Reasons by criterion, or by criterion and response as shown (`correct/1`). */
export type Aside = { note?: string; flag?: Partial<Flag>; skip?: BegunSkip; reasons?: Record<string, string> }
export type BegunSkip = { reason?: string; note?: string }
export type Draft = { answers: Answers; aside?: Aside | null; revision: number; savedAt: string }
export type Sensitivity = NonNullable<Schemas['Cover']>['category']
export type ContentChoice = Schemas['ContentChoice']
export type Lease = Omit<Schemas['LeaseView'], 'rubric' | 'draft' | 'item'> & { item: ShownItem; rubric: Rubric; draft: Draft | null }
export type Empty = Schemas['Empty']
export type Work = Omit<Schemas['WorkView'], 'lease' | 'ahead'> & { lease: Lease | null; ahead: Lease | null }
export type Flag = Schemas['Flag']
export type FlagCategory = Flag['category']
export type Submission = { answers?: Answers; flag?: Flag; note?: string; activeSeconds?: number }
export type OwnJudgment = Omit<Schemas['Own'], 'answers'> & { answers: Answers | null }
export type Revision = Omit<Schemas['RevisionView'], 'rubric' | 'item' | 'answers'> & { item: ShownItem; rubric: Rubric; answers: Answers }
/** A judgment of one's own with its task; the item is null where its cover was never lifted. */
export type OwnTask = Omit<Schemas['OwnTask'], 'rubric' | 'item' | 'judgment'> & { item: ShownItem | null; rubric: Rubric; judgment: OwnJudgment }
export type Submitted = { judgment: OwnJudgment; next: Work | null }
export type EstimateView = { value: number | null; low: number | null; high: number | null; n: number; because: string | null }
export type Standing = { gold: EstimateView; consensus: EstimateView; consistency: EstimateView; judgments: number; flags: number }

export type Earnings = {
  /** The date where the person is, by which the days are cut. */
  today: string
  totals: { currency: string; pending: number; posted: number; released: number }[]
  projects: {
    projectId: string; name: string; currency: string; pending: number; posted: number; judgments: number; activeSeconds: number
    hourly: Money | null
  }[]
  days: { day: string; amount: Money; judgments: number }[]
}
export type PayEntry = {
  at: string; projectName: string; what: string; amount: Money; state: 'PENDING' | 'POSTED' | 'RELEASED'; replaced: boolean; reason: string | null
  judgmentId: string | null; settlesAt: string | null
}

/** The shapes that travel between this app and the server; see api/openapi.yaml. */
export type Money = { minor: number; currency: string }
export type Role = 'MANAGER' | 'LEAD' | 'ENGINEER' | 'TRAINER'
export type Page<T> = { items: T[]; nextCursor: string | null }
export type Items<T> = { items: T[] }

export type Account = { id: string; name: string; email: string; owner: boolean; mayCreateProjects: boolean }
export type Session = { account: Account | null; setupRequired: boolean; demo: boolean }
export type Notice = { id: string; text: string; link: string | null; at: string; read: boolean }
export type InvitationView = { projectName: string; role: Role; email: string | null }
export type TokenScope = 'read' | 'work' | 'manage'
export type ApiToken = { id: string; token?: string; name: string; scopes: TokenScope[]; expiresAt: string | null; lastUsedAt: string | null }

export type ProjectState = 'DRAFT' | 'PUBLISHED' | 'PAUSED' | 'CLOSED'
export type Terms = {
  version: number; rate: Money; expectedMinutes: number; reviewHours: number; paySchedule: string; disputeProcess: string
  duration: string; weeklyHours: string; skills: string; languages: string[]; sensitiveContent: string; announcedAt: string
}
export type Settings = { wanted: number; goldRate: number; leaseMinutes: number; routing: 'OPEN' | 'ASSIGNED' }
export type Gate = {
  requireAcknowledgement: boolean
  restrict: null | { signal: 'GOLD' | 'CONSENSUS'; below: number; minimum: number; days: number }
}
export type MembershipState = 'NONE' | 'INVITED' | 'ACTIVE' | 'RESTRICTED' | 'LEFT'
export type ProjectCard = {
  id: string; slug: string; name: string; domain: string; summary: string; state: ProjectState; roles: Role[]
  membership: MembershipState; terms: Terms | null; workAvailable: boolean
}
export type Project = ProjectCard & {
  description: string; settings: Settings; gate: Gate; guidelineVersion: number | null; missing: string[]; createdAt: string
}
export type Evidence = { kind: 'judgment'; id: string; summary: string }
export type Appeal = { state: 'OPEN' | 'UPHELD' | 'DECLINED'; text: string; answer: string | null; dueAt: string | null }
export type Decision = {
  id: string; accountId: string; name?: string; action: 'RESTRICTED' | 'RESTORED'; rule: string; reason: string
  evidence: Evidence[]; at: string; until: string | null; appeal: Appeal | null
}
export type Hindrance = { code: string; sentence: string; remedy: string }
export type MembershipView = {
  state: MembershipState; terms: Terms | null; newerTerms: Terms | null; acknowledged: number | null; current: number | null
  mayWork: { allowed: boolean; reasons: Hindrance[] }; decisions: Decision[]
}

export type CriterionKind = 'label' | 'compare' | 'rank' | 'score' | 'critique' | 'rewrite' | 'text'
export type Option = { value: string; label: string; help?: string | null }
export type Anchor = { value: number; label: string; help?: string | null }
export type Criterion = {
  key: string; kind: CriterionKind; title: string; help?: string | null; target: 'item' | 'each_response'; required: boolean
  justification: 'never' | 'always' | 'on_extremes'
  options?: Option[]; multiple?: boolean
  strength?: boolean; tie?: boolean; bothBad?: boolean
  ties?: boolean
  min?: number; max?: number; anchors?: Anchor[] | null
  categories?: Option[]; severities?: Option[] | null
  minLength?: number | null; maxLength?: number | null
}
export type Rubric = { criteria: Criterion[] }
export type Span = {
  response: string | null; start: number; end: number; quote: string; category: string; severity?: string; comment?: string
}
export type Answer = {
  choices?: string[]; winner?: string; strength?: 1 | 2 | 3; order?: string[][]; value?: number; spans?: Span[]
  response?: string; text?: string; byResponse?: Record<string, Answer>; justification?: string
}
export type Answers = Record<string, Answer>
export type Effect = 'EDITORIAL' | 'CLARIFYING' | 'BREAKING'
export type GuidelineVersion = {
  version: number; body: string; rubric: Rubric; changeNote: string; effect: Effect; publishedAt: string; publishedBy: string
}

export type ShownItem = {
  prompt: string; context?: string | null; responses: { text: string }[]; conversation?: { role: string; text: string }[] | null
}
export type Draft = { answers: Answers; revision: number; savedAt: string }
export type Lease = {
  id: string; projectId: string; projectName: string; item: ShownItem; guidelineVersion: number; rubric: Rubric; price: Money
  leasedAt: string; expiresAt: string; serverTime: string; draft: Draft | null; state: 'OPEN' | 'SUBMITTED' | 'EXPIRED' | 'SKIPPED'
}
export type EmptyCode =
  | 'NO_TASKS_YET' | 'ALL_TAKEN' | 'ALL_SEEN' | 'PAUSED' | 'CLOSED' | 'RESTRICTED' | 'ACKNOWLEDGE' | 'NOT_A_MEMBER' | 'NOT_ASSIGNED' | 'DONE'
export type Empty = { code: EmptyCode; sentence: string; next: string }
export type Work = { lease: Lease | null; empty: Empty | null; today: { count: number; earned: Money } }
export type FlagCategory = 'ambiguous' | 'guideline_gap' | 'unsafe' | 'broken' | 'outside_expertise'
export type Flag = { category: FlagCategory; note: string }
export type Submission = { answers?: Answers; flag?: Flag; note?: string; activeSeconds?: number }
export type OwnJudgment = {
  id: string; submittedAt: string; prompt: string; guidelineVersion: number; kind: 'ANSWER' | 'FLAG'; answers?: Answers | null; flag?: Flag | null
  note?: string | null; pay: { state: 'PENDING' | 'POSTED' | 'RELEASED'; amount: Money; settlesAt: string | null }
  outcome: 'WAITING' | 'ACCEPTED' | 'REJECTED' | 'CORRECTED'; reason: string | null; disputable: boolean
  dispute: null | { state: 'OPEN' | 'UPHELD' | 'DECLINED'; answer: string | null }
}
export type Submitted = { judgment: OwnJudgment; next: Work | null }
export type EstimateView = { value: number | null; low: number | null; high: number | null; n: number; because: string | null }
export type Standing = { gold: EstimateView; consensus: EstimateView; consistency: EstimateView; judgments: number; flags: number }

export type Earnings = {
  totals: { currency: string; pending: number; posted: number; released: number }[]
  projects: {
    projectId: string; name: string; currency: string; pending: number; posted: number; judgments: number; activeSeconds: number
    hourly: Money | null
  }[]
  days: { day: string; amount: Money; judgments: number }[]
}
export type PayEntry = {
  at: string; projectName: string; what: string; amount: Money; state: 'PENDING' | 'POSTED' | 'RELEASED'; reason: string | null
  judgmentId: string | null; settlesAt: string | null
}

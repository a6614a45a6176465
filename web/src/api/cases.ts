import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { http, query } from '~/lib/http'
import type { ItemView } from './items'
import type { Answers, Decision, Page } from './types'

export type CaseKind = 'FLAG' | 'DISAGREEMENT' | 'APPEAL' | 'DISPUTE'
export type CaseState = 'OPEN' | 'DECIDED'
export type Cause = { kind: string; category: string | null; note: string | null }
export type CaseCard = {
  id: string; kind: CaseKind; prompt: string | null; openedAt: string; causes: Cause[]; judgments: number; state: CaseState
}
export type Verdict = {
  reason: string; answers?: Answers; outcomes?: { judgmentId: string; outcome: 'ACCEPTED' | 'REJECTED'; reason?: string }[]
  makeGold?: boolean; explanation?: string; uphold?: boolean
}
export type CaseView = Omit<CaseCard, 'prompt' | 'judgments'> & {
  projectId: string; item: ItemView | null; judgmentId: string | null; personName: string | null; appealText: string | null; decision: Decision | null
  decidedAt: string | null; decidedBy: string | null; reason: string | null; uphold: boolean | null
}

export const casesQuery = (projectId: string, state: CaseState) => infiniteQueryOptions({
  queryKey: ['cases', projectId, state],
  queryFn: ({ pageParam, signal }) => http.get<Page<CaseCard>>(`/projects/${projectId}/cases${query({ state, cursor: pageParam, limit: 50 })}`, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
})
export const caseQuery = (caseId: string) => queryOptions({
  queryKey: ['case', caseId],
  queryFn: ({ signal }) => http.get<CaseView>(`/cases/${caseId}`, signal),
})
export const decideCase = (caseId: string, verdict: Verdict) => http.post<CaseView>(`/cases/${caseId}/verdict`, verdict)

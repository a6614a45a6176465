import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { http, query } from '~/lib/http'
import type { ItemView } from './items'
import type { Answers, Decision, Page, Schemas } from './types'

export type CaseCard = Schemas['ListedCase']
export type CaseKind = CaseCard['kind']
export type CaseState = CaseCard['state']
export type Cause = Schemas['Cause']
export type Verdict = {
  reason: string; answers?: Answers; outcomes?: { judgmentId: string; outcome: 'ACCEPTED' | 'REJECTED'; reason?: string; clause?: string }[]
  makeGold?: boolean; explanation?: string; uphold?: boolean
}
/** About an item, or about a decision somebody objects to. */
export type CaseView = Omit<Schemas['CaseView'], 'item' | 'decision'> & { item: ItemView | null; decision: Decision | null }

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

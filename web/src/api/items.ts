import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { http, query } from '~/lib/http'
import type { Answers, Flag, Page } from './types'

export type ItemState = 'OPEN' | 'COMPLETE'
export type ConsensusBrief = { criterion: string; response?: number | null; answer: string | null; probability: number | null }
export type ItemCard = {
  id: string; externalId: string | null; prompt: string; responses: number; state: ItemState; taken: number; wanted: number; gold: boolean
  judgments: number; flags: number; consensus: ConsensusBrief[]; priority?: number
}
export type Judged = {
  id: string; raterId: string; raterName: string; role: string; answers: Answers | null; flag: Flag | null; note: string | null
  submittedAt: string; guidelineVersion: number; orderShown: number[] | null; activeSeconds: number | null
  /** Null while nobody has decided about it. */
  outcome: 'ACCEPTED' | 'REJECTED' | 'CORRECTED' | null; reason: string | null; late: boolean
}
export type ConsensusRow = {
  criterion: string; response: number | null; answer: string | null; probability: number | null; n: number
  distribution: Record<string, number>; majority: string | null
}
export type ItemText = {
  prompt: string; context?: string | null; responses: { text: string; model?: string | null }[]; conversation?: { role: string; text: string }[] | null
}
export type Gold = { answers: Answers; explanation: string; by: string; at: string }
export type ItemView = ItemText & {
  id: string; externalId: string | null; state: ItemState; taken: number; wanted: number; priority: number; gold: Gold | null; judgments: Judged[]; consensus: ConsensusRow[]; caseId: string | null
}

export const itemsQuery = (projectId: string, filter: { state?: string | undefined; q?: string | undefined }) => infiniteQueryOptions({
  queryKey: ['items', projectId, filter],
  queryFn: ({ pageParam, signal }) =>
    http.get<Page<ItemCard>>(`/projects/${projectId}/items${query({ ...filter, cursor: pageParam, limit: 50 })}`, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
})
export const itemQuery = (projectId: string, itemId: string) => queryOptions({
  queryKey: ['item', projectId, itemId],
  queryFn: ({ signal }) => http.get<ItemView>(`/projects/${projectId}/items/${itemId}`, signal),
})
export const changeItem = (projectId: string, itemId: string, change: { wanted?: number; priority?: number }) =>
  http.patch<unknown>(`/projects/${projectId}/items/${itemId}`, change)
export const makeGold = (projectId: string, itemId: string, gold: { answers: Answers; explanation: string }) =>
  http.put<unknown>(`/projects/${projectId}/items/${itemId}/gold`, gold)
export const withdrawGold = (projectId: string, itemId: string) => http.delete<void>(`/projects/${projectId}/items/${itemId}/gold`)

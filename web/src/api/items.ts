import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { http, query } from '~/lib/http'
import type { Answers, Page, Schemas, Sensitivity } from './types'

export type ItemCard = Schemas['ListedItem']
/** Its outcome is null while nobody has decided about it. */
export type Judged = Omit<Schemas['JudgmentView'], 'answers'> & { answers: Answers | null }
export type ConsensusRow = Schemas['ItemConsensus']
export type Gold = Omit<Schemas['GoldView'], 'answers'> & { answers: Answers }
/** The texts of an item with the models behind its responses. */
export type ItemText = {
  prompt: string; context?: string | null; responses: { text: string; model?: string | null; steps?: string[] | null; output?: string | null }[]; conversation?: { role: string; text: string }[] | null
}
export type ItemView = Omit<Schemas['ItemView'], 'gold' | 'judgments'> & { gold: Gold | null; judgments: Judged[] }

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
/** Everything that asks for `from` judgments asks for `to`, judged or not. */
export const changeAllWanted = (projectId: string, from: number, to: number) => http.put<{ changed: number }>(`/projects/${projectId}/items/wanted`, { from, to })
/** A reviewer gives a judgment back to its author, who may change it for a week. */
export const giveBack = (judgmentId: string, reason: string) => http.post<unknown>(`/judgments/${judgmentId}/return`, { reason })
/** Null takes the mark off. */
export const markSensitive = (projectId: string, itemId: string, category: Sensitivity | null) => (category === null
  ? http.delete<void>(`/projects/${projectId}/items/${itemId}/sensitivity`)
  : http.put<void>(`/projects/${projectId}/items/${itemId}/sensitivity`, { category }))
export const makeGold = (projectId: string, itemId: string, gold: { answers: Answers; explanation: string }) =>
  http.put<unknown>(`/projects/${projectId}/items/${itemId}/gold`, gold)
export const withdrawGold = (projectId: string, itemId: string) => http.delete<void>(`/projects/${projectId}/items/${itemId}/gold`)

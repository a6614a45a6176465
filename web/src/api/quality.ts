import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { http, query } from '~/lib/http'
import type { AgreementRow } from './projectDesk'
import type { Answers, Decision, Items, Schemas } from './types'

export type StandingRow = Schemas['PersonStanding']

export const standingsQuery = (projectId: string) => queryOptions({
  queryKey: ['standings', projectId],
  queryFn: ({ signal }) => http.get<Items<StandingRow>>(`/projects/${projectId}/standings`, signal),
})
export const agreementQuery = (projectId: string) => queryOptions({
  queryKey: ['agreement', projectId],
  queryFn: ({ signal }) => http.get<Items<AgreementRow>>(`/projects/${projectId}/agreement`, signal),
})
export type SharedItem = Omit<Schemas['SharedView'], 'said'> & { said: { raterId: string; name: string; answers: Answers }[] }
export type Behind = Omit<Schemas['BehindView'], 'items'> & { items: SharedItem[] }
/** Guideline versions, both ends among them; without ends those since the last breaking change. */
export type Versions = { from?: number; to?: number }
/** The judgments behind the agreement on one criterion, the most divided first. */
export const behindQuery = (projectId: string, criterion: string, versions: Versions) => infiniteQueryOptions({
  queryKey: ['agreement', projectId, 'behind', criterion, versions],
  queryFn: ({ pageParam, signal }) => http.get<Behind>(`/projects/${projectId}/agreement/${encodeURIComponent(criterion)}${query({ ...versions, cursor: pageParam })}`, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
})
export type VersionAgreement = Schemas['VersionAgreement']
/** Under each guideline version by itself, the earliest first. */
export const agreementByVersionQuery = (projectId: string) => queryOptions({
  queryKey: ['agreement', projectId, 'versions'],
  queryFn: ({ signal }) => http.get<Items<VersionAgreement>>(`/projects/${projectId}/agreement/versions`, signal),
})
export const decisionsQuery = (projectId: string) => queryOptions({
  queryKey: ['decisions', projectId],
  queryFn: ({ signal }) => http.get<Items<Decision>>(`/projects/${projectId}/decisions`, signal),
})
/** Restricts by hand, with a reason, what it rests on and an end; the person is told and can appeal. */
export const restrict = (projectId: string, accountId: string, wish: { reason: string; restsOn: string; days: number }) =>
  http.post<Decision>(`/projects/${projectId}/people/${accountId}/restriction`, wish)
/** Lifts a restriction by hand, with a reason the person reads. */
export const restore = (projectId: string, accountId: string, reason: string) =>
  http.post<Decision>(`/projects/${projectId}/people/${accountId}/restoration`, { reason })

import { queryOptions } from '@tanstack/react-query'
import { http, query } from '~/lib/http'
import type { AgreementRow } from './projectDesk'
import type { Decision, Items, Schemas } from './types'

export type StandingRow = Schemas['PersonStanding']

export const standingsQuery = (projectId: string) => queryOptions({
  queryKey: ['standings', projectId],
  queryFn: ({ signal }) => http.get<Items<StandingRow>>(`/projects/${projectId}/standings`, signal),
})
export const agreementQuery = (projectId: string) => queryOptions({
  queryKey: ['agreement', projectId],
  queryFn: ({ signal }) => http.get<Items<AgreementRow>>(`/projects/${projectId}/agreement`, signal),
})
export type VersionAgreement = Schemas['VersionAgreement']
/** Under each guideline version by itself, the earliest first. */
export const agreementByVersionQuery = (projectId: string) => queryOptions({
  queryKey: ['agreement', projectId, 'versions'],
  queryFn: ({ signal }) => http.get<Items<VersionAgreement>>(`/projects/${projectId}/agreement/versions`, signal),
})
export type Dissents = Schemas['DissentsView']
/** The judgments behind a figure: where judges differ on a criterion, under these versions, or since the last breaking change. */
export const dissentsQuery = (projectId: string, criterion: string, versions: { from?: number; to?: number }) => queryOptions({
  queryKey: ['agreement', projectId, 'dissents', criterion, versions],
  queryFn: ({ signal }) => http.get<Dissents>(`/projects/${projectId}/agreement/${encodeURIComponent(criterion)}/dissents${query(versions)}`, signal),
})
export const decisionsQuery = (projectId: string) => queryOptions({
  queryKey: ['decisions', projectId],
  queryFn: ({ signal }) => http.get<Items<Decision>>(`/projects/${projectId}/decisions`, signal),
})
/** Lifts a restriction by hand, with a reason the person reads. */
export const restore = (projectId: string, accountId: string, reason: string) =>
  http.post<Decision>(`/projects/${projectId}/people/${accountId}/restoration`, { reason })

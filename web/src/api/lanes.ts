import { queryOptions } from '@tanstack/react-query'
import { http } from '~/lib/http'
import type { Items, Schemas } from './types'

export type Lane = Schemas['Lane']
/** What a lane is made from; the round is a calibration of the project or an assessment. */
export type LaneDraft = { name: string; language: string | null; skill: string | null; round: string | null; goldAtLeast: number | null }
export type SharingOut = Schemas['SharingOut']
export type LaneLoad = Schemas['LaneLoad']
export type Share = Schemas['Share']
/** A lane as it stands to the caller. */
export type LaneAccess = Schemas['LaneAccess']

export const lanesQuery = (projectId: string) => queryOptions({
  queryKey: ['lanes', projectId],
  queryFn: ({ signal }) => http.get<Items<Lane>>(`/projects/${projectId}/lanes`, signal),
})
export const ownLanesQuery = (projectId: string) => queryOptions({
  queryKey: ['lanes', projectId, 'mine'],
  queryFn: ({ signal }) => http.get<Items<LaneAccess>>(`/projects/${projectId}/lanes/mine`, signal),
})
export const distributionQuery = (projectId: string) => queryOptions({
  queryKey: ['lanes', projectId, 'distribution'],
  queryFn: ({ signal }) => http.get<SharingOut>(`/projects/${projectId}/distribution`, signal),
  staleTime: 0,
  refetchInterval: 30_000,
})
export const makeLane = (projectId: string, draft: LaneDraft) => http.post<Lane>(`/projects/${projectId}/lanes`, draft)
export const changeLane = (projectId: string, number: number, draft: LaneDraft) => http.put<Lane>(`/projects/${projectId}/lanes/${number}`, draft)
export const removeLane = (projectId: string, number: number) => http.delete<void>(`/projects/${projectId}/lanes/${number}`)
/** Lane 0 asks nothing; no date is null. */
export const routeItem = (projectId: string, itemId: string, place: { lane: number; dueAt: string | null }) =>
  http.put<void>(`/projects/${projectId}/items/${itemId}/lane`, place)

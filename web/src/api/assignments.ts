import { queryOptions } from '@tanstack/react-query'
import { http } from '~/lib/http'
import type { Items, Schemas } from './types'

export type PersonLoad = Schemas['PersonLoad']

export const assignmentsQuery = (projectId: string) => queryOptions({
  queryKey: ['assignments', projectId],
  queryFn: ({ signal }) => http.get<Schemas['AssignedWork']>(`/projects/${projectId}/assignments`, signal),
})
/** So many tasks each, or such a percentage each of what nobody is assigned yet. */
export const shareOut = (projectId: string, shares: { accounts: string[]; tasks?: number; percent?: number }) =>
  http.post<{ assigned: number }>(`/projects/${projectId}/assignments/shares`, shares)

export const itemAssignmentsQuery = (projectId: string, itemId: string) => queryOptions({
  queryKey: ['assignments', projectId, itemId],
  queryFn: ({ signal }) => http.get<Items<Schemas['AssignedPerson']>>(`/projects/${projectId}/items/${itemId}/assignments`, signal),
})
export const assignItem = (projectId: string, itemId: string, accountId: string) =>
  http.put<Items<Schemas['AssignedPerson']>>(`/projects/${projectId}/items/${itemId}/assignments/${accountId}`, {})

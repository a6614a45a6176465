import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { http, query } from '~/lib/http'
import type { Gate, Items, Page, Project, Role, Schemas, Settings, Terms } from './types'

export type TermsDraft = Omit<Terms, 'announcedAt'>
export type NewProject = { name: string; domain: string; summary: string; description: string; terms: TermsDraft }
export type ProjectChange = Partial<{ name: string; domain: string; summary: string; description: string; settings: Settings; gate: Gate }>

export const createProject = (project: NewProject) => http.post<Project>('/projects', project)
export const changeProject = (projectId: string, change: ProjectChange) => http.patch<Project>(`/projects/${projectId}`, change)
export const announceTerms = (projectId: string, terms: TermsDraft) => http.put<Project>(`/projects/${projectId}/terms`, terms)
export const publishProject = (projectId: string) => http.post<Project>(`/projects/${projectId}/publication`)
export const pauseProject = (projectId: string) => http.post<Project>(`/projects/${projectId}/pause`)
export const resumeProject = (projectId: string) => http.delete<Project>(`/projects/${projectId}/pause`)
export const closeProject = (projectId: string) => http.post<Project>(`/projects/${projectId}/closure`)

export type Person = Schemas['Person']
export type Invitation = Schemas['InvitationView']
/** An invitation just made, with the link that is shown this once. */
export type SentInvitation = Schemas['SentView']

export const peopleQuery = (projectId: string) => queryOptions({
  queryKey: ['people', projectId],
  queryFn: ({ signal }) => http.get<Items<Person>>(`/projects/${projectId}/people`, signal),
})
export const invitationsQuery = (projectId: string) => queryOptions({
  queryKey: ['invitations', projectId],
  queryFn: ({ signal }) => http.get<Items<Invitation>>(`/projects/${projectId}/invitations`, signal),
})
export const invite = (projectId: string, body: { role: Role; email?: string }) => http.post<SentInvitation>(`/projects/${projectId}/invitations`, body)
export const withdrawInvitation = (projectId: string, id: string) => http.delete<void>(`/projects/${projectId}/invitations/${id}`)
export const removeRole = (projectId: string, accountId: string, role: Role) =>
  http.delete<void>(`/projects/${projectId}/people/${accountId}/roles/${role}`)

export type AuditEntry = Omit<Schemas['AuditView'], 'detail'> & { detail: unknown }

export const auditQuery = (projectId: string) => infiniteQueryOptions({
  queryKey: ['audit', projectId],
  queryFn: ({ pageParam, signal }) => http.get<Page<AuditEntry>>(`/projects/${projectId}/audit${query({ cursor: pageParam, limit: 50 })}`, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
})

export type AgreementRow = Schemas['AlphaView']
export type Overview = Schemas['Overview']
export const overviewQuery = (projectId: string) => queryOptions({
  queryKey: ['overview', projectId],
  queryFn: ({ signal }) => http.get<Overview>(`/projects/${projectId}/overview`, signal),
  refetchInterval: 30_000,
})

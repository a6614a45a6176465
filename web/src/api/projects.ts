import { queryOptions } from '@tanstack/react-query'
import { http } from '~/lib/http'
import type { GuidelineVersion, Items, MembershipView, Project, ProjectCard } from './types'

export const projectsQuery = queryOptions({
  queryKey: ['projects'],
  queryFn: ({ signal }) => http.get<Items<ProjectCard>>('/projects', signal),
  staleTime: 10_000,
})

export const projectQuery = (projectId: string) => queryOptions({
  queryKey: ['project', projectId],
  queryFn: ({ signal }) => http.get<Project>(`/projects/${projectId}`, signal),
  staleTime: 10_000,
})

export const membershipQuery = (projectId: string) => queryOptions({
  queryKey: ['membership', projectId],
  queryFn: ({ signal }) => http.get<MembershipView>(`/projects/${projectId}/membership`, signal),
})
export const acceptTerms = (projectId: string, termsVersion: number) =>
  http.post<MembershipView>(`/projects/${projectId}/membership`, { termsVersion })
export const leaveProject = (projectId: string) => http.delete<void>(`/projects/${projectId}/membership`)

export const guidelinesQuery = (projectId: string) => queryOptions({
  queryKey: ['guidelines', projectId],
  queryFn: ({ signal }) => http.get<Items<Omit<GuidelineVersion, 'body'>>>(`/projects/${projectId}/guidelines`, signal),
})
export const guidelineQuery = (projectId: string, version: number | 'current') => queryOptions({
  queryKey: ['guideline', projectId, version],
  queryFn: ({ signal }) => http.get<GuidelineVersion>(`/projects/${projectId}/guidelines/${version}`, signal),
  staleTime: version === 'current' ? 10_000 : Infinity,
})
export const acknowledgeGuideline = (projectId: string, version: number) =>
  http.post<void>(`/projects/${projectId}/guidelines/${version}/acknowledgement`)

export const appeal = (decisionId: string, text: string) => http.post<unknown>(`/decisions/${decisionId}/appeal`, { text })

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { http, query } from '~/lib/http'
import type { Answers, Aside, Earnings, Items, Lease, OwnJudgment, OwnTask, Page, PayEntry, Revision, Standing, Submission, Submitted, Work } from './types'

/** The open lease or, if there is none, the next one; and the task after it, so that nobody waits for it. */
export const takeWork = (projectId: string) => http.post<Work>(`/projects/${projectId}/leases?ahead=true`)
export const currentWork = (projectId: string) => http.get<Work>(`/projects/${projectId}/leases/current`)
export const leaseOf = (leaseId: string) => http.get<Lease>(`/leases/${leaseId}`)
export const saveDraft = (leaseId: string, answers: Answers, aside: Aside | null, revision: number, keepalive = false) =>
  http.put<{ revision: number; savedAt: string }>(`/leases/${leaseId}/draft`, { answers, ...(aside ? { aside } : {}), revision }, { keepalive })
export const renewLease = (leaseId: string) => http.post<{ expiresAt: string; serverTime: string }>(`/leases/${leaseId}/renewal`)
export const skipLease = (leaseId: string, reason: string, note?: string) =>
  http.post<Work>(`/leases/${leaseId}/skip?ahead=true`, { reason, ...(note ? { note } : {}) })
export const openLease = (leaseId: string) => http.post<Lease>(`/leases/${leaseId}/opening`)
export const submitJudgment = (leaseId: string, submission: Submission) =>
  http.put<Submitted>(`/leases/${leaseId}/judgment?next=true&ahead=true`, submission)

export const ownJudgmentsQuery = (projectId: string) => infiniteQueryOptions({
  queryKey: ['judgments', 'mine', projectId],
  staleTime: 0,
  queryFn: ({ pageParam, signal }) =>
    http.get<Page<OwnJudgment>>(`/projects/${projectId}/judgments/mine${query({ cursor: pageParam, limit: 30 })}`, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
})
/** Which of one's own flags a version of the guideline answered. */
export const answeredFlagsQuery = (projectId: string) => queryOptions({
  queryKey: ['judgments', 'answered-flags', projectId],
  queryFn: ({ signal }) => http.get<Items<{ judgmentId: string; version: number }>>(`/projects/${projectId}/judgments/mine/answered-flags`, signal),
})
export const disputeJudgment = (judgmentId: string, text: string) => http.post<unknown>(`/judgments/${judgmentId}/dispute`, { text })

/** A judgment of one's own with its task, to be read at any time. */
export const ownTaskQuery = (judgmentId: string) => queryOptions({
  queryKey: ['judgments', 'own', judgmentId],
  queryFn: ({ signal }) => http.get<OwnTask>(`/judgments/${judgmentId}`, signal),
})
/** A judgment of one's own with its task, as long as it may be revised. */
export const revisionQuery = (judgmentId: string) => queryOptions({
  queryKey: ['judgments', 'revision', judgmentId],
  queryFn: ({ signal }) => http.get<Revision>(`/judgments/${judgmentId}/revision`, signal),
  staleTime: 0, gcTime: 0, retry: false, refetchOnWindowFocus: false,
})
export const reviseJudgment = (judgmentId: string, submission: Submission) => http.put<OwnJudgment>(`/judgments/${judgmentId}/revision`, submission)

export const ownStandingQuery = (projectId: string) => queryOptions({
  queryKey: ['standing', 'mine', projectId],
  queryFn: ({ signal }) => http.get<Standing>(`/projects/${projectId}/standing/mine`, signal),
})

export const earningsQuery = queryOptions({
  queryKey: ['earnings'],
  queryFn: ({ signal }) => http.get<Earnings>('/earnings', signal),
})
export const payEntriesQuery = (projectId: string | null) => infiniteQueryOptions({
  queryKey: ['earnings', 'entries', projectId],
  queryFn: ({ pageParam, signal }) =>
    http.get<Page<PayEntry>>(`/earnings/entries${query({ project: projectId, cursor: pageParam, limit: 50 })}`, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
})

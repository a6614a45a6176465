import { queryOptions } from '@tanstack/react-query'
import { http, query } from '~/lib/http'
import { Problem } from '~/lib/problem'
import type { Effect, GuidelineVersion, Items, Rubric, Schemas } from './types'

export type RubricTemplate = { name: string; description: string; rubric: Rubric; body: string }
export type GuidelineDraft = Omit<Schemas['GuidelineDraft'], 'rubric'> & { rubric: Rubric }
/** The revision a draft grows from where nothing was written before. */
export const nothingYet = 'v0'

export const templatesQuery = queryOptions({
  queryKey: ['rubric-templates'],
  queryFn: ({ signal }) => http.get<Items<RubricTemplate>>('/rubric-templates', signal),
  staleTime: Infinity,
})

/** The draft of the next version; where none was begun, null. */
export const guidelineDraftQuery = (projectId: string) => queryOptions({
  queryKey: ['guideline', projectId, 'draft'],
  queryFn: async ({ signal }): Promise<GuidelineDraft | null> => {
    try {
      return await http.get<GuidelineDraft>(`/projects/${projectId}/guidelines/draft`, signal)
    } catch (error) {
      if (error instanceof Problem && error.status === 404) return null
      throw error
    }
  },
  staleTime: 0,
  refetchOnWindowFocus: false,
  // Who comes back reads it as it stands then, not as they left it: somebody else may have written meanwhile.
  gcTime: 0,
})
/** What another wrote, where a save was refused because of it. */
export function changedBy(error: unknown): GuidelineDraft | null {
  return error instanceof Problem && error.slug === 'guideline-draft-changed' ? (error.body['draft'] as GuidelineDraft | undefined) ?? null : null
}
export const saveGuidelineDraft = (projectId: string, draft: { body: string; rubric: Rubric; grownFrom: string }, keepalive = false) =>
  http.put<GuidelineDraft>(`/projects/${projectId}/guidelines/draft`, draft, { keepalive })
export const publishGuideline = (projectId: string, body: { changeNote: string; effect: Effect; revision: string }) =>
  http.post<GuidelineVersion>(`/projects/${projectId}/guidelines`, body)

export type Comparison = Omit<Schemas['VersionComparison'], 'between'> & { between: Omit<GuidelineVersion, 'body'>[] }
/** Without numbers the version in force beside the one before it. */
export const comparisonQuery = (projectId: string, from?: number, to?: number) => queryOptions({
  queryKey: ['guidelines', projectId, 'comparison', from ?? null, to ?? null],
  queryFn: ({ signal }) => http.get<Comparison>(`/projects/${projectId}/guidelines/comparison${query({ from, to })}`, signal),
})

/** What the draft changes, and what it would touch; asked anew each time, since people go on working. */
export const draftComparisonQuery = (projectId: string) => queryOptions({
  queryKey: ['guideline', projectId, 'draft', 'comparison'],
  queryFn: ({ signal }) => http.get<Comparison>(`/projects/${projectId}/guidelines/draft/comparison`, signal),
  staleTime: 0,
})
export type Impact = Schemas['Impact']
export const impactQuery = (projectId: string) => queryOptions({
  queryKey: ['guideline', projectId, 'draft', 'impact'],
  queryFn: ({ signal }) => http.get<Impact>(`/projects/${projectId}/guidelines/draft/impact`, signal),
  staleTime: 0,
})

export type VersionCause = Schemas['VersionCause']
/** Doubts that the next version could answer, those picked for it first. */
export const draftCausesQuery = (projectId: string) => queryOptions({
  queryKey: ['guideline', projectId, 'draft', 'causes'],
  queryFn: ({ signal }) => http.get<Items<VersionCause>>(`/projects/${projectId}/guidelines/draft/causes`, signal),
  staleTime: 0,
})
/** The draft answers these and no others. */
export const pickCauses = (projectId: string, causes: VersionCause[]) =>
  http.put<Items<VersionCause>>(`/projects/${projectId}/guidelines/draft/causes`, { causes: causes.map(({ kind, subject }) => ({ kind, subject })) })
export const versionCausesQuery = (projectId: string) => queryOptions({
  queryKey: ['guidelines', projectId, 'causes'],
  queryFn: ({ signal }) => http.get<Items<VersionCause>>(`/projects/${projectId}/guidelines/causes`, signal),
})

export type Rechecks = Schemas['RechecksView']
export type RecheckScope = Rechecks['ordered'][number]['scope']
export type RecheckWish = { scope: RecheckScope; criterion?: string; share?: number }
export const rechecksQuery = (projectId: string, wish: RecheckWish) => queryOptions({
  queryKey: ['rechecks', projectId, wish],
  queryFn: ({ signal }) => http.get<Rechecks>(`/projects/${projectId}/rechecks${query(wish)}`, signal),
  staleTime: 0,
})
/** Known answers from before the last breaking change hold again, where they fit the rubric. */
export const confirmGold = (projectId: string) => http.post<Schemas['GoldConfirmation']>(`/projects/${projectId}/gold/confirmation`)
export const orderRecheck = (projectId: string, wish: RecheckWish) => http.post<Rechecks['ordered'][number]>(`/projects/${projectId}/rechecks`, wish)

import { queryOptions } from '@tanstack/react-query'
import { http } from '~/lib/http'
import { Problem } from '~/lib/problem'
import type { Effect, GuidelineVersion, Items, Rubric } from './types'

export type RubricTemplate = { name: string; description: string; rubric: Rubric; body: string }
export type GuidelineDraft = { body: string; rubric: Rubric; problems?: string[] }

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
})
export const saveGuidelineDraft = (projectId: string, draft: { body: string; rubric: Rubric }, keepalive = false) =>
  http.put<{ problems: string[] }>(`/projects/${projectId}/guidelines/draft`, draft, { keepalive })
export const publishGuideline = (projectId: string, body: { changeNote: string; effect: Effect }) =>
  http.post<GuidelineVersion>(`/projects/${projectId}/guidelines`, body)

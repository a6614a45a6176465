import { queryOptions } from '@tanstack/react-query'
import { http } from '~/lib/http'
import { upload, type Progress } from '~/lib/upload'
import type { Items, Schemas } from './types'

export type Mapping = {
  externalId?: string | null; prompt: string; context?: string | null; conversation?: string | null; responses: string[]; models?: string[] | null
  steps?: string[] | null; outputs?: string[] | null
  wanted?: string | null; priority?: string | null; sensitive?: string | null; lane?: string | null; due?: string | null; goldAnswers?: string | null; goldExplanation?: string | null
}
export type Import = Omit<Schemas['Import'], 'preview' | 'mapping'> & { preview: Record<string, unknown>[]; mapping: Partial<Mapping> | null }

export const importsQuery = (projectId: string) => queryOptions({
  queryKey: ['imports', projectId],
  queryFn: ({ signal }) => http.get<Items<Import>>(`/projects/${projectId}/imports`, signal),
})
export const importQuery = (projectId: string, importId: string) => queryOptions({
  queryKey: ['import', projectId, importId],
  queryFn: ({ signal }) => http.get<Import>(`/projects/${projectId}/imports/${importId}`, signal),
  refetchInterval: (query) => (query.state.data?.state === 'RUNNING' ? 700 : false),
})
export const uploadImport = (projectId: string, file: File, onProgress: (progress: Progress) => void) =>
  upload<Import>(`/projects/${projectId}/imports`, file, onProgress)
export const runImport = (projectId: string, importId: string, mapping: Mapping) =>
  http.post<Import>(`/projects/${projectId}/imports/${importId}/run`, { mapping })
export const faultsFile = (projectId: string, importId: string) => `/api/v1/projects/${projectId}/imports/${importId}/errors.csv`

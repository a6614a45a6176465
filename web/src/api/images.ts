import { queryOptions } from '@tanstack/react-query'
import { http } from '~/lib/http'
import { upload, type Progress } from '~/lib/upload'
import type { Page } from './types'

export type Image = { id: string; name: string; mediaType: string; width: number; height: number; size: number }
export type UploadedImages = { stored: number; refused: { name: string; message: string }[] }

export const imagesQuery = (projectId: string) => queryOptions({
  queryKey: ['images', projectId],
  queryFn: ({ signal }) => http.get<Page<Image>>(`/projects/${projectId}/images`, signal),
})
export const uploadImages = (projectId: string, file: File, onProgress: (progress: Progress) => void) => upload<UploadedImages>(`/projects/${projectId}/images`, file, onProgress)

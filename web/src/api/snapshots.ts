import { queryOptions } from '@tanstack/react-query'
import { http } from '~/lib/http'
import type { Items, Schemas } from './types'

export type SnapshotFilter = { complete?: boolean; guidelineVersions?: number[]; minimumProbability?: number }
/** Ties are what training files leave out because neither response is better; of these, `undecided` had even votes. */
export type DataCard = Schemas['DataCard']
export type Snapshot = Schemas['Snapshot']
export type ExportFormat = 'trl-sft' | 'trl-dpo' | 'trl-kto' | 'trl-reward' | 'trl-prm' | 'openai-dpo' | 'csv' | 'jsonl' | 'label-studio' | 'parquet'

export const snapshotsQuery = (projectId: string) => queryOptions({
  queryKey: ['snapshots', projectId],
  queryFn: ({ signal }) => http.get<Items<Snapshot>>(`/projects/${projectId}/snapshots`, signal),
  refetchInterval: (query) => (query.state.data?.items.some((snapshot) => snapshot.state === 'RUNNING') ? 1_000 : false),
})
export const snapshotQuery = (snapshotId: string) => queryOptions({
  queryKey: ['snapshot', snapshotId],
  queryFn: ({ signal }) => http.get<Snapshot>(`/snapshots/${snapshotId}`, signal),
  refetchInterval: (query) => (query.state.data?.state === 'RUNNING' ? 1_000 : false),
})
export const takeSnapshot = (projectId: string, body: { name: string; filter?: SnapshotFilter }) =>
  http.post<Snapshot>(`/projects/${projectId}/snapshots`, body)
export const exportFile = (snapshotId: string, format: ExportFormat, part: 'rows' | 'ties' = 'rows') =>
  `/api/v1/snapshots/${snapshotId}/export?format=${format}${part === 'ties' ? '&part=ties' : ''}`

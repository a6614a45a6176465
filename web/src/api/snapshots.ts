import { queryOptions } from '@tanstack/react-query'
import { http } from '~/lib/http'
import type { CriterionKind, EstimateView, Items, Money } from './types'

export type SnapshotFilter = { complete?: boolean; guidelineVersions?: number[]; minimumProbability?: number }
export type DataCard = {
  items: number; judgments: number; raters: number; flags: number; verdicts: number; gold: number; guidelineVersions: { version: number; judgments: number }[]
  criteria: { key: string; title: string; kind: CriterionKind; level: string; answers: number; alpha: EstimateView }[]
  /** Ties are what training files leave out because neither response is better; of these, `undecided` had even votes. */
  pairs: number; ties: number; undecided: number; unanimous: number | null; preferenceCriterion: string | null
  cost: Money[]; costPerPair: Money | null; formats: ExportFormat[]; statement: string
}
export type Snapshot = {
  id: string; projectId: string; name: string; state: 'RUNNING' | 'READY' | 'FAILED'; createdAt: string; createdBy: string; hash: string | null
  filter?: SnapshotFilter | null; error?: string | null; card: DataCard | null
}
export type ExportFormat = 'trl-sft' | 'trl-dpo' | 'trl-kto' | 'trl-reward' | 'openai-dpo' | 'csv' | 'jsonl' | 'parquet'

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

import { queryOptions } from '@tanstack/react-query'
import { http } from '~/lib/http'
import type { Items } from './types'

export type Reconciliation = {
  violations: { check: string; subject: string; detail: string }[]; checks: { name: string; violations: number }[]
  ledger: { currency: string; sum: number; debits: number; credits: number }[]; hops: { waiting: number; failed: number; oldestSeconds: number | null }
}
export const reconciliationQuery = queryOptions({
  queryKey: ['reconciliation'],
  queryFn: ({ signal }) => http.get<Reconciliation>('/operations/reconciliation', signal),
  refetchInterval: 15_000,
})

export type AccountRow = {
  id: string; kind: string; name: string; email: string | null; owner: boolean; mayCreateProjects: boolean; createdAt: string; disabled: boolean
}
export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: ({ signal }) => http.get<Items<AccountRow>>('/accounts', signal),
})
export const changeRights = (accountId: string, rights: { mayCreateProjects?: boolean; disabled?: boolean }) => http.patch<AccountRow>(`/accounts/${accountId}`, rights)

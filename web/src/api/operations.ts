import { queryOptions } from '@tanstack/react-query'
import { http } from '~/lib/http'

export type Reconciliation = {
  violations: { check: string; subject: string; detail: string }[]; checks: { name: string; violations: number }[]
  ledger: { currency: string; sum: number; debits: number; credits: number }[]; hops: { waiting: number; failed: number; oldestSeconds: number | null }
}
export const reconciliationQuery = queryOptions({
  queryKey: ['reconciliation'],
  queryFn: ({ signal }) => http.get<Reconciliation>('/operations/reconciliation', signal),
  refetchInterval: 15_000,
})

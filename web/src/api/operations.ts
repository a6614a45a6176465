import { queryOptions } from '@tanstack/react-query'
import { http } from '~/lib/http'
import type { Items, Schemas } from './types'

export type Reconciliation = Schemas['Report']
export const reconciliationQuery = queryOptions({
  queryKey: ['reconciliation'],
  queryFn: ({ signal }) => http.get<Reconciliation>('/operations/reconciliation', signal),
  refetchInterval: 15_000,
})

export type AccountRow = Schemas['AccountView']
export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: ({ signal }) => http.get<Items<AccountRow>>('/accounts', signal),
})
export const makePasswordLink = (accountId: string) => http.post<Schemas['MadeLinkView']>(`/accounts/${accountId}/password-link`)
export const changeRights = (accountId: string, rights: { mayCreateProjects?: boolean; disabled?: boolean }) => http.patch<AccountRow>(`/accounts/${accountId}`, rights)

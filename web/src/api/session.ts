import { queryOptions, useQuery } from '@tanstack/react-query'
import { http } from '~/lib/http'
import type { Account, ApiToken, ContentChoice, InvitationView, Items, Notice, Session, TokenScope } from './types'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => http.get<Session>('/session', signal),
  staleTime: 60_000,
})

/** The signed-in account; pages behind the shell always have one. */
export function useAccount(): Account | null {
  return useQuery(sessionQuery).data?.account ?? null
}

export const signIn = (body: { email: string; password: string }) => http.post<Session>('/session', body)
export const signOut = () => http.delete<void>('/session')
export const setUp = (body: { token: string; name: string; email: string; password: string }) => http.post<Session>('/setup', body)

export const invitationQuery = (token: string) => queryOptions({
  queryKey: ['invitation', token],
  queryFn: ({ signal }) => http.get<InvitationView>(`/invitations/${encodeURIComponent(token)}`, signal),
  retry: false,
})
export const acceptInvitation = (token: string, body: { name?: string; email?: string; password?: string }) =>
  http.post<Session>(`/invitations/${encodeURIComponent(token)}/acceptance`, body)

export const passwordLinkQuery = (token: string) => queryOptions({
  queryKey: ['password-link', token],
  queryFn: ({ signal }) => http.get<{ name: string; email: string | null }>(`/password-links/${encodeURIComponent(token)}`, signal),
  retry: false,
})
export const setNewPassword = (token: string, password: string) => http.post<Session>(`/password-links/${encodeURIComponent(token)}/password`, { password })

export const changePassword = (body: { current: string; next: string }) => http.post<void>('/account/password', body)

export const contentQuery = queryOptions({
  queryKey: ['account', 'content'],
  queryFn: ({ signal }) => http.get<ContentChoice>('/account/content', signal),
})
export const chooseContent = (choice: ContentChoice) => http.put<ContentChoice>('/account/content', choice)

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) => http.get<Items<ApiToken>>('/tokens', signal),
})
export const makeToken = (body: { name: string; scopes: TokenScope[]; expiresInDays: number }) => http.post<ApiToken>('/tokens', body)
export const revokeToken = (id: string) => http.delete<void>(`/tokens/${id}`)

export const noticesQuery = queryOptions({
  queryKey: ['notices'],
  queryFn: ({ signal }) => http.get<Items<Notice>>('/notices', signal),
  refetchInterval: 60_000,
})
export const readNotice = (id: string) => http.post<void>(`/notices/${id}/reading`)

/** What a trainer says of themselves. */
export type Profile = { expertise: string[]; languages: string[]; timeZone: string | null; weeklyHours: number | null; about: string }
export const profileQuery = queryOptions({ queryKey: ['profile'], queryFn: ({ signal }) => http.get<Profile>('/profile', signal) })
export const saveProfile = (profile: Profile) => http.put<Profile>('/profile', profile)

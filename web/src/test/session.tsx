import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { sessionQuery } from '~/api/session'

type Sent = { method: string; path: string; body: unknown }

/** A server where this account is signed in; anything else is answered by path, and what was sent to it is told. */
export function server(account: string, answers: Record<string, unknown> = {}): Sent[] {
  const sent: Sent[] = []
  vi.stubGlobal('fetch', vi.fn(async (url: string, options: RequestInit = {}) => {
    const path = url.replace('/api/v1', '')
    const method = options.method ?? 'GET'
    if (method !== 'GET') sent.push({ method, path, body: options.body ? JSON.parse(options.body as string) : null })
    const body = path === '/session' ? { account: { id: account, owner: false } } : answers[path]
    const [status, value] = body === undefined ? [404, { type: 'not-found', title: 'Not found', detail: '' }] : [200, body]
    return new Response(JSON.stringify(value), { status, headers: { 'Content-Type': 'application/json' } })
  }))
  return sent
}

/** As behind the shell of the app: nothing is shown before it is known who is there. */
export function SignedIn({ children }: { children: ReactNode }) {
  return useQuery(sessionQuery).data ? children : null
}

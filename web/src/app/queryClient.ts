import { QueryClient } from '@tanstack/react-query'
import { Unreachable } from '~/lib/problem'

/** Only an absent server is worth asking again; a refusal stays a refusal. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: (failures, error) => error instanceof Unreachable && failures < 3,
        retryDelay: (attempt) => Math.min(1_000 * 2 ** attempt, 8_000),
        staleTime: 5_000,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

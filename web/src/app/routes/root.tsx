import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router'
import { sessionQuery } from '~/api/session'
import { Shell } from '../Shell'

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Outlet })

/** Everything behind the sign-in; whoever is not signed in goes there and comes back. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData({ ...sessionQuery, revalidateIfStale: true })
    if (session.account === null) {
      throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { back: location.href } })
    }
  },
  component: Shell,
})

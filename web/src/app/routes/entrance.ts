import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { sessionQuery } from '~/api/session'
import { rootRoute } from './root'

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { back?: string } => {
    const back = text(search['back'])
    // Only a path of this app: a link may not send people elsewhere after they signed in.
    return back && /^\/(?![/\\])/.test(back) ? { back } : {}
  },
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery)
    if (session.account !== null) throw redirect({ to: '/' })
  },
  component: lazyRouteComponent(() => import('~/features/entrance/SignInPage'), 'SignInPage'),
})

const setup = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  validateSearch: (search: Record<string, unknown>): { token?: string } => {
    const token = text(search['token'])
    return token ? { token } : {}
  },
  component: lazyRouteComponent(() => import('~/features/entrance/SetupPage'), 'SetupPage'),
})

const invitation = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitations/$token',
  component: lazyRouteComponent(() => import('~/features/entrance/InvitationPage'), 'InvitationPage'),
})

const newPassword = createRoute({
  getParentRoute: () => rootRoute,
  path: '/new-password/$token',
  component: lazyRouteComponent(() => import('~/features/entrance/NewPasswordPage'), 'NewPasswordPage'),
})

export const entranceRoutes = [signIn, setup, invitation, newPassword] as const

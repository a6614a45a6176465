import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from './root'

const home = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  component: lazyRouteComponent(() => import('~/features/home/HomePage'), 'HomePage'),
})

const account = createRoute({
  getParentRoute: () => shellRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('~/features/account/AccountPage'), 'AccountPage'),
})

const earnings = createRoute({
  getParentRoute: () => shellRoute,
  path: '/earnings',
  component: lazyRouteComponent(() => import('~/features/earnings/EarningsPage'), 'EarningsPage'),
})

export const accountRoutes = [home, account, earnings] as const

import type { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { accountRoutes } from './routes/account'
import { assessmentPlaces, calibrationPages } from './routes/calibration'
import { entranceRoutes } from './routes/entrance'
import { projectPages, projectPlaces, projectRoute } from './routes/projects'
import { rootRoute, shellRoute } from './routes/root'
import { runningPages, runningPlaces } from './routes/running'
import { PageFailed, PageMissing, PagePending } from './fallbacks'

const tree = rootRoute.addChildren([
  ...entranceRoutes,
  shellRoute.addChildren([...accountRoutes, ...projectPlaces, ...runningPlaces, ...assessmentPlaces, projectRoute.addChildren([...projectPages, ...calibrationPages, ...runningPages])]),
])

export function newRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultPendingComponent: PagePending,
    defaultErrorComponent: PageFailed,
    defaultNotFoundComponent: PageMissing,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>
  }
}

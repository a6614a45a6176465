import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect } from 'react'
import { sessionQuery } from '~/api/session'
import { onSignedOut } from '~/lib/http'
import { newQueryClient } from './queryClient'
import { newRouter } from './router'
import { schemeStore } from './scheme'
import { theme, variables } from './theme'

const queryClient = newQueryClient()
const router = newRouter(queryClient)

export function App() {
  useEffect(() => onSignedOut(() => {
    const here = router.state.location.href
    if (router.state.location.pathname === '/sign-in') return
    queryClient.removeQueries({ queryKey: sessionQuery.queryKey })
    void router.navigate({ to: '/sign-in', search: { back: here } })
  }), [])
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} colorSchemeManager={schemeStore} defaultColorScheme="auto">
      <Notifications position="bottom-right" />
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  )
}

import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { newQueryClient } from '~/app/queryClient'
import { theme } from '~/app/theme'

export function show(children: ReactNode) {
  const wrap = (inner: ReactNode) => (
    <MantineProvider theme={theme} env="test"><QueryClientProvider client={newQueryClient()}>{inner}</QueryClientProvider></MantineProvider>
  )
  const shown = render(wrap(children))
  return { ...shown, again: (next: ReactNode) => shown.rerender(wrap(next)) }
}

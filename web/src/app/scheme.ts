import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core'

const key = 'touchstone.scheme'

/** Remembers light, dark or 'as the system' under the key that public/scheme.js reads before the first paint. */
export const schemeStore: MantineColorSchemeManager = {
  get(fallback) {
    try {
      return (localStorage.getItem(key) as MantineColorScheme | null) ?? fallback
    } catch {
      return fallback
    }
  },
  set(value) {
    try {
      localStorage.setItem(key, value)
    } catch {
      // Closed store: the choice lasts as long as the page.
    }
  },
  subscribe() {},
  unsubscribe() {},
  clear() {},
}

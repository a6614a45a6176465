import { useSyncExternalStore } from 'react'
import type { Options } from 'react-markdown'

type Plugins = NonNullable<Options['rehypePlugins']>
type Kind = 'math' | 'code'

/** Formulas and code colours weigh more than all else on a page, so they come only with a text that has some. */
const sources: Record<Kind, { worth: RegExp; load: () => Promise<Plugins> }> = {
  math: { worth: /\$|\\\(|\\\[|[`~]{3,}\s*math/, load: async () => (await import('./math')).plugins },
  code: { worth: /^ {0,3}(?:[-*+>\d.]+\s+)*(?:`{3,}|~{3,})\s*\w/m, load: async () => (await import('./code')).plugins },
}
const none: Plugins = []
const loaded = new Map<Kind, Plugins>()
const asked = new Map<Kind, Promise<void>>()
const listeners = new Set<() => void>()

function ask(kind: Kind): Promise<void> {
  const known = asked.get(kind)
  if (known) return known
  const arriving = sources[kind].load().then((plugins) => {
    loaded.set(kind, plugins)
    listeners.forEach((listener) => listener())
  }, () => { asked.delete(kind) })
  asked.set(kind, arriving)
  return arriving
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The plugins a text needs beyond plain Markdown; until they are there it is shown without. */
export function useEnrichments(text: string): { math: Plugins; code: Plugins } {
  const of = (kind: Kind): Plugins => {
    if (!sources[kind].worth.test(text)) return none
    const there = loaded.get(kind)
    if (!there) void ask(kind)
    return there ?? none
  }
  return { math: useSyncExternalStore(subscribe, () => of('math')), code: useSyncExternalStore(subscribe, () => of('code')) }
}

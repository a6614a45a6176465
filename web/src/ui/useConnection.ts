import { useEffect, useSyncExternalStore } from 'react'
import { http, onReachability } from '~/lib/http'

export type Connection = 'there' | 'offline' | 'server-away'

let state: Connection = typeof navigator !== 'undefined' && navigator.onLine === false ? 'offline' : 'there'
const listeners = new Set<() => void>()

function become(next: Connection) {
  if (next === state) return
  state = next
  listeners.forEach((listener) => listener())
}

function ask() {
  http.get('/session').then(() => become('there'), () => undefined)
}

onReachability((reachable) => become(reachable ? 'there' : navigator.onLine === false ? 'offline' : 'server-away'))
if (typeof window !== 'undefined') {
  window.addEventListener('offline', () => become('offline'))
  window.addEventListener('online', () => {
    become('server-away')
    ask()
  })
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether the server answers; while it does not, it is asked every few seconds. */
export function useConnection(): Connection {
  const connection = useSyncExternalStore(subscribe, () => state)
  useEffect(() => {
    if (connection === 'there') return
    const timer = setInterval(ask, 3_000)
    return () => clearInterval(timer)
  }, [connection])
  return connection
}

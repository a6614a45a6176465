import { Problem, problemOf, Unreachable } from './problem'

type Call = { body?: unknown; form?: FormData; signal?: AbortSignal; keepalive?: boolean; idempotencyKey?: string }
type Listener = () => void

const signedOut = new Set<Listener>()
const reachability = new Set<(reachable: boolean) => void>()
let reachable = true

/** Called whenever the server says that nobody is signed in. */
export function onSignedOut(listener: Listener): Listener {
  signedOut.add(listener)
  return () => signedOut.delete(listener)
}

/** Called when the server goes away or comes back, as the calls themselves notice it. */
export function onReachability(listener: (reachable: boolean) => void): Listener {
  reachability.add(listener)
  return () => reachability.delete(listener)
}

function notice(now: boolean) {
  if (now === reachable) return
  reachable = now
  reachability.forEach((listener) => listener(now))
}

function csrf(): Record<string, string> {
  const cookie = /(?:^|;\s*)XSRF-TOKEN=([^;]+)/.exec(document.cookie)
  return cookie?.[1] ? { 'X-XSRF-TOKEN': decodeURIComponent(cookie[1]) } : {}
}

async function send(method: string, path: string, call: Call): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json', ...csrf() }
  if (call.body !== undefined) headers['Content-Type'] = 'application/json'
  if (call.idempotencyKey) headers['Idempotency-Key'] = call.idempotencyKey
  try {
    return await fetch(`/api/v1${path}`, {
      method,
      headers,
      body: call.form ?? (call.body === undefined ? null : JSON.stringify(call.body)),
      credentials: 'same-origin',
      keepalive: call.keepalive ?? false,
      ...(call.signal ? { signal: call.signal } : {}),
    })
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    notice(false)
    throw new Unreachable(cause)
  }
}

async function isStale(response: Response): Promise<boolean> {
  const text = await response.clone().text()
  return !text.startsWith('{') || text.includes('/problems/stale-page')
}

async function call<T>(method: string, path: string, options: Call = {}): Promise<T> {
  let response = await send(method, path, options)
  if (response.status === 403 && method !== 'GET' && await isStale(response)) {
    // The proof against forged requests was missing or old: the session's answer brings a new one, and once more is enough.
    await send('GET', '/session', {})
    response = await send(method, path, options)
  }
  if (!response.ok) {
    const problem = await problemOf(response)
    notice(problem instanceof Problem)
    if (response.status === 401 && path !== '/session' && !(problem instanceof Problem && problem.slug === 'wrong-password')) signedOut.forEach((listener) => listener())
    throw problem
  }
  notice(true)
  if (response.status === 204 || response.headers.get('content-length') === '0') return undefined as T
  return await response.json() as T
}

const underWay = new Map<string, Promise<unknown>>()

/** A change asked for twice at once, as by a double click, is asked of the server once, and both hear what it says. */
function once<T>(method: string, path: string, options: Call = {}): Promise<T> {
  const key = JSON.stringify([method, path, options.body, options.idempotencyKey])
  const running = underWay.get(key)
  if (running) return running as Promise<T>
  const asked = call<T>(method, path, options).finally(() => underWay.delete(key))
  underWay.set(key, asked)
  return asked
}

export const http = {
  get: <T>(path: string, signal?: AbortSignal) => call<T>('GET', path, signal ? { signal } : {}),
  post: <T>(path: string, body?: unknown, options: Call = {}) => once<T>('POST', path, { ...options, body }),
  put: <T>(path: string, body?: unknown, options: Call = {}) => once<T>('PUT', path, { ...options, body }),
  patch: <T>(path: string, body?: unknown) => once<T>('PATCH', path, { body }),
  delete: <T>(path: string) => once<T>('DELETE', path),
  upload: <T>(path: string, form: FormData) => call<T>('POST', path, { form }),
}

/** `?a=1&b=2` of what is there; absent values leave no trace. */
export function query(parameters: Record<string, string | number | boolean | null | undefined>): string {
  const present = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null && value !== '')
  return present.length === 0 ? '' : `?${new URLSearchParams(present.map(([key, value]) => [key, String(value)])).toString()}`
}

import { expect, test, vi } from 'vitest'
import { http, onSignedOut, query } from './http'
import { Problem, sentenceOf, Unreachable } from './problem'

const answer = (status: number, body?: unknown, headers: Record<string, string> = {}) =>
  vi.stubGlobal('fetch', vi.fn(async () => new Response(body === undefined ? null : JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json', ...headers } })))

test('a problem keeps its fields, its sentence and when to try again', async () => {
  answer(422, { type: '/problems/answer-incomplete', title: 'Not complete', detail: 'Two questions are open.', errors: [{ field: 'correct', message: 'No answer yet.' }] }, { 'Retry-After': '7' })
  const problem = await http.put('/leases/l1/judgment', {}).catch((error: unknown) => error) as Problem
  expect(problem).toBeInstanceOf(Problem)
  expect(problem).toMatchObject({ status: 422, slug: 'answer-incomplete', retryAfterSeconds: 7, errors: [{ field: 'correct', message: 'No answer yet.' }] })
  expect(sentenceOf(problem)).toBe('Two questions are open.')
})

test('no answer is not a refusal', async () => {
  vi.stubGlobal('fetch', vi.fn(async () => { throw new TypeError('Failed to fetch') }))
  await expect(http.get('/projects')).rejects.toBeInstanceOf(Unreachable)
  vi.stubGlobal('fetch', vi.fn(async () => new Response('<html>', { status: 503, headers: { 'Content-Type': 'text/html' } })))
  await expect(http.get('/projects')).rejects.toBeInstanceOf(Unreachable)
})

test('the CSRF cookie comes back as a header', async () => {
  document.cookie = 'XSRF-TOKEN=abc%3D'
  answer(204)
  await http.post('/notices/n1/reading')
  expect((vi.mocked(fetch).mock.calls[0]![1]!.headers as Record<string, string>)['X-XSRF-TOKEN']).toBe('abc=')
})

test('a 401 says that nobody is signed in, except where the session itself is asked for', async () => {
  const told = vi.fn()
  const stop = onSignedOut(told)
  answer(401, { title: 'Sign in' })
  await http.post('/session', {}).catch(() => undefined)
  expect(told).not.toHaveBeenCalled()
  await http.get('/projects').catch(() => undefined)
  expect(told).toHaveBeenCalledOnce()
  stop()
})

test('absent parameters leave no trace', () => {
  expect(query({ cursor: null, q: '', limit: 30, state: 'a b' })).toBe('?limit=30&state=a+b')
})

test('a page out of date fetches a new proof and tries once more, not for ever', async () => {
  const stale = () => new Response(JSON.stringify({ type: '/problems/stale-page', title: 'Out of date' }), { status: 403, headers: { 'Content-Type': 'application/problem+json' } })
  const asked: string[] = []
  let posts = 0
  vi.stubGlobal('fetch', vi.fn(async (path: string, { method }: { method: string }) => {
    asked.push(`${method} ${path}`)
    if (method === 'GET') return new Response('{}', { headers: { 'Content-Type': 'application/json' } })
    return posts++ === 0 ? stale() : new Response(null, { status: 204 })
  }))
  await http.post('/x')
  expect(asked).toEqual(['POST /api/v1/x', 'GET /api/v1/session', 'POST /api/v1/x'])
  vi.stubGlobal('fetch', vi.fn(async () => stale()))
  await expect(http.post('/x')).rejects.toMatchObject({ slug: 'stale-page' })
  expect(fetch).toHaveBeenCalledTimes(3)
})

test('a refusal for lack of a role is not tried again', async () => {
  answer(403, { type: '/problems/not-allowed', title: 'Not allowed' })
  await expect(http.post('/x')).rejects.toMatchObject({ status: 403 })
  expect(fetch).toHaveBeenCalledOnce()
})

test('a wrong password signs nobody out', async () => {
  const told = vi.fn()
  const stop = onSignedOut(told)
  answer(401, { type: '/problems/wrong-password', title: 'Wrong', detail: 'E-mail or password do not fit.' })
  await http.post('/invitations/t/acceptance', {}).catch(() => undefined)
  expect(told).not.toHaveBeenCalled()
  stop()
})

test('a double click asks once, another change and a later one are asked too', async () => {
  const words: (() => void)[] = []
  vi.stubGlobal('fetch', vi.fn(() => new Promise<Response>((resolve) => words.push(() => resolve(new Response('{"id":1}', { status: 200 }))))))
  const twice = [http.post('/rechecks', { all: true }), http.post('/rechecks', { all: true })]
  const other = http.post('/rechecks', { all: false })
  expect(words).toHaveLength(2)
  words.forEach((word) => word())
  expect(await Promise.all([...twice, other])).toEqual([{ id: 1 }, { id: 1 }, { id: 1 }])
  const later = http.post('/rechecks', { all: true })
  expect(words).toHaveLength(3)
  words[2]!()
  await later
})

import { beforeEach, expect, test, vi } from 'vitest'
import { Problem } from '~/lib/problem'
import { handIn, sendWaiting, waiting, type Handed } from './outbox'
import type { Submitted } from './types'

const handed = (leaseId: string): Handed => ({ account: 'a1', leaseId, projectId: 'p1', submission: { answers: { correct: { choices: ['yes'] } } }, at: '2026-01-01T10:00:00Z' })
const taken: Submitted = { judgment: { id: 'j1' } as Submitted['judgment'], next: null }
const reply = (status: number, body: unknown) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' } })

beforeEach(() => { vi.useFakeTimers() })

test('an answer is written down before it is sent, and forgotten once it is taken', async () => {
  let stored = 0
  vi.stubGlobal('fetch', vi.fn(async () => {
    stored = waiting('a1').length
    return reply(200, taken)
  }))
  await expect(handIn(handed('l1'))).resolves.toEqual(taken)
  expect(stored).toBe(1)
  expect(waiting('a1')).toEqual([])
})

test('it is sent until somebody answers, always the same way', async () => {
  let away = 5
  const asked = vi.fn(async () => { if (away-- > 0) throw new TypeError('Failed to fetch'); return reply(200, taken) })
  vi.stubGlobal('fetch', asked)
  const delivery = handIn(handed('l2'))
  await vi.advanceTimersByTimeAsync(120_000)
  await expect(delivery).resolves.toEqual(taken)
  expect(asked).toHaveBeenCalledTimes(6)
  expect(new Set(asked.mock.calls.map((call) => JSON.stringify(call))).size).toBe(1)
})

test('handed in twice it travels once', async () => {
  const asked = vi.fn(async () => reply(200, taken))
  vi.stubGlobal('fetch', asked)
  await Promise.all([handIn(handed('l3')), handIn(handed('l3'))])
  expect(asked).toHaveBeenCalledOnce()
})

test('a server that fails is asked again', async () => {
  let failing = 1
  vi.stubGlobal('fetch', vi.fn(async () => (failing-- > 0 ? reply(500, { type: '/problems/internal', title: 'Failed' }) : reply(200, taken))))
  const delivery = handIn(handed('l4'))
  await vi.advanceTimersByTimeAsync(2_000)
  await expect(delivery).resolves.toEqual(taken)
})

test('a refusal is told, not repeated', async () => {
  const asked = vi.fn(async () => reply(409, { type: '/problems/lease-lost', title: 'This task is no longer yours', detail: 'You skipped it.' }))
  vi.stubGlobal('fetch', asked)
  const refused = await handIn(handed('l5')).catch((error: unknown) => error) as Problem
  expect(refused.slug).toBe('lease-lost')
  expect(asked).toHaveBeenCalledOnce()
  expect(waiting('a1')).toEqual([])
})

test('signed out meanwhile, it waits for the next sign-in', async () => {
  vi.stubGlobal('fetch', vi.fn(async () => reply(401, { title: 'Sign in' })))
  await handIn(handed('l6')).catch(() => undefined)
  expect(waiting('a1')).toHaveLength(1)
})

test('what a closed browser left is sent by the next page, for the same account only', async () => {
  localStorage.setItem('touchstone.outbox.a1.l7', JSON.stringify(handed('l7')))
  vi.stubGlobal('fetch', vi.fn(async () => reply(200, taken)))
  const told = vi.fn()
  sendWaiting('a2', told)
  expect(fetch).not.toHaveBeenCalled()
  sendWaiting('a1', told)
  await vi.waitFor(() => expect(told).toHaveBeenCalledWith(handed('l7'), null))
  expect(waiting('a1')).toEqual([])
})

import { waitFor } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { show } from '~/test/render'
import { OwnTimeZone } from './OwnTimeZone'

vi.mock('~/api/session', async (actual) => ({ ...await actual<object>(), useAccount: () => ({ id: 'a1' }) }))

const profile = { expertise: ['law'], languages: [], weeklyHours: 10, about: 'Mine.' }
let calls: { method: string; body: unknown }[] = []

function stands(timeZone: string | null) {
  calls = []
  vi.stubGlobal('fetch', vi.fn(async (_: string, options: RequestInit) => {
    calls.push({ method: options.method!, body: options.body ? JSON.parse(String(options.body)) : null })
    return new Response(options.body ? String(options.body) : JSON.stringify({ ...profile, timeZone }), { status: 200, headers: { 'content-type': 'application/json' } })
  }))
  show(<OwnTimeZone />)
}

beforeEach(() => {
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({ timeZone: 'Asia/Kathmandu' } as Intl.ResolvedDateTimeFormatOptions)
})

test('whoever has chosen no time zone has that of their browser, and keeps the rest of the profile', async () => {
  stands(null)
  await waitFor(() => expect(calls.map((one) => one.method)).toEqual(['GET', 'PUT']))
  expect(calls[1]!.body).toEqual({ ...profile, timeZone: 'Asia/Kathmandu' })
})

test('a chosen one is left alone, wherever the browser is', async () => {
  stands('Europe/Zurich')
  await waitFor(() => expect(calls).toHaveLength(1))
  await new Promise((done) => { queueMicrotask(() => done(null)) })
  expect(calls.map((one) => one.method)).toEqual(['GET'])
})

import { useSyncExternalStore } from 'react'
import { onReachability } from '~/lib/http'
import { Problem, Unreachable } from '~/lib/problem'
import { keys, read, remove, write } from '~/lib/storage'
import type { Submission, Submitted } from './types'
import { submitJudgment } from './work'

export type Handed = { account: string; leaseId: string; projectId: string; submission: Submission; at: string }
type Pending = { handed: Handed; promise: Promise<Submitted>; wake: () => void }

const place = (handed: Pick<Handed, 'account' | 'leaseId'>) => `outbox.${handed.account}.${handed.leaseId}`
const pending = new Map<string, Pending>()
const taken = new Set<string>()
const listeners = new Set<() => void>()
let version = 0

function changed() {
  version++
  listeners.forEach((listener) => listener())
}

/** Worth another try: nobody answered, or the server said that it cannot just now. */
function isPassing(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof Problem && (error.status >= 500 || error.status === 429))
}

/**
 * Hands an answer in: written down first, then sent until the server took it or refused it, the answers of a project one
 * after the other. Sending twice is harmless, since a lease yields one judgment.
 */
export function handIn(handed: Handed): Promise<Submitted> {
  write(place(handed), handed)
  return send(handed)
}

function send(handed: Handed): Promise<Submitted> {
  const known = pending.get(place(handed))
  if (known) return known.promise
  let wake = () => {}
  const earlier = [...pending.values()].filter((one) => one.handed.account === handed.account && one.handed.projectId === handed.projectId).at(-1)
  const deliver = async (): Promise<Submitted> => {
    await earlier?.promise.catch(() => undefined)
    for (let attempt = 0; ; attempt++) {
      try {
        return await submitJudgment(handed.leaseId, handed.submission)
      } catch (error) {
        if (!isPassing(error)) throw error
        const wait = error instanceof Problem && error.retryAfterSeconds ? error.retryAfterSeconds * 1_000 : Math.min(1_000 * 2 ** attempt, 15_000)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, wait)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
    }
  }
  const promise = deliver().finally(() => {
    pending.delete(place(handed))
    changed()
  })
  promise.then(() => { taken.add(place(handed)); remove(place(handed)) }, (error: unknown) => {
    // Signed out is not refused: it waits for the next sign-in.
    if (!(error instanceof Problem && error.status === 401)) remove(place(handed))
  })
  pending.set(place(handed), { handed, promise, wake: () => wake() })
  changed()
  return promise
}

/** What was handed in but has not been taken yet, for example before the browser was closed. */
export function waiting(account: string): Handed[] {
  return keys(`outbox.${account}.`).flatMap((key) => read<Handed>(key) ?? []).sort((a, b) => a.at.localeCompare(b.at))
}

/** Sends all that waits; each outcome is told once. */
export function sendWaiting(account: string, told: (handed: Handed, error: unknown) => void): void {
  for (const handed of waiting(account)) {
    if (pending.has(place(handed))) continue
    send(handed).then(() => told(handed, null), (error: unknown) => told(handed, error))
  }
}

onReachability((there) => { if (there) pending.forEach((entry) => entry.wake()) })
if (typeof window !== 'undefined') window.addEventListener('online', () => pending.forEach((entry) => entry.wake()))

/** Whether this page has seen the answer of a lease taken. */
export const wasTaken = (account: string, leaseId: string): boolean => taken.has(place({ account, leaseId }))

export const isUnderWay = (account: string, leaseId: string): boolean => pending.has(place({ account, leaseId }))

/** The delivery of one lease's answer, if it is under way. */
export function usePending(account: string, leaseId: string): Promise<Submitted> | null {
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, () => version)
  return pending.get(place({ account, leaseId }))?.promise ?? null
}

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Lease } from '~/api/types'
import { renewLease } from '~/api/work'
import { Problem } from '~/lib/problem'

export type LeaseClock = { secondsLeft: number; share: number; lost: boolean; renew: () => Promise<boolean> }

/** How long the task is still reserved, by the server's clock; renewed by itself while somebody works. */
export function useLease(lease: Lease, receivedAt: number, isWorking: () => boolean): LeaseClock {
  const [expiresAt, setExpiresAt] = useState(lease.expiresAt)
  const [offset, setOffset] = useState(() => Date.parse(lease.serverTime) - receivedAt)
  const [now, setNow] = useState(() => Date.now())
  const [lost, setLost] = useState(lease.state === 'EXPIRED')
  const tried = useRef(0)
  const length = Math.max(60, (Date.parse(lease.expiresAt) - Date.parse(lease.leasedAt)) / 1_000)
  const secondsLeft = (Date.parse(expiresAt) - (now + offset)) / 1_000

  const renew = useCallback(async () => {
    tried.current = Date.now()
    try {
      const renewed = await renewLease(lease.id)
      setExpiresAt(renewed.expiresAt)
      setOffset(Date.parse(renewed.serverTime) - Date.now())
      setNow(Date.now())
      return true
    } catch (error) {
      if (error instanceof Problem && (error.status === 409 || error.status === 410)) setLost(true)
      return false
    }
  }, [lease.id])

  useEffect(() => {
    setExpiresAt(lease.expiresAt)
    setOffset(Date.parse(lease.serverTime) - receivedAt)
  }, [lease.expiresAt, lease.serverTime, receivedAt])
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  const isShort = secondsLeft > 0 && secondsLeft < Math.min(length / 3, 600)
  useEffect(() => {
    if (isShort && !lost && isWorking() && Date.now() - tried.current > 30_000) void renew()
  }, [isShort, lost, now, isWorking, renew])
  return { secondsLeft, share: Math.max(0, Math.min(1, secondsLeft / length)), lost: lost || secondsLeft <= 0, renew }
}

import { useCallback, useEffect, useRef, useState } from 'react'
import { saveAnswer, type Attempt } from '~/api/rounds'
import type { Answers } from '~/api/types'
import { Unreachable } from '~/lib/problem'
import { read, remove, write } from '~/lib/storage'
import { sendable } from '~/ui/criteria/answers'

type Copy = { answers: Answers; revision: number }
const pause = 600
const key = (attemptId: string, position: number) => `attempt.${attemptId}.${position}`

/** What is typed into one item: kept in this browser at once, on the server a moment later, and sent again when the network was away. */
export function useTyped(attempt: Attempt, position: number) {
  const asked = attempt.items.find((one) => one.position === position)!
  const [copy, setCopy] = useState<Copy>(() => {
    const local = read<Copy>(key(attempt.id, position))
    return local && local.revision > asked.revision ? local : { answers: asked.answers, revision: asked.revision }
  })
  const [state, setState] = useState<'saved' | 'typing' | 'away' | 'refused'>(copy.revision > asked.revision ? 'typing' : 'saved')
  const latest = useRef(copy)
  const saved = useRef(asked.revision)
  latest.current = copy

  const send = useCallback(async (leaving = false) => {
    const { answers, revision } = latest.current
    if (revision <= saved.current) return
    try {
      await saveAnswer(attempt.id, position, { answers: sendable(attempt.rubric, answers, asked.item), revision, done: false }, leaving)
      saved.current = Math.max(saved.current, revision)
      setState(latest.current.revision > revision ? 'typing' : 'saved')
    } catch (error) {
      setState(error instanceof Unreachable ? 'away' : 'refused')
    }
  }, [attempt.id, attempt.rubric, asked.item, position])

  useEffect(() => {
    if (state !== 'typing' && state !== 'away') return
    const timer = setTimeout(() => void send(), state === 'typing' ? pause : 3_000)
    return () => clearTimeout(timer)
  }, [copy, state, send])
  useEffect(() => {
    const leave = () => void send(true)
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [send])

  const change = useCallback((answers: Answers) => {
    const next = { answers, revision: latest.current.revision + 1 }
    write(key(attempt.id, position), next)
    setCopy(next)
    setState('typing')
  }, [attempt.id, position])
  /** Says that the item is complete; what the server finds wrong is thrown. */
  const finish = useCallback(async () => {
    const revision = latest.current.revision + 1
    saved.current = revision
    const after = await saveAnswer(attempt.id, position, { answers: sendable(attempt.rubric, latest.current.answers, asked.item), revision, done: true })
    setCopy((before) => ({ ...before, revision }))
    setState('saved')
    remove(key(attempt.id, position))
    return after
  }, [attempt.id, attempt.rubric, asked.item, position])
  return { answers: copy.answers, state, change, finish }
}

import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Answers, Aside, Draft } from '~/api/types'
import { Problem, Unreachable } from '~/lib/problem'
import { DraftKeeper, fingerprintOf, pause, sweep } from './DraftKeeper'

const yes: Answers = { correct: { choices: ['yes'] } }
const no: Answers = { correct: { choices: ['no'] } }
const item = { prompt: 'How long do eggs boil?' }
const server = (answers: Answers, revision: number, aside: Aside | null = null): Draft => ({ answers, aside, revision, savedAt: '2026-01-01T10:00:00Z' })

let sent: { answers: Answers; aside: Aside | null; revision: number; leaving: boolean }[] = []
const taking = async (answers: Answers, aside: Aside | null, revision: number, leaving: boolean) => {
  sent.push({ answers, aside, revision, leaving })
  return { revision, savedAt: '2026-01-01T10:00:00Z' }
}
const away = async () => { throw new Unreachable() }
const keep = (save: ConstructorParameters<typeof DraftKeeper>[4] = taking, draft: Draft | null = null, lease = 'l1', account = 'a1') =>
  new DraftKeeper(account, lease, fingerprintOf(item), draft, save)

beforeEach(() => {
  vi.useFakeTimers()
  sent = []
})

describe('a draft', () => {
  test('is in the browser with the very key stroke, and on the server after a pause', async () => {
    keep().answer(yes)
    expect(JSON.stringify(Object.values({ ...localStorage }))).toContain('yes')
    expect(sent).toEqual([])
    await vi.advanceTimersByTimeAsync(pause)
    expect(sent).toEqual([{ answers: yes, aside: null, revision: 1, leaving: false }])
  })

  test('is sent once for many strokes, and again with a higher revision after the next', async () => {
    const keeper = keep()
    for (const answers of [yes, no, yes]) keeper.answer(answers)
    await vi.advanceTimersByTimeAsync(pause)
    keeper.answer(no)
    await vi.advanceTimersByTimeAsync(pause)
    expect(sent.map((one) => [one.answers, one.revision])).toEqual([[yes, 1], [no, 2]])
    expect(keeper.state.sync).toBe('saved')
  })

  test('comes back after a reload that the server never saw', async () => {
    keep(away).answer(no)
    await vi.advanceTimersByTimeAsync(pause)
    const reopened = keep(taking, server(yes, 0))
    expect(reopened.state.answers).toEqual(no)
    await vi.advanceTimersByTimeAsync(0)
    expect(sent[0]?.answers).toEqual(no)
  })

  test('is tried again and again while nobody answers, then saved', async () => {
    let there = false
    const keeper = keep(async (...args) => { if (!there) throw new Unreachable(); return taking(...args) })
    keeper.answer(yes)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(keeper.state.sync).toBe('kept-here')
    there = true
    await vi.advanceTimersByTimeAsync(5_000)
    expect(keeper.state.sync).toBe('saved')
    expect(sent).toHaveLength(1)
  })

  test('finds its task again under a later lease', () => {
    keep(away, null, 'l1').answer(no)
    expect(keep(taking, null, 'l2').state.answers).toEqual(no)
  })

  test('of another account is not shown', () => {
    keep(away, null, 'l1', 'a1').answer(no)
    expect(keep(taking, null, 'l1', 'a2').state.answers).toEqual({})
  })

  test('from another device is taken when nothing was typed here', () => {
    expect(keep(taking, server(yes, 7)).state).toMatchObject({ answers: yes, revision: 7, sync: 'saved' })
  })

  test('asks which one holds when both sides wrote, and overwrites nothing before', async () => {
    keep(away).answer(no)
    const keeper = keep(taking, server(yes, 9))
    expect(keeper.state).toMatchObject({ sync: 'conflict', answers: no, theirs: { answers: yes } })
    keeper.answer({ ...no, more: { text: 'x' } })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sent).toEqual([])
    keeper.resolve('mine')
    await vi.advanceTimersByTimeAsync(0)
    expect(sent[0]?.revision).toBe(10)
  })

  test('that the server holds newer is offered, not lost', async () => {
    const keeper = keep(async () => { throw new Problem(409, 'draft-outdated', '', '', [], null, { draft: server(yes, 5) }) })
    keeper.answer(no)
    await vi.advanceTimersByTimeAsync(pause)
    expect(keeper.state).toMatchObject({ sync: 'conflict', answers: no })
    keeper.resolve('theirs')
    expect(keeper.state).toMatchObject({ sync: 'saved', answers: yes, revision: 5 })
  })

  test('is sent at once when the page is left', async () => {
    const keeper = keep()
    keeper.answer(yes)
    keeper.close()
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toEqual([{ answers: yes, aside: null, revision: 1, leaving: true }])
  })

  test('is not saved beside a judgment that is on its way, and again after a refusal', async () => {
    const keeper = keep()
    keeper.answer(yes)
    keeper.hold(true)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sent).toEqual([])
    keeper.hold(false)
    await vi.advanceTimersByTimeAsync(pause)
    expect(sent).toHaveLength(1)
  })

  test('leaves nothing behind once its judgment is in', async () => {
    const keeper = keep()
    keeper.answer(yes)
    keeper.discard()
    keeper.remember({ activeSeconds: 12 })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sent).toEqual([])
    expect(Object.keys({ ...localStorage })).toEqual([])
  })

  test('has the note and the flag with the answers, here at once and on the server after a pause', async () => {
    const keeper = keep()
    keeper.write({ note: 'See line 3' })
    keeper.write({ flag: { category: 'broken' } })
    keeper.remember({ activeSeconds: 40 })
    expect(keep(away).state).toMatchObject({ note: 'See line 3', flag: { category: 'broken' }, activeSeconds: 40 })
    await vi.advanceTimersByTimeAsync(pause)
    expect(sent.at(-1)).toEqual({ answers: {}, aside: { note: 'See line 3', flag: { category: 'broken' } }, revision: 1, leaving: false })
    expect(keeper.state.sync).toBe('saved')
  })

  test('of another device brings its note and its flag, and they are chosen with its answers', async () => {
    expect(keep(taking, server(yes, 7, { note: 'See line 3', flag: { note: 'Cut' } })).state).toMatchObject({ note: 'See line 3', flag: { note: 'Cut' } })
    keep(away, null, 'l2').write({ note: 'Mine' })
    const both = keep(taking, server({}, 9, { note: 'Theirs' }), 'l2')
    expect(both.state).toMatchObject({ sync: 'conflict', note: 'Mine' })
    both.resolve('theirs')
    expect(both.state).toMatchObject({ sync: 'saved', note: 'Theirs' })
  })

  test('has the words somebody is about to pass the task on with, on this device and on the next', async () => {
    const skip = { reason: 'other', note: 'My shift ends.' }
    keep().write({ skip })
    expect(keep(away).state.skip).toEqual(skip)
    expect(keep(away, null, 'l2').state.skip).toEqual(skip)
    await vi.advanceTimersByTimeAsync(pause)
    expect(sent.at(-1)?.aside).toEqual({ skip })
    localStorage.clear()
    expect(keep(taking, server({}, 1, { skip })).state.skip).toEqual(skip)
  })

  test('kept by an earlier version of this page opens without them', () => {
    localStorage.setItem('touchstone.draft.a1.l1', JSON.stringify({ answers: no, note: '', flag: {}, activeSeconds: 0, revision: 1, unsent: true, at: new Date().toISOString(), fingerprint: fingerprintOf(item) }))
    expect(keep().state).toMatchObject({ answers: no, skip: {} })
  })

  test('a note taken back elsewhere is taken back here', async () => {
    const keeper = keep()
    keeper.write({ note: 'See line 3' })
    await vi.advanceTimersByTimeAsync(pause)
    keeper.close()
    expect(keep(taking, server({}, 2)).state.note).toBe('')
  })

  test('is forgotten after two weeks', () => {
    keep(away).answer(no)
    sweep('a1', Date.now() + 15 * 24 * 3_600_000)
    expect(keep().state.answers).toEqual({})
  })
})

test('a reason typed before its answer is on another device too', async () => {
  const sent: (Aside | null)[] = []
  const first = new DraftKeeper('a1', 'l1', 'f', null, async (_, aside, revision) => { sent.push(aside); return { revision, savedAt: '2026-01-01T00:00:00Z' } })
  first.answer({ correct: { byResponse: { 1: { justification: 'The date is wrong.' } } }, trust: { justification: 'No source.' } })
  await vi.advanceTimersByTimeAsync(pause + 10)
  expect(sent.at(-1)).toEqual({ reasons: { 'correct/1': 'The date is wrong.', trust: 'No source.' } })
  localStorage.clear()
  const second = new DraftKeeper('a1', 'l1', 'f', { answers: { correct: { byResponse: { 0: { choices: ['yes'] } } } }, aside: sent.at(-1)!, revision: 1, savedAt: '2026-01-01T00:00:00Z' }, async (_, __, revision) => ({ revision, savedAt: '2026-01-01T00:00:00Z' }))
  expect(second.state.answers).toEqual({ correct: { byResponse: { 0: { choices: ['yes'] }, 1: { justification: 'The date is wrong.' } } }, trust: { justification: 'No source.' } })
})

import type { Answers, Aside, BegunSkip, Draft, Flag } from '~/api/types'
import { Problem } from '~/lib/problem'
import { keys, read, remove, write } from '~/lib/storage'

/** What a person typed for one task, as this browser remembers it. */
export type LocalDraft = {
  answers: Answers; note: string; flag: Partial<Flag>; skip: BegunSkip; activeSeconds: number
  /** Revision of the server's copy that this grew from, and whether something here is newer than that. */
  revision: number; unsent: boolean; at: string; fingerprint: string
}
export type Sync = 'saved' | 'saving' | 'kept-here' | 'conflict'
export type DraftState = LocalDraft & { sync: Sync; savedAt: string | null; theirs: Draft | null }
type Save = (answers: Answers, aside: Aside | null, revision: number, leaving: boolean) => Promise<{ revision: number; savedAt: string }>

const fortnight = 14 * 24 * 3_600_000
export const pause = 700
const patience = 4_000

/** Tells one task from another by what is judged, so that a draft finds its task again under a later lease. */
export function fingerprintOf(item: unknown): string {
  let hash = 0x811c9dc5
  for (const character of JSON.stringify(item)) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193)
  return (hash >>> 0).toString(36)
}

/** Keeps a draft as it is typed: in the browser at once, on the server a moment later, and never the older over the newer. */
export class DraftKeeper {
  private readonly place: string
  private readonly listeners = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private sending = false
  private closed = false
  private discarded = false
  private held = false
  private current: DraftState

  constructor(account: string, leaseId: string, fingerprint: string, server: Draft | null, private readonly save: Save) {
    this.place = `draft.${account}.${leaseId}`
    const local = stored(this.place) ?? earlier(account, fingerprint)
    this.current = opened(local, server, fingerprint)
    if (this.current.unsent && this.current.sync !== 'conflict') this.schedule(0)
  }

  get state(): DraftState {
    return this.current
  }

  readonly snapshot = (): DraftState => this.current

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => { this.listeners.delete(listener) }
  }

  answer(answers: Answers) {
    this.type({ answers })
  }

  /** A note to the reviewer, a flag and a skip are kept like answers until they travel. */
  write(aside: Partial<Pick<LocalDraft, 'note' | 'flag' | 'skip'>>) {
    this.type(aside)
  }

  /** The time at work stays in this browser. */
  remember(change: Pick<LocalDraft, 'activeSeconds'>) {
    this.set(change)
  }

  private type(change: Partial<LocalDraft>) {
    this.set({ ...change, unsent: true, sync: this.current.sync === 'conflict' ? 'conflict' : 'saving' })
    if (this.current.sync !== 'conflict') this.schedule(pause)
  }

  /** Two windows wrote: the person says which one holds. */
  resolve(choice: 'mine' | 'theirs') {
    const theirs = this.current.theirs
    if (theirs === null) return
    if (choice === 'theirs') this.set({ answers: withTypedReasons(theirs.answers, theirs.aside), ...written(theirs.aside), revision: theirs.revision, unsent: false, sync: 'saved', savedAt: theirs.savedAt, theirs: null })
    else {
      this.set({ revision: theirs.revision, unsent: true, sync: 'saving', theirs: null })
      this.schedule(0)
    }
  }

  /** Sends at once what has not been sent, for example because the page is being left. */
  flush(leaving = false) {
    if (this.current.unsent && this.current.sync !== 'conflict') void this.send(leaving)
  }

  /** The task is done: nothing is left to keep. */
  discard() {
    this.discarded = true
    clearTimeout(this.timer)
    remove(this.place)
  }

  /** While the judgment travels, nothing is saved beside it; whatever becomes of it, the browser's copy stays. */
  hold(held: boolean) {
    this.held = held
    clearTimeout(this.timer)
    if (!held && this.current.unsent && this.current.sync !== 'conflict') this.schedule(pause)
  }

  /** Everything typed so far is on the server, or will not be for now. */
  async settled() {
    clearTimeout(this.timer)
    while (this.sending) await new Promise<void>((done) => { const stop = this.subscribe(() => { stop(); done() }) })
    if (this.current.unsent && this.current.sync !== 'conflict') await this.send(false)
  }

  open() {
    this.closed = false
  }

  /** The page is left: what is unsent is sent at once, and stays in this browser either way. */
  close() {
    clearTimeout(this.timer)
    this.flush(true)
    this.closed = true
  }

  private schedule(delay: number) {
    clearTimeout(this.timer)
    if (!this.held) this.timer = setTimeout(() => void this.send(false), delay)
  }

  private async send(leaving: boolean) {
    if (this.discarded || this.held || (this.sending && !leaving)) return
    this.sending = true
    const { answers, note, flag, skip } = this.current
    try {
      const saved = await this.save(answers, asideOf({ note, flag, skip, answers }), this.current.revision + 1, leaving)
      const unsent = this.current.answers !== answers || this.current.note !== note || this.current.flag !== flag || this.current.skip !== skip
      this.set({ revision: Math.max(this.current.revision, saved.revision), unsent, savedAt: saved.savedAt, sync: unsent ? 'saving' : 'saved' })
      if (unsent && !this.closed) this.schedule(pause)
    } catch (error) {
      this.failed(error)
    } finally {
      this.sending = false
    }
  }

  private failed(error: unknown) {
    if (error instanceof Problem && error.status === 409) {
      const theirs = draftIn(error)
      if (theirs) return this.set({ sync: 'conflict', theirs })
    }
    this.set({ sync: 'kept-here' })
    const isFinal = error instanceof Problem && error.status < 500 && error.status !== 429
    if (!isFinal && !this.closed) this.schedule(patience)
  }

  private set(change: Partial<DraftState>) {
    if (this.discarded) return
    this.current = { ...this.current, ...change, at: new Date().toISOString() }
    const { sync: _, savedAt: __, theirs: ___, ...kept } = this.current
    write(this.place, kept)
    this.listeners.forEach((listener) => listener())
  }
}

function draftIn(problem: Problem): Draft | null {
  const stored = problem.body['draft'] ?? problem.body['stored']
  return stored && typeof stored === 'object' && 'answers' in stored ? stored as Draft : null
}

const blank = { answers: {}, note: '', flag: {}, skip: {}, activeSeconds: 0, revision: 0, unsent: false }

/** What was kept before a skip was, has none. */
function stored(place: string): LocalDraft | null {
  const draft = read<LocalDraft>(place)
  return draft && { ...draft, skip: draft.skip ?? {} }
}

function opened(local: LocalDraft | null, server: Draft | null, fingerprint: string): DraftState {
  const kept = { ...blank, at: new Date().toISOString(), ...local, fingerprint }
  if (server === null) return { ...kept, revision: 0, unsent: Object.keys(kept.answers).length > 0 || asideOf(kept) !== null, sync: 'saved', savedAt: null, theirs: null }
  const aside = server.aside || server.revision > kept.revision ? written(server.aside) : {}
  if (!kept.unsent) return { ...kept, ...aside, answers: withReasons(withTypedReasons(server.answers, server.aside), kept), revision: server.revision, sync: 'saved', savedAt: server.savedAt, theirs: null }
  if (server.revision > kept.revision && JSON.stringify([server.answers, written(server.aside)]) !== JSON.stringify([kept.answers, written(asideOf(kept))])) {
    return { ...kept, sync: 'conflict', savedAt: server.savedAt, theirs: server }
  }
  return { ...kept, revision: server.revision, sync: 'saving', savedAt: server.savedAt, theirs: null }
}

/** The note, the flag, the skip and the reasons as they travel; null where nothing is written. */
function asideOf({ note, flag, skip, answers }: Pick<LocalDraft, 'note' | 'flag' | 'skip' | 'answers'>): Aside | null {
  const begun = flag.category !== undefined || Boolean(flag.note)
  const leaving = skip.reason !== undefined || Boolean(skip.note)
  const reasons = reasonsIn(answers)
  const typed = Object.keys(reasons).length > 0
  return note || begun || leaving || typed ? { ...(note ? { note } : {}), ...(begun ? { flag } : {}), ...(leaving ? { skip } : {}), ...(typed ? { reasons } : {}) } : null
}

/** Every reason that was typed; those before their answer travel in no other way. */
function reasonsIn(answers: Answers): Record<string, string> {
  const typed = Object.entries(answers).flatMap(([key, answer]) => [
    [key, answer.justification] as const, ...Object.entries(answer.byResponse ?? {}).map(([index, row]) => [`${key}/${index}`, row.justification] as const),
  ])
  return Object.fromEntries(typed.flatMap(([place, reason]) => reason?.trim() ? [[place, reason]] : []))
}

function withTypedReasons(answers: Answers, aside: Aside | null | undefined): Answers {
  const filled = { ...answers }
  for (const [place, justification] of Object.entries(aside?.reasons ?? {})) {
    const [key, index] = place.split('/') as [string, string?]
    const answer = filled[key] ?? {}
    if (index === undefined) filled[key] = { justification, ...answer }
    else filled[key] = { ...answer, byResponse: { ...answer.byResponse, [index]: { justification, ...answer.byResponse?.[index] } } }
  }
  return filled
}

function written(aside: Aside | null | undefined): Pick<LocalDraft, 'note' | 'flag' | 'skip'> {
  return { note: aside?.note ?? '', flag: aside?.flag ?? {}, skip: aside?.skip ?? {} }
}

/** The server keeps complete answers only; where its copy is the one this browser sent, the browser's is fuller. */
function withReasons(answers: Answers, kept: LocalDraft): Answers {
  return { ...answers, ...Object.fromEntries(Object.entries(kept.answers).filter(([key]) => !(key in answers))) }
}

/** Whether somebody has typed or chosen anything for this lease on this device. */
export function isBegun(account: string, leaseId: string): boolean {
  const draft = stored(`draft.${account}.${leaseId}`)
  return draft !== null && (Object.keys(draft.answers).length > 0 || asideOf(draft) !== null)
}

/** A draft of the same task under an earlier lease, for example one that ran out while the network was away. */
function earlier(account: string, fingerprint: string): LocalDraft | null {
  const found = keys(`draft.${account}.`).flatMap((key) => {
    const draft = stored(key)
    return draft?.fingerprint === fingerprint ? [draft] : []
  }).sort((a, b) => b.at.localeCompare(a.at))[0]
  return found ? { ...found, revision: 0, unsent: true } : null
}

/** Forgets drafts nobody came back to for two weeks. */
export function sweep(account: string, now = Date.now()) {
  for (const key of keys(`draft.${account}.`)) {
    const draft = read<LocalDraft>(key)
    if (draft === null || now - new Date(draft.at).getTime() > fortnight) remove(key)
  }
}

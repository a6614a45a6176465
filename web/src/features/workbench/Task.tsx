import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { Answers, Flag, Lease, Span, Work } from '~/api/types'
import { t } from '~/lib/i18n'
import { keyMap, shownKey, type Action } from '~/lib/keys'
import type { Problem } from '~/lib/problem'
import { read, write } from '~/lib/storage'
import { faultsOf, isComplete, isTouched, sendable } from '~/ui/criteria/answers'
import { asking, brokenRules } from '~/ui/criteria/asking'
import { CriteriaForm } from '~/ui/criteria/CriteriaForm'
import { answered, moved, nextOpen, stops, type Cursor } from '~/ui/criteria/cursor'
import { fieldOf, partOf, showAt } from '~/ui/criteria/fields'
import { LastWordsContext, writtenIn, type LastWords } from '~/ui/criteria/lastWords'
import { MarkingContext } from '~/ui/criteria/marking'
import { usePageKeys } from '~/ui/criteria/usePageKeys'
import type { Passage } from '~/ui/item/ItemText'
import { ItemView, plainOptions, type ItemOptions } from '~/ui/item/ItemView'
import { leasePictures, PicturesContext } from '~/ui/markdown/pictures'
import { MarkPopover } from '~/ui/item/MarkPopover'
import { marksOf, stepPassage } from '~/ui/item/marks'
import { SentenceStepper, showSentence } from '~/ui/item/SentenceStepper'
import { FlagDialog } from './FlagDialog'
import { GuidelineDrawer, type DrawerPage } from './GuidelineDrawer'
import { KeySheet } from './KeySheet'
import { fits } from './notes'
import { SkipDialog } from './SkipDialog'
import { SubmitBar } from './SubmitBar'
import classes from './Task.module.css'
import { TaskBar } from './TaskBar'
import { TaskNotices } from './TaskNotices'
import { useActiveTime } from './useActiveTime'
import { useHandIn, type GoAhead } from './useHandIn'
import { useKeeper } from './useKeeper'
import { useLease } from './useLease'

type Open = 'flag' | 'skip' | 'sheet' | null
type Props = { account: string; lease: Lease; receivedAt: number; today: Work['today']; refusal?: Problem | null; onNext: (next: Work | null, saying: string) => void; goAhead?: GoAhead }
/** A key struck twice hands in once: so long a task that came at once takes no submission while nothing of it is answered. */
const doubleStroke = 500

/** One task on the bench, from its first look to its submission. */
export function Task({ account, lease, receivedAt, today, refusal = null, onNext, goAhead }: Props) {
  const { item, rubric } = lease
  const n = item.responses.length
  const keeper = useKeeper(account, lease)
  const draft = useSyncExternalStore(keeper.subscribe, keeper.snapshot)
  const active = useActiveTime(keeper)
  const held = useLease(lease, receivedAt, active.lastSign)
  const { delivery, hand, clear } = useHandIn(account, lease, keeper, refusal, onNext, goAhead)
  const [options, setOptions] = useState<ItemOptions>(() => ({ ...plainOptions, ...read<ItemOptions>('view') }))
  const [cursor, setCursor] = useState<Cursor>(() => stops({ rubric, item, answers: draft.answers })[0] ?? { key: '', response: 0 })
  const [shown, setShown] = useState(0)
  const [tried, setTried] = useState(false)
  const [open, setOpen] = useState<Open>(null)
  const [guideline, setGuideline] = useState<DrawerPage | null>(null)
  const [asked, setAsked] = useState(0)
  const [noteOpen, setNoteOpen] = useState(draft.note !== '')
  const [keysVersion, setKeysVersion] = useState(0)
  const [openedAt] = useState(() => lease.state === 'AHEAD' ? performance.now() : -Infinity)
  const [stepping, setStepping] = useState<string | null>(null)
  const [sentence, setSentence] = useState<Passage | null>(null)
  const [selected, setSelected] = useState<{ passage: Passage; rect: DOMRect | null } | null>(null)
  const root = useRef<HTMLDivElement>(null)
  const wordsPlace = `words.${account}.${lease.projectId}`
  const [lastWords] = useState<LastWords>(() => read<LastWords>(wordsPlace) ?? {})
  const latest = useRef({ rubric, item, answers: draft.answers })
  latest.current = { rubric, item, answers: draft.answers }
  const map = useMemo(() => keyMap(), [keysVersion])
  const busy = delivery.state === 'sending' || delivery.state === 'waiting'
  const critiques = useMemo(() => rubric.criteria.filter((criterion) => criterion.kind === 'critique'), [rubric])
  const asks = useMemo(() => asking(rubric, draft.answers, item), [rubric, draft.answers, item])
  const counted = rubric.criteria.filter((one) => asks(one) && (one.required || isTouched(draft.answers[one.key])))
  const ground = { rubric, item, answers: draft.answers }
  const criterion = rubric.criteria.find((one) => one.key === cursor.key)

  const change = useCallback((answers: Answers) => {
    if (busy) return
    keeper.answer(answers)
    clear()
  }, [keeper, busy, clear])
  const faults = useMemo(() => {
    const broken = tried ? brokenRules(rubric, draft.answers, item) : {}
    return Object.fromEntries(rubric.criteria.map((one) => {
      const own = tried ? [...faultsOf(one, draft.answers[one.key], item, asks), ...(broken[one.key] ?? [])] : []
      return [one.key, delivery.faults[one.key] ?? own]
    }))
  }, [rubric, draft.answers, item, asks, tried, delivery.faults])

  const stand = useCallback((next: Cursor) => {
    setCursor(next)
    setShown(next.response)
    requestAnimationFrame(() => showAt(root.current, next.key, next.part))
  }, [])
  const submit = () => {
    if (busy || (performance.now() - openedAt < doubleStroke && !rubric.criteria.some((one) => isTouched(draft.answers[one.key])))) return
    setTried(true)
    const broken = brokenRules(rubric, draft.answers, item)
    const first = rubric.criteria.find((one) => faultsOf(one, draft.answers[one.key], item, asks).length > 0) ?? rubric.criteria.find((one) => broken[one.key])
    if (first) return stand(stops(ground).find((stop) => stop.key === first.key) ?? { key: first.key, response: 0 })
    if (!fits(draft.note)) return run.note()
    const answers = sendable(rubric, draft.answers, item)
    write(wordsPlace, writtenIn(answers))
    hand({ answers, ...(draft.note.trim() ? { note: draft.note.trim() } : {}), activeSeconds: active.seconds }, t('Submitted. Here is the next task.'))
  }
  const flag = (raised: Flag) => {
    setOpen(null)
    if (!fits(draft.note)) return run.note()
    hand({ flag: raised, ...(draft.note.trim() ? { note: draft.note.trim() } : {}), activeSeconds: active.seconds }, t('The flag was handed in. Here is the next task.'))
  }
  const view = (name: keyof ItemOptions) => () => setOptions((before) => {
    const after = { ...before, [name]: !before[name] }
    write('view', after)
    return after
  })
  const focusField = (name: string) => (fieldOf(root.current, cursor.key, name) ?? root.current?.querySelector<HTMLElement>(`[data-field="${name}"]`))?.focus()
  const writeHere = () => focusField(criterion?.kind === 'critique' ? 'comment' : cursor.key)
  const run: Record<Action, () => void> = {
    submit, skip: () => setOpen('skip'), flag: () => setOpen('flag'), sheet: () => setOpen('sheet'),
    note: () => { setNoteOpen(true); requestAnimationFrame(() => focusField('note')) },
    renew: () => void held.renew(), uncover: () => undefined,
    next: () => stand(moved(ground, cursor, 1)),
    previous: () => stand(moved(ground, cursor, -1)),
    open: () => { const next = nextOpen(ground, cursor); if (next) stand(next) },
    write: writeHere, why: () => focusField('why:'),
    mark: () => { const critique = criterion?.kind === 'critique' ? criterion : critiques[0]; if (critique) setStepping(critique.key) },
    guideline: () => { setAsked(0); setGuideline((before) => (before === null ? 'guideline' : null)) },
    search: () => { setGuideline('guideline'); setAsked((before) => before + 1) },
    examples: () => { setAsked(0); setGuideline((before) => (before === 'examples' ? null : 'examples')) },
    differences: () => { const own = criterion?.kind === 'rewrite' ? partOf(root.current, cursor.key, '[data-changes]') : null; if (own) own.click(); else view('differences')() }, together: view('together'), whole: view('whole'), tabs: view('tabs'),
  }
  const give = (key: string): boolean => {
    const after = busy ? null : answered(ground, cursor, key)
    if (after === null) return false
    change(after.answers)
    if (after.cursor !== cursor) stand(after.cursor)
    return true
  }
  usePageKeys({
    blocked: () => open !== null || selected !== null,
    version: keysVersion,
    run,
    digit: (digit) => give(String(digit)),
    character: (key) => {
      if (give(key)) return true
      const index = key.length === 1 ? key.charCodeAt(0) - 97 : -1
      if (index < 0 || index >= Math.min(n, 4)) return false
      setShown(index)
      setCursor((before) => ({ ...before, response: index, ...(criterion?.kind === 'steps' ? { part: 0 } : {}) }))
      return true
    },
  })
  useEffect(() => { window.scrollTo(0, 0) }, [])
  useEffect(() => { if (draft.sync === 'conflict') root.current?.scrollIntoView({ block: 'start' }) }, [draft.sync])

  const step = criterion?.kind === 'steps' ? cursor.part : undefined
  const marks = useMemo(() => marksOf(rubric, draft.answers, sentence ?? stepPassage(item, cursor.response, step)), [rubric, draft.answers, sentence, item, cursor.response, step])
  const canMark = critiques.length > 0 && !busy
  const select = useCallback((passage: Passage, rect: DOMRect) => setSelected({ passage, rect }), [])
  const choose = useCallback((passage: Passage) => setSelected({
    passage, rect: document.querySelector('[data-mark="sentence"]')?.getBoundingClientRect() ?? null,
  }), [])
  const show = useCallback((passage: Passage) => {
    setSentence(passage)
    if (passage.response !== null) setShown(Number(passage.response))
  }, [])
  useEffect(() => showSentence(sentence), [sentence])
  const addSpan = (key: string, span: Span) => {
    change({ ...draft.answers, [key]: { ...draft.answers[key], spans: [...(draft.answers[key]?.spans ?? []), span] } })
    setSelected(null)
    window.getSelection()?.removeAllRanges()
  }
  const activate = useCallback((key: string, response?: number, part?: number) => {
    setCursor((before) => ({ key, response: response ?? (before.key === key ? before.response : 0), part: part ?? (before.key === key && (response === undefined || response === before.response) ? before.part : stops(latest.current).find((stop) => stop.key === key)?.part) }))
    if (response !== undefined) setShown(response)
  }, [])
  const marking = useMemo(() => ({ stepThrough: setStepping, key: shownKey(map.mark) }), [map])
  const endStepping = () => { setStepping(null); setSentence(null) }

  return (
    <MarkingContext value={marking}><LastWordsContext value={lastWords}><PicturesContext value={leasePictures(lease.id)}>
      <div ref={root} className={classes.bench} data-bench data-drawer={guideline || undefined}>
        <TaskBar lease={lease} today={today} held={held} active={active} options={options} map={map} run={run} />
        <TaskNotices lease={lease} draft={draft} delivery={delivery} held={held} criteria={rubric.criteria} onResolve={(choice) => keeper.resolve(choice)} onNext={() => { keeper.discard(); onNext(null, '') }} />
        <div className={classes.columns}>
          <div className={classes.item}>
            <ItemView item={item} options={options} marks={marks} mapped={critiques.length > 0} current={shown} onCurrent={setShown} currentTurn={criterion?.kind === 'turns' ? cursor.part : undefined}
              {...(canMark ? { onSelect: select } : {})} onMark={(id) => document.getElementById(id)?.scrollIntoView({ block: 'center' })} />
            {stepping !== null && <SentenceStepper item={item} from={shown} onShow={show} onChoose={choose} onEnd={endStepping} />}
          </div>
          <form className={classes.form} aria-label={t('Your judgment')} onSubmit={(event) => { event.preventDefault(); submit() }}>
            <div className={classes.criteria} tabIndex={0} role="region" aria-label={t('Questions')}>
              <CriteriaForm rubric={rubric} item={item} answers={draft.answers} faults={faults} active={cursor.key} activeResponse={cursor.response} activePart={cursor.part} readOnly={busy} onChange={change} onActivate={activate} />
            </div>
            <SubmitBar draft={draft} delivery={delivery} map={map} noteOpen={noteOpen} onNoteToggle={() => setNoteOpen(!noteOpen)} onNote={(note) => keeper.write({ note })} onSubmit={submit} onOpen={run.open}
              done={counted.filter((one) => isComplete(one, draft.answers[one.key], item, asks)).length} all={counted.length} />
          </form>
        </div>
      </div>
      {selected && (
        <MarkPopover key={`${selected.passage.response}${selected.passage.turn}${selected.passage.start}${selected.passage.end}`} passage={selected.passage} rect={selected.rect} critiques={critiques} preferred={stepping ?? (criterion?.kind === 'critique' ? criterion.key : null)}
          onAdd={addSpan} onClose={() => setSelected(null)} />
      )}
      <GuidelineDrawer page={guideline} lease={lease} current={criterion} keys={{ search: shownKey(map.search), examples: shownKey(map.examples) }} asked={asked} onPage={setGuideline} onClose={() => setGuideline(null)} />
      <FlagDialog opened={open === 'flag'} kept={draft.flag} onKeep={(kept) => keeper.write({ flag: kept })} onClose={() => setOpen(null)} onFlag={flag} />
      <SkipDialog opened={open === 'skip'} leaseId={lease.id} kept={draft.skip} onKeep={(kept) => keeper.write({ skip: kept })} onClose={() => setOpen(null)} onSkipped={(next) => { keeper.discard(); onNext(next, t('Skipped. Here is the next task.')) }} />
      <KeySheet opened={open === 'sheet'} onClose={() => setOpen(null)} onChanged={() => setKeysVersion((before) => before + 1)} />
    </PicturesContext></LastWordsContext></MarkingContext>
  )
}

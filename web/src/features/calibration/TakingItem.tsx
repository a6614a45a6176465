import { Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Attempt } from '~/api/rounds'
import { t } from '~/lib/i18n'
import { faultsOf } from '~/ui/criteria/answers'
import { asking } from '~/ui/criteria/asking'
import { CriteriaForm } from '~/ui/criteria/CriteriaForm'
import { underDialog, usePageKeys } from '~/ui/criteria/usePageKeys'
import { Fault } from '~/ui/Fault'
import { MarkingDesk } from '~/ui/item/MarkingDesk'
import { answerFaults } from '~/ui/judged/AnswerSheet'
import { JudgingSheet } from '~/ui/judged/JudgingSheet'
import { BesideStandard } from './BesideStandard'
import { useTyped } from './useTyped'

const said = { saved: t('Draft saved'), typing: t('Saving…'), away: t('Not sent yet: kept here until the network is back'), refused: t('Not saved: reload to go on from what is stored') }

type Props = { attempt: Attempt; position: number; last: boolean; onDone: (after: Attempt) => void; onNext: () => void }

/** One item of an attempt that is still open. */
export function TakingItem({ attempt, position, last, onDone, onNext }: Props) {
  const asked = attempt.items.find((one) => one.position === position)!
  const typed = useTyped(attempt, position)
  const [tried, setTried] = useState(false)
  const justAnswered = useRef(false)
  const asks = asking(attempt.rubric, typed.answers, asked.item)
  const finishing = useMutation({
    mutationFn: typed.finish,
    onSuccess: (after) => {
      justAnswered.current = true
      onDone(after)
    },
  })
  const practised = attempt.kind === 'PRACTICE' && asked.done
  // What was asked for is the reason why: the first question beside the standard comes into view, not the item above it.
  useEffect(() => {
    if (!practised || !justAnswered.current) return
    justAnswered.current = false
    const first = document.querySelector<HTMLElement>('[data-beside]')
    if (first === null) return window.scrollTo(0, 0)
    first.focus({ preventScroll: true })
    first.scrollIntoView({ block: 'start' })
  }, [practised])
  const server = answerFaults(finishing.error, attempt.rubric)
  const faults = Object.fromEntries(attempt.rubric.criteria.map((one) => [one.key, server[one.key] ?? (tried ? faultsOf(one, typed.answers[one.key], asked.item, asks) : [])]))
  const finish = () => {
    setTried(true)
    const wrong = attempt.rubric.criteria.find((one) => faultsOf(one, typed.answers[one.key], asked.item, asks).length > 0)
    if (wrong) document.querySelector(`[data-criterion="${wrong.key}"]`)?.scrollIntoView({ block: 'center' })
    else finishing.mutate()
  }
  usePageKeys({ blocked: underDialog, run: practised && !last ? { submit: onNext } : {} })
  if (practised) {
    return (
      <>
        <BesideStandard attempt={attempt} asked={asked} />
        {!last && <div><Button onClick={onNext}>{t('Next item')}</Button></div>}
      </>
    )
  }
  return (
    <MarkingDesk item={asked.item} rubric={attempt.rubric} answers={typed.answers} enabled onChange={typed.change}>
      <JudgingSheet item={asked.item} itemName={t('Item {n}', { n: position })} formName={t('Your answers')} onSubmit={finish}
        fault={finishing.error !== null && Object.keys(server).length === 0 && <Fault error={finishing.error} />}
        bar={<>
          <Text size="xs" c={typed.state === 'away' || typed.state === 'refused' ? 'var(--gold-ink)' : 'dimmed'} role="status">{Object.keys(typed.answers).length === 0 && typed.state === 'saved' ? '' : said[typed.state]}</Text>
          <Button type="submit" loading={finishing.isPending}>{attempt.kind === 'PRACTICE' ? t('Answer and see why') : asked.done ? t('Keep the change') : t('Answer and go on')}</Button>
        </>}>
        <CriteriaForm rubric={attempt.rubric} item={asked.item} answers={typed.answers} faults={faults}
          readOnly={finishing.isPending} onChange={typed.change} wholePage />
      </JudgingSheet>
    </MarkingDesk>
  )
}

import { Alert, Anchor, Button, Stack, Text, Textarea, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Answers, Revision } from '~/api/types'
import { reviseJudgment, revisionQuery } from '~/api/work'
import { moment } from '~/lib/format'
import { t } from '~/lib/i18n'
import { read, remove, write } from '~/lib/storage'
import { faultsOf, sendable } from '~/ui/criteria/answers'
import { asking, brokenRules } from '~/ui/criteria/asking'
import { CriteriaForm } from '~/ui/criteria/CriteriaForm'
import { Fault } from '~/ui/Fault'
import { MarkingDesk } from '~/ui/item/MarkingDesk'
import { answerFaults } from '~/ui/judged/AnswerSheet'
import { JudgingSheet } from '~/ui/judged/JudgingSheet'
import { AnchorLink } from '~/ui/links'
import { Loaded } from '~/ui/Loaded'
import { leasePictures, PicturesContext } from '~/ui/markdown/pictures'

/** A judgment of one's own, given anew while there is time; the one before is kept and the pay stays what it was. */
export function RevisePage() {
  const { projectId, judgmentId } = useParams({ strict: false }) as { projectId: string; judgmentId: string }
  const revision = useQuery(revisionQuery(judgmentId))
  useDocumentTitle(`${t('Revise a judgment')} · Touchstone`)
  return (
    <Stack gap="md">
      <div>
        <AnchorLink to="/projects/$projectId/record" params={{ projectId }} size="sm">{t('Back to my work')}</AnchorLink>
        <Title order={2} fz="h3" mt={4}>{t('Revise a judgment')}</Title>
      </div>
      <Loaded query={revision} lines={8}>{(found) => <Revising key={found.revision} revision={found} />}</Loaded>
    </Stack>
  )
}

type Typed = { answers: Answers; note: string }

function Revising({ revision }: { revision: Revision }) {
  const { rubric, item } = revision
  const place = `revision.${revision.judgmentId}.${revision.revision}`
  const before: Typed = { answers: revision.answers, note: revision.note ?? '' }
  const [typed, setTyped] = useState<Typed>(() => read<Typed>(place) ?? before)
  const [tried, setTried] = useState(false)
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const changed = JSON.stringify(typed) !== JSON.stringify(before)
  useEffect(() => { if (changed) write(place, typed) }, [place, typed, changed])
  const asks = asking(rubric, typed.answers, item)
  const revising = useMutation({
    mutationFn: () => reviseJudgment(revision.judgmentId, { answers: sendable(rubric, typed.answers, item), ...(typed.note.trim() ? { note: typed.note.trim() } : {}) }),
    onSuccess: async () => {
      remove(place)
      await queryClient.invalidateQueries({ queryKey: ['judgments', 'mine', revision.projectId] })
      await navigate({ to: '/projects/$projectId/record', params: { projectId: revision.projectId }, hash: revision.judgmentId })
    },
  })
  const server = answerFaults(revising.error, rubric)
  const broken = brokenRules(rubric, typed.answers, item)
  const faults = Object.fromEntries(rubric.criteria.map((one) =>
    [one.key, server[one.key] ?? (tried ? [...faultsOf(one, typed.answers[one.key], item, asks), ...(broken[one.key] ?? [])] : [])]))
  const hand = () => {
    if (!changed) return
    setTried(true)
    const wrong = rubric.criteria.find((one) => faultsOf(one, typed.answers[one.key], item, asks).length > 0 || broken[one.key])
    if (wrong) document.querySelector(`[data-criterion="${wrong.key}"]`)?.scrollIntoView({ block: 'center' })
    else revising.mutate()
  }
  const change = (answers: Answers) => setTyped({ ...typed, answers })
  return (
    <PicturesContext value={revision.leaseId ? leasePictures(revision.leaseId) : null}>
      {revision.returned && <Alert color="gold" variant="light" className="measure" title={t('What is to be looked at again')}>{revision.returned}</Alert>}
      <Text size="sm" c="dimmed" className="measure">{t('Possible until {time}. You judge under version {version} of the guideline, as you did. What you said before is kept, and the pay stays what it was.', { time: moment(revision.until), version: revision.guidelineVersion })}</Text>
      <MarkingDesk item={item} rubric={rubric} answers={typed.answers} enabled={!revising.isPending} onChange={change}>
        <JudgingSheet item={item} itemName={t('The task')} formName={t('Your judgment')} onSubmit={hand}
          fault={revising.error !== null && Object.keys(server).length === 0 && <Fault error={revising.error} />}
          bar={<>
            {changed && <Anchor component="button" type="button" size="sm" onClick={() => { remove(place); setTyped(before) }}>{t('Back to what I said')}</Anchor>}
            <Button ml="auto" type="submit" loading={revising.isPending} disabled={!changed}>{t('Submit the revision')}</Button>
          </>}>
          <CriteriaForm rubric={rubric} item={item} answers={typed.answers} faults={faults} readOnly={revising.isPending} onChange={change} wholePage />
          <Textarea label={t('Note to the reviewer')} m="sm" autosize minRows={2} maxLength={4000} value={typed.note} onChange={(event) => setTyped({ ...typed, note: event.currentTarget.value })} />
        </JudgingSheet>
      </MarkingDesk>
    </PicturesContext>
  )
}

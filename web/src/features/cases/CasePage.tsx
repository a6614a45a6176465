import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { caseQuery, casesQuery, type CaseView } from '~/api/cases'
import { versionCausesQuery } from '~/api/guidelineDesk'
import { guidelineQuery } from '~/api/projects'
import type { Answers, Rubric, ShownItem } from '~/api/types'
import { moment, relative } from '~/lib/format'
import { Distribution } from '~/ui/judged/Distribution'
import { MarkingDesk } from '~/ui/item/MarkingDesk'
import { shownOf } from '~/ui/judged/AnswerSheet'
import { ItemReading } from '~/ui/judged/ItemReading'
import { SideBySide } from '~/ui/judged/SideBySide'
import { AnchorLink } from '~/ui/links'
import { Loaded } from '~/ui/Loaded'
import { SectionHeader } from '~/ui/SectionHeader'
import { DecisionRecord } from '~/ui/judged/DecisionRecord'
import classes from './CasePage.module.css'
import { OutcomeChoice } from './OutcomeChoice'
import { useVerdictDraft } from './useVerdictDraft'
import { isObjection } from './verdict'
import { VerdictForm } from './VerdictForm'
import { causeWord, kindColor, kindWord } from './words'

const nothing: ShownItem = { prompt: '', responses: [] }

export function CasePage() {
  const { projectId, caseId } = useParams({ strict: false }) as { projectId: string; caseId: string }
  const found = useQuery(caseQuery(caseId))
  const guideline = useQuery({ ...guidelineQuery(projectId, 'current'), retry: false })
  return (
    <>
      <AnchorLink to="/projects/$projectId/cases" params={{ projectId }} size="sm">All cases</AnchorLink>
      <Loaded query={found} lines={8}>
        {(one) => <Whole key={one.id + one.state} projectId={projectId} one={one} rubric={guideline.data?.rubric} />}
      </Loaded>
    </>
  )
}

/** Which version of the guideline answered the flags of this case. */
function AnsweredBy({ projectId, caseId }: { projectId: string; caseId: string }) {
  const cause = useQuery(versionCausesQuery(projectId)).data?.items.find((one) => one.kind === 'FLAG' && one.subject === caseId)
  if (!cause?.version) return null
  return <Text size="sm" mb="xs">Answered by <AnchorLink to="/projects/$projectId/guideline" params={{ projectId }} search={{ version: cause.version }} size="sm" underline="always">version {cause.version} of the guideline</AnchorLink>.</Text>
}

function Whole({ projectId, one, rubric }: { projectId: string; one: CaseView; rubric: Rubric | undefined }) {
  const navigate = useNavigate()
  const open = useInfiniteQuery(casesQuery(projectId, 'OPEN')).data?.pages.flatMap((page) => page.items) ?? []
  const { verdict, change: setVerdict, forget } = useVerdictDraft(one.id)
  const next = open.find((other) => other.id !== one.id)
  const goOn = () => {
    forget()
    void navigate(next
      ? { to: '/projects/$projectId/cases/$caseId', params: { projectId, caseId: next.id } }
      : { to: '/projects/$projectId/cases', params: { projectId }, search: {} })
  }
  const deciding = one.state === 'OPEN'
  const { item } = one
  const setAnswers = (answers: Answers) => setVerdict({ ...verdict, answers })
  const shown = useMemo(() => (item ? shownOf(item) : nothing), [item])
  return (
    <MarkingDesk item={shown} rubric={rubric} answers={verdict.answers} enabled={deciding && verdict.ownAnswer} onChange={setAnswers}>
      <div className={classes.page}>
        <Stack gap="lg" miw={0}>
          <div>
            <SectionHeader title={kindWord(one.kind)} lead={<Group gap="xs"><Badge variant="light" color={kindColor(one.kind)}>{deciding ? 'Open' : 'Decided'}</Badge>
              <span>opened {relative(one.openedAt)}</span>
              {item && <AnchorLink to="/projects/$projectId/items/$itemId" params={{ projectId, itemId: item.id }} size="sm">The item’s own page</AnchorLink>}</Group>} />
            <AnsweredBy projectId={projectId} caseId={one.id} />
            <ul className={classes.causes}>{one.causes.map((cause, i) => <li key={i}>{causeWord(cause)}</li>)}</ul>
          </div>
          {one.appealText && <Paper className="sheet" p="md"><Text size="sm" fw={600}>What {one.personName ?? 'the person concerned'} says</Text><Text style={{ whiteSpace: 'pre-wrap' }}>{one.appealText}</Text></Paper>}
          {one.decision && <section aria-labelledby="decision-title"><Title order={3} id="decision-title" fz="h4" mb="xs">The decision they object to</Title><DecisionRecord decision={one.decision} projectId={one.projectId} /></section>}
          {item && <ItemReading item={item} />}
          {item && (
            <section aria-labelledby="side-title">
              <Title order={3} id="side-title" fz="h4" mb="sm">Judgments side by side</Title>
              <SideBySide item={item} rubric={rubric} judgments={item.judgments} consensus={item.consensus} gold={item.gold}
                {...(deciding && !isObjection(one) ? { footer: (judgment) => <OutcomeChoice projectId={projectId} judgment={judgment} chosen={verdict.outcomes[judgment.id]} onChoose={(outcome) => setVerdict({ ...verdict, outcomes: { ...verdict.outcomes, [judgment.id]: outcome } })} /> } : {})} />
            </section>
          )}
          {item && item.consensus.length > 0 && (
            <section aria-labelledby="dist-title"><Title order={3} id="dist-title" fz="h4" mb="sm">Consensus</Title><Distribution consensus={item.consensus} rubric={rubric} /></section>
          )}
        </Stack>
        <aside className={classes.side} aria-label="Verdict">
          {deciding
            ? <VerdictForm projectId={projectId} one={one} rubric={rubric} verdict={verdict} onChange={setVerdict} onDecided={goOn} more={next !== undefined} />
            : (
              <Paper className="sheet" p="md">
                <Title order={3} fz="h4">Verdict</Title>
                <Text mt="xs" style={{ whiteSpace: 'pre-wrap' }}>{one.uphold !== null && <strong>{one.uphold ? 'Upheld. ' : 'Declined. '}</strong>}{one.reason ?? 'Decided.'}</Text>
                {one.decidedAt && <Text size="sm" c="dimmed" mt="xs">{one.decidedBy ? `${one.decidedBy}, ` : ''}{moment(one.decidedAt)}</Text>}
              </Paper>
            )}
        </aside>
      </div>
    </MarkingDesk>
  )
}

import { SegmentedControl, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { itemQuery } from '~/api/items'
import { http, query } from '~/lib/http'
import type { ItemCard } from '~/api/items'
import type { Answers, Page, Rubric, ShownItem } from '~/api/types'
import { faultsOf } from '~/ui/criteria/answers'
import { asking, brokenRules } from '~/ui/criteria/asking'
import { CriteriaForm } from '~/ui/criteria/CriteriaForm'
import { shownOf } from '~/ui/judged/AnswerSheet'
import classes from './RubricDesk.module.css'

const samples = [
  'It is about 384,400 km on average, a little less when the Moon is at its nearest and a little more when it is farthest.',
  'The Moon is 400,000 miles away.',
  'That depends: from centre to centre, from surface to surface, and on the day of the month.',
  'Far.',
]

const conversation = [
  { role: 'user', text: 'Can you help me with astronomy?' }, { role: 'assistant', text: 'Gladly. What would you like to know?' },
  { role: 'user', text: 'Something about the Moon.' }, { role: 'assistant', text: 'Ask away; it is my favourite.' },
]

/** The form as trainers will see it, on an item of this project or on an example; it can be tried out. */
export function FormPreview({ projectId, rubric }: { projectId: string; rubric: Rubric }) {
  const first = useQuery({
    queryKey: ['items', projectId, 'first'],
    queryFn: ({ signal }) => http.get<Page<ItemCard>>(`/projects/${projectId}/items${query({ limit: 1 })}`, signal),
    retry: false,
  }).data?.items[0]
  const real = useQuery({ ...itemQuery(projectId, first?.id ?? ''), enabled: first !== undefined }).data
  const [responses, setResponses] = useState('2')
  const [answers, setAnswers] = useState<Answers>({})
  const [active, setActive] = useState<{ key: string; response: number; part?: number | undefined } | null>(null)
  const item = useMemo<ShownItem>(() => real ? shownOf(real)
    : { prompt: 'How far away is the Moon?', ...(rubric.criteria.some((criterion) => criterion.kind === 'turns') ? { conversation } : {}), responses: samples.slice(0, Number(responses)).map((text) => ({ text, steps: text.split(/(?<=, )/) })) }, [real, responses, rubric])
  const shown = useMemo<Rubric>(() => ({ ...rubric, criteria: rubric.criteria.filter((criterion, i, all) => all.findIndex((other) => other.key === criterion.key) === i) }), [rubric])
  const asks = asking(shown, answers, item)
  const broken = brokenRules(shown, answers, item)
  const open = shown.criteria.filter((criterion) => faultsOf(criterion, answers[criterion.key], item, asks).length > 0).length
  return (
    <>
      <div className={classes.previewTitle}>
        <span>As trainers see it{real ? ', on an item of this project' : ', on an example'}</span>
        {!real && <SegmentedControl size="xs" aria-label="Responses of the example" value={responses} onChange={setResponses} data={['1', '2', '3', '4'].map((n) => ({ value: n, label: n }))} />}
      </div>
      {shown.criteria.length === 0
        ? <Text size="sm" c="dimmed">The form appears here with its first question.</Text>
        : (
          <>
            <CriteriaForm rubric={shown} item={item} answers={answers} onChange={setAnswers} active={active?.key ?? null} activeResponse={active?.response ?? 0} activePart={active?.part} faults={broken}
              onActivate={(key, response, part) => setActive({ key, response: response ?? 0, part })} />
            <Text size="sm" c="dimmed" mt="sm">{open === 0 && Object.keys(broken).length > 0 ? 'A hard rule is broken.' : open === 0 ? 'This could be handed in.' : `${open} ${open === 1 ? 'question is' : 'questions are'} still open in this trial.`}</Text>
          </>
        )}
    </>
  )
}

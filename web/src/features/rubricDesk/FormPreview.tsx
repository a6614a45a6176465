import { Button, Group, SegmentedControl, Switch, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { itemQuery } from '~/api/items'
import { http, query } from '~/lib/http'
import type { ItemCard } from '~/api/items'
import type { Answers, Page, Rubric, ShownItem } from '~/api/types'
import { faultsOf } from '~/ui/criteria/answers'
import { asking, brokenRules } from '~/ui/criteria/asking'
import { CriteriaForm } from '~/ui/criteria/CriteriaForm'
import { ItemView, plainOptions } from '~/ui/item/ItemView'
import { MarkingDesk, useMarkingDesk } from '~/ui/item/MarkingDesk'
import { shownOf } from '~/ui/judged/AnswerSheet'
import { PicturesContext, projectPictures } from '~/ui/markdown/pictures'
import classes from './RubricDesk.module.css'

const oneAtATime = { ...plainOptions, tabs: true }

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

/** The sample has been drawn: its reasons are asked for, or they are not. */
const drawn = (rubric: Rubric, sampled: boolean): Rubric => ({
  ...rubric, criteria: rubric.criteria.map((criterion) => (criterion.justification === 'on_sample' ? { ...criterion, justification: sampled ? 'always' as const : 'never' as const } : criterion)),
})

/** A task as trainers will have it, on an item of this project or on an example: it can be read, marked, answered by keys and tried to be handed in. */
export function FormPreview({ projectId, rubric }: { projectId: string; rubric: Rubric }) {
  const first = useQuery({
    queryKey: ['items', projectId, 'first'],
    queryFn: ({ signal }) => http.get<Page<ItemCard>>(`/projects/${projectId}/items${query({ limit: 1 })}`, signal),
    retry: false,
  }).data?.items[0]
  const real = useQuery({ ...itemQuery(projectId, first?.id ?? ''), enabled: first !== undefined }).data
  const [responses, setResponses] = useState('2')
  const [answers, setAnswers] = useState<Answers>({})
  const [sampled, setSampled] = useState(true)
  const [tried, setTried] = useState(false)
  const item = useMemo<ShownItem>(() => real ? shownOf(real)
    : { prompt: 'How far away is the Moon?', ...(rubric.criteria.some((criterion) => criterion.kind === 'turns') ? { conversation } : {}), responses: samples.slice(0, Number(responses)).map((text) => ({ text, steps: text.split(/(?<=, )/) })) }, [real, responses, rubric])
  const shown = useMemo<Rubric>(() => drawn({ ...rubric, criteria: rubric.criteria.filter((criterion, i, all) => all.findIndex((other) => other.key === criterion.key) === i) }, sampled), [rubric, sampled])
  const asks = asking(shown, answers, item)
  const broken = brokenRules(shown, answers, item)
  const faults = Object.fromEntries(shown.criteria.map((criterion) => [criterion.key, [...faultsOf(criterion, answers[criterion.key], item, asks), ...(broken[criterion.key] ?? [])]]))
  const open = Object.values(faults).filter((found) => found.length > 0).length
  const begin = (next: () => void) => {
    next()
    setAnswers({})
    setTried(false)
  }
  return (
    <>
      <div className={classes.previewTitle}>
        <span>As trainers see it{real ? ', on an item of this project' : ', on an example'}</span>
        {!real && <SegmentedControl size="xs" aria-label="Responses of the example" value={responses} onChange={(chosen) => begin(() => setResponses(chosen))} data={['1', '2', '3', '4'].map((n) => ({ value: n, label: n }))} />}
      </div>
      {shown.criteria.length === 0
        ? <Text size="sm" c="dimmed">The form appears here with its first question.</Text>
        : (
          <PicturesContext value={projectPictures(projectId)}>
            <MarkingDesk item={item} rubric={shown} answers={answers} enabled onChange={setAnswers}>
              <PreviewItem item={item} />
              {rubric.criteria.some((criterion) => criterion.justification === 'on_sample') && (
                <Switch size="sm" my="sm" checked={sampled} onChange={(event) => setSampled(event.currentTarget.checked)} label="This task is in the sample that is asked why" />
              )}
              <CriteriaForm rubric={shown} item={item} answers={answers} onChange={setAnswers} faults={tried ? faults : {}} />
            </MarkingDesk>
            <Group justify="space-between" mt="sm" gap="xs">
              <Text size="sm" c="dimmed" role="status">{open === 0 ? 'This could be handed in.' : `${open} ${open === 1 ? 'question keeps' : 'questions keep'} this from being handed in.`}</Text>
              <Group gap={6}>
                <Button size="compact-sm" variant="subtle" onClick={() => begin(() => undefined)}>Begin anew</Button>
                <Button size="compact-sm" variant="default" onClick={() => setTried(true)}>Try to hand it in</Button>
              </Group>
            </Group>
          </PicturesContext>
        )}
    </>
  )
}

/** The item above the form, one response at a time, since the preview has half a page. */
function PreviewItem({ item }: { item: ShownItem }) {
  const desk = useMarkingDesk()
  return (
    <>
      <ItemView item={item} options={oneAtATime} {...(desk ? { mapped: true, marks: desk.marks, onSelect: desk.select } : {})} />
      {desk?.stepper}
    </>
  )
}

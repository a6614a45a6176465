import { Button, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { roundAgreementQuery, type Round, type RoundAgreement, type SetItem } from '~/api/rounds'
import type { Criterion } from '~/api/types'
import { count, letter, percent } from '~/lib/format'
import { CardTable, Cell, Head, Row } from '~/ui/CardTable'
import { Empty } from '~/ui/Empty'
import { Interval } from '~/ui/figures/Interval'
import { classOf, classWords } from '~/ui/judged/words'
import { Loaded } from '~/ui/Loaded'
import { Confusions } from './Confusions'
import { Harvest } from './Harvest'
import { AttemptLink } from './places'

const two = (value: number) => value.toFixed(2)
const whole = (value: number) => percent(value)
/** Higher places are steps and turns. */
const mostResponses = 16

/** Agreement with the standard and between people, question by question; who and what diverges. */
export function AgreementTab({ round }: { round: Round }) {
  const agreement = useQuery(roundAgreementQuery(round.card.id))
  const criterionOf = (key: string) => round.rubric.criteria.find((one) => one.key === key)
  return (
    <Loaded query={agreement}>
      {(found) => found.people === 0
        ? <Empty order={3} title="Nobody has handed in yet">Once people have, you see here which questions are read in different ways.</Empty>
        : (
          <Stack gap="xl">
            <section aria-labelledby="criteria-title">
              <Title order={3} fz="h4" id="criteria-title">Question by question</Title>
              <Text size="sm" c="dimmed" mb="sm" className="measure">First answers of {count(found.people, 'person', 'people')}: whoever comes back has seen the standard. Low with the standard and high between people: look at the standard. Low between people: look at the guideline.</Text>
              <CardTable least={680} heads={<><Head>Question</Head><Head w="32%">Agreement with the standard</Head><Head w="32%">Alpha between people</Head><Head>Rests on</Head></>}>
                {found.criteria.filter((line) => line.answers > 0).map((line) => {
                const title = criterionOf(line.criterion)?.title ?? line.criterion
                return (
                  <Row key={line.criterion}>
                    <Cell><Text size="sm" fw={500}>{title}</Text></Cell>
                    <Cell under="Agreement with the standard"><Interval estimate={line.withStandard} label={`${title}, with the standard`} from={0} to={1} format={whole} /></Cell>
                    <Cell under="Alpha between people"><Interval estimate={line.between} label={`${title}, between people`} from={-0.2} to={1} line={0.67} format={two} /></Cell>
                    <Cell under="Rests on"><Text size="sm" c="dimmed">{count(line.answers, 'answer')}, {count(line.people, 'person', 'people')}</Text></Cell>
                  </Row>
                )
              })}
              </CardTable>
            </section>
            <Confusions lines={found.criteria} criterionOf={criterionOf} />
            {found.persons.some((one) => one.asked > 0) && <People found={found} criterionOf={criterionOf} />}
            <ItemLines found={found} round={round} criterionOf={criterionOf} />
            {found.gaps.length > 0 && (
              <section aria-labelledby="gaps-title">
                <Title order={3} fz="h4" id="gaps-title" mb="xs">Gaps of the guideline found here</Title>
                <Stack gap="xs">{found.gaps.map((gap) => (
                  <div key={gap.attemptId + gap.position + gap.criterion}><Text size="sm"><Text span fw={500} size="sm">{criterionOf(gap.criterion)?.title ?? gap.criterion}: </Text>{gap.note}</Text>
                    <AttemptLink projectId={round.card.projectId} attemptId={gap.attemptId}>{`Where it was talked over (item ${gap.position})`}</AttemptLink></div>
                ))}</Stack>
              </section>
            )}
          </Stack>
        )}
    </Loaded>
  )
}

type Named = { found: RoundAgreement; criterionOf: (key: string) => Criterion | undefined }

function People({ found, criterionOf }: Named) {
  const keys = found.criteria.map((line) => line.criterion).filter((key) => found.persons.some((one) => one.byCriterion[key] !== undefined))
  return (
    <section aria-labelledby="people-title">
      <Title order={3} fz="h4" id="people-title" mb="xs">Who diverges</Title>
      <CardTable least={480} verticalSpacing={6} heads={<><Head>Person</Head><Head ta="right">All</Head>{keys.map((key) => <Head key={key} ta="right">{criterionOf(key)?.title ?? key}</Head>)}</>}>
        {found.persons.map((one) => (
        <Row key={one.accountId}><Cell>{one.name}</Cell><Cell under="All" ta="right" className="tabular">{percent(one.share)}</Cell>
          {keys.map((key) => <Cell under={criterionOf(key)?.title ?? key} key={key} ta="right" className="tabular">{one.byCriterion[key] === undefined ? '–' : percent(one.byCriterion[key])}</Cell>)}</Row>
      ))}
      </CardTable>
    </section>
  )
}

function ItemLines({ found, round, criterionOf }: Named & { round: Round }) {
  const [used, setUsed] = useState<SetItem | null>(null)
  const weakest = [...found.items].filter((one) => one.people > 0).sort((a, b) => (a.share ?? 1) - (b.share ?? 1))
  const words = (place: string, given: Record<string, number>) => {
    const criterion = criterionOf(place.split(/[/#]/)[0]!)
    return Object.entries(given).sort((a, b) => b[1] - a[1]).map(([answer, n]) => `${classWords(criterion, answer)} ${n}×`).join(', ')
  }
  return (
    <section aria-labelledby="items-lines">
      <Title order={3} fz="h4" id="items-lines" mb="xs">What diverges</Title>
      <CardTable least={560} verticalSpacing="xs" heads={<><Head>Item</Head><Head ta="right">With the standard</Head><Head>What people said where they differ, or the standard does</Head></>}>
        {weakest.map((one) => (
        <Row key={one.item}>
          <Cell maw={320}><Text size="sm" lineClamp={2}>{one.number}. {round.items.find((item) => item.id === one.item)?.text.prompt}</Text>
            {round.card.kind === 'GUIDELINE_TEST' && <Button mt={4} size="compact-sm" variant="default" onClick={() => setUsed(round.items.find((item) => item.id === one.item) ?? null)}>Use it</Button>}</Cell>
          <Cell under="With the standard" ta="right" className="tabular">{one.share === null ? '–' : percent(one.share)}</Cell>
          <Cell under="What people said where they differ, or the standard does">{divergences(one.given, round.items.find((item) => item.id === one.item)).slice(0, 6).map(({ place, given, criterion, response, standard }) => (
            <Text key={place} size="sm"><Text span c="dimmed" size="sm">{criterionOf(criterion)?.title}{response === null ? '' : ` ${letter(response)}`}: </Text>{words(place, given)}{standard !== null && <Text span c="dimmed" size="sm"> (standard: {classWords(criterionOf(criterion), standard)})</Text>}</Text>
          ))}</Cell>
        </Row>
      ))}
      </CardTable>
      {used && <Harvest round={round} item={used} onClose={() => setUsed(null)} />}
    </section>
  )
}

/** The places of an item on which people differ among themselves or all differ from the standard; an option of several is named by its question alone. */
function divergences(given: Record<string, Record<string, number>>, item: SetItem | undefined) {
  return Object.entries(given).map(([place, answers]) => {
    const [, criterion = place, option, at] = /^([^/#]+)(#[^/]*)?\/(-?\d+)$/.exec(place) ?? []
    const response = Number(at) >= 0 && Number(at) < mostResponses ? Number(at) : null
    const whole = item?.standard?.answers[criterion]
    const known = response === null ? whole : whole?.byResponse?.[String(response)]
    return { place, given: answers, criterion, response, standard: option === undefined && known && Number(at) < mostResponses ? classOf(known) : null }
  }).filter(({ given: answers, standard }) => Object.keys(answers).length > 1 || (standard !== null && answers[standard] === undefined))
}

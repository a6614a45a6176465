import { Button, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { roundAgreementQuery, type Round, type RoundAgreement, type SetItem } from '~/api/rounds'
import type { Criterion } from '~/api/types'
import { count, letter, percent } from '~/lib/format'
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
              <Table.ScrollContainer minWidth={680}>
                <Table verticalSpacing="sm">
                  <Table.Thead><Table.Tr><Table.Th>Question</Table.Th><Table.Th w="32%">Agreement with the standard</Table.Th><Table.Th w="32%">Alpha between people</Table.Th><Table.Th>Rests on</Table.Th></Table.Tr></Table.Thead>
                  <Table.Tbody>{found.criteria.filter((line) => line.answers > 0).map((line) => {
                    const title = criterionOf(line.criterion)?.title ?? line.criterion
                    return (
                      <Table.Tr key={line.criterion}>
                        <Table.Td><Text size="sm" fw={500}>{title}</Text></Table.Td>
                        <Table.Td><Interval estimate={line.withStandard} label={`${title}, with the standard`} from={0} to={1} format={whole} /></Table.Td>
                        <Table.Td><Interval estimate={line.between} label={`${title}, between people`} from={-0.2} to={1} line={0.67} format={two} /></Table.Td>
                        <Table.Td><Text size="sm" c="dimmed">{count(line.answers, 'answer')}, {count(line.people, 'person', 'people')}</Text></Table.Td>
                      </Table.Tr>
                    )
                  })}</Table.Tbody>
                </Table>
              </Table.ScrollContainer>
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
      <Table.ScrollContainer minWidth={480}>
        <Table verticalSpacing={6}>
          <Table.Thead><Table.Tr><Table.Th>Person</Table.Th><Table.Th ta="right">All</Table.Th>{keys.map((key) => <Table.Th key={key} ta="right">{criterionOf(key)?.title ?? key}</Table.Th>)}</Table.Tr></Table.Thead>
          <Table.Tbody>{found.persons.map((one) => (
            <Table.Tr key={one.accountId}><Table.Td>{one.name}</Table.Td><Table.Td ta="right" className="tabular">{percent(one.share)}</Table.Td>
              {keys.map((key) => <Table.Td key={key} ta="right" className="tabular">{one.byCriterion[key] === undefined ? '–' : percent(one.byCriterion[key])}</Table.Td>)}</Table.Tr>
          ))}</Table.Tbody>
        </Table>
      </Table.ScrollContainer>
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
      <Table.ScrollContainer minWidth={560}>
        <Table verticalSpacing="xs">
          <Table.Thead><Table.Tr><Table.Th>Item</Table.Th><Table.Th ta="right">With the standard</Table.Th><Table.Th>What people said where they differ, or the standard does</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>{weakest.map((one) => (
            <Table.Tr key={one.item}>
              <Table.Td maw={320}><Text size="sm" lineClamp={2}>{one.number}. {round.items.find((item) => item.id === one.item)?.text.prompt}</Text>
                {round.card.kind === 'GUIDELINE_TEST' && <Button mt={4} size="compact-sm" variant="default" onClick={() => setUsed(round.items.find((item) => item.id === one.item) ?? null)}>Use it</Button>}</Table.Td>
              <Table.Td ta="right" className="tabular">{one.share === null ? '–' : percent(one.share)}</Table.Td>
              <Table.Td>{divergences(one.given, round.items.find((item) => item.id === one.item)).slice(0, 6).map(({ place, given, criterion, response, standard }) => (
                <Text key={place} size="sm"><Text span c="dimmed" size="sm">{criterionOf(criterion)?.title}{response === null ? '' : ` ${letter(response)}`}: </Text>{words(place, given)}{standard !== null && <Text span c="dimmed" size="sm"> (standard: {classWords(criterionOf(criterion), standard)})</Text>}</Text>
              ))}</Table.Td>
            </Table.Tr>
          ))}</Table.Tbody>
        </Table>
      </Table.ScrollContainer>
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

import { Badge, Button, Group, Stack, Table, Text } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { guidelineQuery } from '~/api/projects'
import { behindQuery, type SharedItem } from '~/api/quality'
import type { Criterion } from '~/api/types'
import { count } from '~/lib/format'
import { AnswerCell } from '~/ui/judged/AnswerCell'
import { answerTo, questionsOf } from '~/ui/judged/questions'
import { Empty } from '~/ui/Empty'
import { AnchorLink } from '~/ui/links'
import { Loaded } from '~/ui/Loaded'
import { SectionHeader } from '~/ui/SectionHeader'

/** What a figure of agreement rests on: every item that two people answered, those on which they differ first. */
export function BehindPage() {
  const { projectId, criterion } = useParams({ strict: false }) as { projectId: string; criterion: string }
  const rubric = useQuery({ ...guidelineQuery(projectId, 'current'), retry: false }).data?.rubric
  const behind = useInfiniteQuery(behindQuery(projectId, criterion))
  const asked = rubric?.criteria.find((one) => one.key === criterion)
  return (
    <Stack gap="lg">
      <AnchorLink to="/projects/$projectId/quality" params={{ projectId }} size="sm">Quality</AnchorLink>
      <Loaded query={behind} lines={6}>
        {({ pages }) => {
          const { shared, apart, alone, since } = pages[0]!
          return (
            <>
              <SectionHeader title={`Behind the agreement: ${asked?.title ?? criterion}`} lead={`${count(shared, 'item')} answered by two people or more; on ${apart} of them they differ, and those come first. ${count(alone, 'item was', 'items were')} answered by one person only, which says nothing about agreement. Counted from version ${since} of the guideline.`} />
              {shared === 0 ? <Empty order={3} title="Nothing is shared yet">Agreement is undefined until two people have answered the same item.</Empty> : (
                <Table.ScrollContainer minWidth={620}>
                  <Table verticalSpacing="sm">
                    <Table.Thead><Table.Tr><Table.Th w="45%">Item</Table.Th><Table.Th>What each of them said</Table.Th><Table.Th w={110}><span className="visually-hidden">Do they differ?</span></Table.Th></Table.Tr></Table.Thead>
                    <Table.Tbody>{pages.flatMap((page) => page.items).map((item) => <Row key={item.itemId} projectId={projectId} item={item} criterion={asked} name={criterion} />)}</Table.Tbody>
                  </Table>
                </Table.ScrollContainer>
              )}
              {behind.hasNextPage && <Button variant="default" w="fit-content" loading={behind.isFetchingNextPage} onClick={() => void behind.fetchNextPage()}>Show more</Button>}
            </>
          )
        }}
      </Loaded>
    </Stack>
  )
}

function Row({ projectId, item, criterion, name }: { projectId: string; item: SharedItem; criterion: Criterion | undefined; name: string }) {
  const questions = questionsOf(criterion && { criteria: [criterion] }, item.said.map((one) => one.answers), item.responses).filter((one) => one.key === name)
  return (
    <Table.Tr>
      <Table.Td style={{ verticalAlign: 'top' }}><AnchorLink to="/projects/$projectId/items/$itemId" params={{ projectId, itemId: item.itemId }} size="sm">{item.externalId ? `${item.externalId}: ` : ''}{item.prompt}</AnchorLink></Table.Td>
      <Table.Td style={{ verticalAlign: 'top' }}>
        {item.said.map((one) => (
          <Group key={one.raterId} gap={14} align="baseline">
            <Text size="sm" fw={500} miw={80}>{one.name}</Text>
            {questions.map((question) => (
              <Group key={question.key + (question.response ?? '')} gap={5} align="baseline">
                {question.response !== null && <Text span size="xs" c="dimmed">{question.title.slice(-1)}</Text>}
                <AnswerCell criterion={question.criterion} answer={answerTo(question, one.answers)} originals={[]} />
              </Group>
            ))}
          </Group>
        ))}
      </Table.Td>
      <Table.Td style={{ verticalAlign: 'top' }}>{item.apart && <Badge variant="light" color="clay">differ</Badge>}</Table.Td>
    </Table.Tr>
  )
}

import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { guidelineQuery } from '~/api/projects'
import { behindQuery, type SharedItem, type Versions } from '~/api/quality'
import type { Criterion } from '~/api/types'
import { count } from '~/lib/format'
import { AnswerCell } from '~/ui/judged/AnswerCell'
import { answerTo, questionsOf } from '~/ui/judged/questions'
import { Empty } from '~/ui/Empty'
import { AnchorLink } from '~/ui/links'
import { Loaded } from '~/ui/Loaded'
import { SectionHeader } from '~/ui/SectionHeader'
import classes from './BehindPage.module.css'

/** What a figure of agreement rests on: every item that two people answered, the most divided first, each one step away from the guideline's next version. */
export function BehindPage() {
  const { projectId, criterion } = useParams({ strict: false }) as { projectId: string; criterion: string }
  const versions = useSearch({ strict: false }) as Versions
  const rubric = useQuery({ ...guidelineQuery(projectId, versions.to ?? 'current'), retry: false }).data?.rubric
  const behind = useInfiniteQuery(behindQuery(projectId, criterion, versions))
  const asked = rubric?.criteria.find((one) => one.key === criterion)
  return (
    <Stack gap="lg">
      <AnchorLink to="/projects/$projectId/quality" params={{ projectId }} size="sm">All criteria</AnchorLink>
      <Loaded query={behind} lines={6}>
        {({ pages }) => {
          const { shared, apart, alone, since } = pages[0]!
          return (
            <>
              <SectionHeader title={`Behind the agreement: ${asked?.title ?? criterion}`} lead={`${count(shared, 'item')} answered by two people or more; on ${apart} of them they differ, the most divided first. ${count(alone, 'item was', 'items were')} answered by one person only, which says nothing about agreement. ${underWords(versions, since)}`} />
              {shared === 0 ? <Empty order={3} title="Nothing is shared yet">Agreement is undefined until two people have answered the same item.</Empty> : (
                <ul className={classes.items}>
                  {pages.flatMap((page) => page.items).map((item) => <Row key={item.itemId} projectId={projectId} item={item} criterion={asked} name={criterion} />)}
                </ul>
              )}
              {behind.hasNextPage && <Button variant="default" w="fit-content" loading={behind.isFetchingNextPage} onClick={() => void behind.fetchNextPage()}>Show more</Button>}
            </>
          )
        }}
      </Loaded>
    </Stack>
  )
}

function underWords({ from, to }: Versions, since: number): string {
  if (to === undefined) return `Counted from version ${since} of the guideline.`
  return from === to ? `Judgments under version ${to} of the guideline only.` : `Judgments before version ${to + 1} of the guideline, from version ${since} on.`
}

function Row({ projectId, item, criterion, name }: { projectId: string; item: SharedItem; criterion: Criterion | undefined; name: string }) {
  const questions = questionsOf(criterion && { criteria: [criterion] }, item.said.map((one) => one.answers), item.responses).filter((one) => one.key === name)
  return (
    <li>
      <Group gap="xs" align="baseline" wrap="nowrap">
        <AnchorLink to="/projects/$projectId/items/$itemId" params={{ projectId, itemId: item.itemId }} size="sm" lineClamp={2}>{item.externalId ? `${item.externalId}: ` : ''}{item.prompt}</AnchorLink>
        {item.apart && <Badge variant="light" color="clay" style={{ flex: 'none' }}>differ</Badge>}
      </Group>
      <div>
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
      </div>
    </li>
  )
}

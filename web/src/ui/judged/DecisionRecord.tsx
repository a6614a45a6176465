import { Badge, Group, List, Paper, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Decision } from '~/api/types'
import { day, moment } from '~/lib/format'
import { AnchorLink } from '~/ui/links'

const appealWord = { OPEN: 'Appeal open', UPHELD: 'Appeal upheld', DECLINED: 'Appeal declined' }
const appealColor = { OPEN: 'gold', UPHELD: 'pine', DECLINED: 'gray' }

/** One recorded change of somebody's permission: the rule, the reason, what it rests on, and what became of the appeal. */
export function DecisionRecord({ decision, projectId, children }: { decision: Decision; projectId?: string; children?: ReactNode }) {
  const restricted = decision.action === 'RESTRICTED'
  return (
    <Paper className="sheet" p="md">
      <Stack gap={6}>
        <Group gap="xs">
          <Badge variant="light" color={restricted ? 'clay' : 'pine'}>{restricted ? 'Restricted' : 'Restored'}</Badge>
          {decision.name && <Text fw={600} size="sm">{decision.name}</Text>}
          <Text size="sm" c="dimmed">{moment(decision.at)}{decision.until && `, until ${day(decision.until)}`}</Text>
          {decision.appeal && <Badge variant="light" color={appealColor[decision.appeal.state]}>{appealWord[decision.appeal.state]}</Badge>}
        </Group>
        <Text size="sm">{decision.reason}</Text>
        <Text size="sm" c="dimmed">{decision.rule}{decision.decidedBy && ` Decided by ${decision.decidedBy}.`}</Text>
        {decision.evidence.length > 0 && (
          <details>
            <summary><Text span size="sm">What it rests on ({decision.evidence.length})</Text></summary>
            <List size="sm" spacing={2} mt={4}>{decision.evidence.map((evidence) => (
              <List.Item key={evidence.id}>{evidence.summary}{evidence.item && projectId && <> <AnchorLink to="/projects/$projectId/items/$itemId" params={{ projectId, itemId: evidence.item }} size="sm" underline="always">See the item</AnchorLink></>}</List.Item>
            ))}</List>
          </details>
        )}
        {decision.appeal && <Text size="sm"><Text span fw={600} size="sm">Appeal: </Text>{decision.appeal.text}</Text>}
        {decision.appeal?.answer && <Text size="sm"><Text span fw={600} size="sm">Answer{decision.answeredBy && ` of ${decision.answeredBy}`}: </Text>{decision.appeal.answer}</Text>}
        {decision.appeal?.state === 'OPEN' && decision.appeal.dueAt && <Text size="sm" c="var(--gold-ink)">To be answered by {day(decision.appeal.dueAt)}, by somebody who did not decide it.</Text>}
        {children}
      </Stack>
    </Paper>
  )
}

import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { removeSetItem, roundQuery, type Round, type SetItem } from '~/api/rounds'
import { count } from '~/lib/format'
import { Empty } from '~/ui/Empty'
import { Fault } from '~/ui/Fault'
import { AnswerCell } from '~/ui/judged/AnswerCell'
import { ItemReading } from '~/ui/judged/ItemReading'
import judged from '~/ui/judged/Judged.module.css'
import { answerTo, questionsOf } from '~/ui/judged/questions'
import { AddItems } from './AddItems'
import { StandardEditor } from './StandardEditor'

/** The items of a round with their standards. */
export function SetTab({ round }: { round: Round }) {
  const draft = round.card.state === 'DRAFT'
  return (
    <Stack gap="md">
      {draft
        ? <Group><AddItems round={round} /></Group>
        : <Text size="sm" c="dimmed">The round was opened: its items stay as they are. A standard is corrected where it turns out wrong, in the review of an attempt.</Text>}
      {round.items.length === 0
        ? <Empty order={3} title="No items yet">Take known answers of the project, or write items of your own.</Empty>
        : round.items.map((item, i) => <OneItem key={item.id} round={round} item={item} number={i + 1} draft={draft} />)}
    </Stack>
  )
}

function OneItem({ round, item, number, draft }: { round: Round; item: SetItem; number: number; draft: boolean }) {
  const queryClient = useQueryClient()
  const [reading, setReading] = useState(false)
  const [editing, setEditing] = useState(false)
  const removing = useMutation({
    mutationFn: () => removeSetItem(round.card.id, item.id),
    onSuccess: (after) => queryClient.setQueryData(roundQuery(round.card.id).queryKey, after),
  })
  const { standard, text } = item
  const rows = standard ? questionsOf(round.rubric, [standard.answers], text.responses.length).filter((row) => answerTo(row, standard.answers) !== undefined) : []
  return (
    <Paper className="sheet" p="md" component="article" aria-label={`Item ${number}`}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={4} maw="70ch">
          <Group gap="xs"><Title order={3} fz="md">Item {number}</Title>{!standard && <Badge variant="light" color="gold">no standard yet</Badge>}{standard && standard.version > 1 && <Badge variant="light" color="gold">corrected, version {standard.version}</Badge>}</Group>
          <Text size="sm" lineClamp={reading ? undefined : 2}>{text.prompt}</Text>
          <Text size="xs" c="dimmed">{count(text.responses.length, 'response')}</Text>
        </Stack>
        <Group gap="xs">
          <Button size="compact-sm" variant="subtle" onClick={() => setReading(!reading)} aria-expanded={reading}>{reading ? 'Fold' : 'Read'}</Button>
          {draft && <Button size="compact-sm" variant="default" onClick={() => setEditing(true)}>{standard ? 'Change the standard' : 'Write the standard'}</Button>}
          {draft && <Button size="compact-sm" variant="subtle" color="clay" loading={removing.isPending} onClick={() => removing.mutate()}>Remove</Button>}
        </Group>
      </Group>
      <Fault error={removing.error} />
      {reading && (
        <Stack gap="sm" mt="sm">
          <ItemReading item={text} />
          {standard && (
            <div className={judged.scroll} tabIndex={0} role="region" aria-label={`Standard of item ${number}`}>
              <table className={judged.table}>
                <thead><tr><th scope="col">Question</th><th scope="col">Standard</th><th scope="col">Why</th></tr></thead>
                <tbody>{rows.map((row) => (
                  <tr key={row.key + (row.response ?? '')}><th scope="row">{row.title}</th>
                    <td><AnswerCell criterion={row.criterion} answer={answerTo(row, standard.answers)} originals={text.responses.map((one) => one.text)} /></td>
                    <td>{standard.explanations[row.key] ?? ''}</td></tr>
                ))}</tbody>
              </table>
            </div>
          )}
          {standard?.explanations[''] && <Text size="sm" className="measure">{standard.explanations['']}</Text>}
          {standard?.reason && <Text size="sm" c="dimmed">Corrected by {standard.by}: {standard.reason}</Text>}
        </Stack>
      )}
      {editing && <StandardEditor round={round} item={item} onClose={() => setEditing(false)} />}
    </Paper>
  )
}

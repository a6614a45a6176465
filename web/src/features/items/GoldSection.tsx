import { Button, Group, Modal, Paper, Stack, Text, Textarea, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { itemQuery, makeGold, withdrawGold, type ItemView } from '~/api/items'
import type { Answers, Rubric } from '~/api/types'
import { moment } from '~/lib/format'
import { Confirm } from '~/ui/confirm'
import { sendable } from '~/ui/criteria/answers'
import { Fault } from '~/ui/Fault'
import { MarkingDesk } from '~/ui/item/MarkingDesk'
import { AnswerSheet, shownOf } from '~/ui/judged/AnswerSheet'
import { answersFromConsensus } from '~/ui/judged/fromConsensus'
import { ItemReading } from '~/ui/judged/ItemReading'
import classes from './GoldSection.module.css'

/** Makes an item one with a known answer, changes that answer, or takes it back. */
export function GoldSection({ projectId, item, rubric }: { projectId: string; item: ItemView; rubric: Rubric }) {
  const queryClient = useQueryClient()
  const [editing, editor] = useDisclosure(false)
  const [withdrawing, dialog] = useDisclosure(false)
  const [answers, setAnswers] = useState<Answers>({})
  const [explanation, setExplanation] = useState('')
  const shown = useMemo(() => shownOf(item), [item])
  const refresh = async () => {
    await queryClient.invalidateQueries(itemQuery(projectId, item.id))
    await queryClient.invalidateQueries({ queryKey: ['items', projectId] })
  }
  const making = useMutation({
    mutationFn: () => makeGold(projectId, item.id, { answers: sendable(rubric, answers, shown), explanation: explanation.trim() }),
    onSuccess: async () => {
      editor.close()
      notifications.show({ message: 'The known answer is saved. It counts from now on.' })
      await refresh()
    },
  })
  const withdrawal = useMutation({
    mutationFn: () => withdrawGold(projectId, item.id),
    onSuccess: async () => {
      dialog.close()
      await refresh()
    },
  })
  const open = () => {
    setAnswers(item.gold?.answers ?? {})
    setExplanation(item.gold?.explanation ?? '')
    making.reset()
    editor.open()
  }
  return (
    <Paper component="section" className="sheet" p="md" aria-labelledby="gold-title">
      <Group justify="space-between" align="flex-start">
        <Stack gap={4} maw="70ch">
          <Title order={3} id="gold-title" fz="h4">Known answer</Title>
          {item.gold
            ? <><Text size="sm">{item.gold.explanation}</Text><Text size="sm" c="dimmed">Set by {item.gold.by}, {moment(item.gold.at)}, under version {item.gold.guidelineVersion} of the guideline.</Text>
                {item.gold.outdated && <Text size="sm" c="gold">A breaking version came since: nobody is scored by this answer until it is saved again under the version in force.</Text>}</>
            : <Text size="sm" c="dimmed">As gold, this item is mixed in unseen, and everybody’s answer to it is set beside yours. Choose items whose answer you can defend in a sentence.</Text>}
        </Stack>
        <Group gap="xs">
          {item.gold && <Button variant="subtle" color="clay" onClick={dialog.open}>Withdraw</Button>}
          <Button variant="default" onClick={open}>{item.gold ? 'Change the answer' : 'Make gold'}</Button>
        </Group>
      </Group>
      <Modal opened={editing} onClose={editor.close} size={1200} title="The known answer" closeButtonProps={{ 'aria-label': 'Close' }} fullScreen={false}>
        <MarkingDesk item={shown} rubric={rubric} answers={answers} enabled onChange={setAnswers}>
          <div className={classes.columns}>
            <ItemReading item={item} />
            <Stack gap="sm">
              {item.consensus.length > 0 && (
                <Group justify="flex-end"><Button size="compact-sm" variant="subtle" onClick={() => setAnswers({ ...answers, ...answersFromConsensus(rubric, item.consensus, item.responses.length) })}>Fill in the consensus</Button></Group>
              )}
              <AnswerSheet rubric={rubric} item={item} answers={answers} onChange={setAnswers} error={making.error} />
              <Textarea label="Explanation" description="Why this is the answer. People read it when they dispute, and leads when they decide." autosize minRows={3} required withAsterisk={false}
                value={explanation} onChange={(event) => setExplanation(event.currentTarget.value)} />
              <Fault error={making.error} />
              <Group justify="flex-end">
                <Button variant="default" onClick={editor.close}>Cancel</Button>
                <Button loading={making.isPending} disabled={explanation.trim() === ''} onClick={() => making.mutate()}>Save the known answer</Button>
              </Group>
            </Stack>
          </div>
        </MarkingDesk>
      </Modal>
      <Confirm opened={withdrawing} title="Withdraw the known answer?" danger action="Withdraw" pending={withdrawal.isPending} error={withdrawal.error} onClose={dialog.close} onConfirm={() => withdrawal.mutate()}>
        The item becomes an ordinary one, and the standings of everybody it judged are counted again without it.
      </Confirm>
    </Paper>
  )
}

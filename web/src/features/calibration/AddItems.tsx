import { ActionIcon, Badge, Button, Checkbox, Group, Modal, ScrollArea, Stack, Tabs, Text, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { itemsQuery } from '~/api/items'
import { addSetItems, roundQuery, type NewSetItem, type Round } from '~/api/rounds'
import { letter } from '~/lib/format'
import { Fault } from '~/ui/Fault'
import { Loaded } from '~/ui/Loaded'
import { MoreButton } from '~/ui/MoreButton'

/** Adds items to a draft: copies of the project's, with their known answers where they have one, or new ones. */
export function AddItems({ round }: { round: Round }) {
  const queryClient = useQueryClient()
  const [opened, dialog] = useDisclosure(false)
  const [chosen, setChosen] = useState<string[]>([])
  const [text, setText] = useState({ prompt: '', context: '', responses: [''] })
  const adding = useMutation({
    mutationFn: (items: NewSetItem[]) => addSetItems(round.card.id, items),
    onSuccess: (after) => {
      queryClient.setQueryData(roundQuery(round.card.id).queryKey, after)
      setChosen([])
      setText({ prompt: '', context: '', responses: text.responses.map(() => '') })
      dialog.close()
    },
  })
  const typed = () => adding.mutate([{ text: { prompt: text.prompt.trim(), context: text.context.trim() || null, responses: text.responses.filter((one) => one.trim() !== '').map((one) => ({ text: one })) } }])
  const projectId = round.card.projectId
  const there = new Set(round.items.map((item) => item.source))
  return (
    <>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={dialog.open}>Add items</Button>
      <Modal opened={opened} onClose={dialog.close} size="xl" title="Add items" closeButtonProps={{ 'aria-label': 'Close' }}>
        <Tabs defaultValue={projectId ? 'project' : 'typed'} keepMounted={false}>
          {projectId && <Tabs.List mb="md"><Tabs.Tab value="project">From the project</Tabs.Tab><Tabs.Tab value="typed">Written here</Tabs.Tab></Tabs.List>}
          {projectId && (
            <Tabs.Panel value="project">
              <Stack gap="sm">
                <Text size="sm" c="dimmed">Gold brings its known answer and its explanation along. Whoever has seen a standard must not be tested by it unseen, so an item taken in here is no longer mixed in as gold once the round opens.</Text>
                <ProjectItems projectId={projectId} chosen={chosen} there={there} onChange={setChosen} />
                <Fault error={adding.error} />
                <Group justify="flex-end"><Button disabled={chosen.length === 0} loading={adding.isPending} onClick={() => adding.mutate(chosen.map((source) => ({ source })))}>Add {chosen.length === 0 ? '' : chosen.length}</Button></Group>
              </Stack>
            </Tabs.Panel>
          )}
          <Tabs.Panel value="typed">
            <Stack gap="sm">
              <Textarea label="Prompt" autosize minRows={2} maxRows={10} value={text.prompt} onChange={(event) => setText({ ...text, prompt: event.currentTarget.value })} />
              <Textarea label="Context" description="Shown above the prompt; leave it empty if there is none." autosize minRows={1} maxRows={8} value={text.context} onChange={(event) => setText({ ...text, context: event.currentTarget.value })} />
              {text.responses.map((response, i) => (
                <Group key={i} gap="xs" align="flex-start" wrap="nowrap">
                  <Textarea label={`Response ${letter(i)}`} autosize minRows={2} maxRows={12} style={{ flex: 1 }} value={response}
                    onChange={(event) => setText({ ...text, responses: text.responses.map((one, j) => (j === i ? event.currentTarget.value : one)) })} />
                  {text.responses.length > 1 && <ActionIcon mt={26} variant="subtle" color="gray" aria-label={`Remove response ${letter(i)}`} onClick={() => setText({ ...text, responses: text.responses.filter((_, j) => j !== i) })}><IconX size={16} aria-hidden /></ActionIcon>}
                </Group>
              ))}
              <Group justify="space-between">
                <Button variant="subtle" disabled={text.responses.length >= 10} onClick={() => setText({ ...text, responses: [...text.responses, ''] })}>One more response</Button>
                <Button disabled={text.prompt.trim() === ''} loading={adding.isPending} onClick={typed}>Add it</Button>
              </Group>
              <Fault error={adding.error} />
            </Stack>
          </Tabs.Panel>
        </Tabs>
      </Modal>
    </>
  )
}

function ProjectItems({ projectId, chosen, there, onChange }: { projectId: string; chosen: string[]; there: Set<string | null>; onChange: (chosen: string[]) => void }) {
  const items = useInfiniteQuery(itemsQuery(projectId, {}))
  return (
    <Loaded query={items}>
      {({ pages }) => (
        <ScrollArea.Autosize mah={380} type="auto">
          <Checkbox.Group label="Items of the project, gold first" value={chosen} onChange={onChange}>
            <Stack gap="xs" mt={6} pb="xs">{pages.flatMap((page) => page.items).filter((item) => !there.has(item.id)).sort((a, b) => Number(b.gold) - Number(a.gold)).map((item) => (
              <Checkbox key={item.id} value={item.id} label={<Group gap={6} wrap="nowrap" align="flex-start"><Text size="sm" lineClamp={2}>{item.prompt}</Text>{item.gold && <Badge size="sm" variant="light" color="gold">Gold</Badge>}</Group>} />
            ))}</Stack>
          </Checkbox.Group>
          <MoreButton pages={items} />
        </ScrollArea.Autosize>
      )}
    </Loaded>
  )
}

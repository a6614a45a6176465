import { Button, Group, NativeSelect, NumberInput, Popover, Stack, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { changeItem, itemQuery, type ItemView } from '~/api/items'
import { lanesQuery, routeItem } from '~/api/lanes'
import { Fault } from '~/ui/Fault'

/** The time of an input of the browser's own zone. */
const asInput = (instant: string | null | undefined) => (instant ? new Date(Date.parse(instant) - new Date(instant).getTimezoneOffset() * 60_000).toISOString().slice(0, 16) : '')

/** How many judgments this one item needs, how soon it comes, and who may judge it. */
export function HandingOut({ projectId, item }: { projectId: string; item: ItemView }) {
  const queryClient = useQueryClient()
  const [open, popover] = useDisclosure(false)
  const [wanted, setWanted] = useState<number>(item.wanted)
  const [priority, setPriority] = useState<number>(item.priority)
  const [lane, setLane] = useState(item.lane)
  const [due, setDue] = useState(asInput(item.dueAt))
  const lanes = useQuery({ ...lanesQuery(projectId), enabled: open }).data?.items ?? []
  const saving = useMutation({
    mutationFn: async () => {
      const dueAt = due === '' ? null : new Date(due).toISOString()
      await changeItem(projectId, item.id, { wanted, priority })
      if (lane !== item.lane || due !== asInput(item.dueAt)) await routeItem(projectId, item.id, { lane, dueAt })
    },
    onSuccess: async () => {
      popover.close()
      await queryClient.invalidateQueries(itemQuery(projectId, item.id))
      await queryClient.invalidateQueries({ queryKey: ['items', projectId] })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    saving.mutate()
  }
  return (
    <Popover opened={open} onChange={popover.toggle} position="bottom-end" width={300} trapFocus shadow="md">
      <Popover.Target><Button variant="default" onClick={popover.toggle}>Change how it is handed out</Button></Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit}>
          <Stack gap="sm">
            <NumberInput label="Judgments wanted" min={1} max={100} allowDecimal={false} value={wanted} onChange={(value) => value !== '' && setWanted(Number(value))} />
            <NumberInput label="Priority" description="Higher comes sooner." allowDecimal={false} value={priority} onChange={(value) => value !== '' && setPriority(Number(value))} />
            {lanes.length > 0 && <NativeSelect label="Lane" value={lane} onChange={(event) => setLane(Number(event.currentTarget.value))}
              data={[{ value: '0', label: 'Open to everybody' }, ...lanes.map((one) => ({ value: String(one.number), label: one.name }))]} />}
            <TextInput type="datetime-local" label="Due" description="At equal priority what is due sooner comes sooner." value={due} onChange={(event) => setDue(event.currentTarget.value)} />
            <Fault error={saving.error} />
            <Group justify="flex-end"><Button type="submit" size="compact-md" loading={saving.isPending}>Save</Button></Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

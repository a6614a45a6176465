import { Button, Group, NumberInput, Popover, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { changeItem, itemQuery, type ItemView } from '~/api/items'
import { Fault } from '~/ui/Fault'

/** How many judgments this one item needs, and how soon it comes. */
export function HandingOut({ projectId, item }: { projectId: string; item: ItemView }) {
  const queryClient = useQueryClient()
  const [open, popover] = useDisclosure(false)
  const [wanted, setWanted] = useState<number>(item.wanted)
  const [priority, setPriority] = useState<number>(item.priority)
  const saving = useMutation({
    mutationFn: () => changeItem(projectId, item.id, { wanted, priority }),
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
      <Popover.Target><Button variant="default" onClick={popover.toggle}>Change places and priority</Button></Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit}>
          <Stack gap="sm">
            <NumberInput label="Judgments wanted" min={1} max={100} allowDecimal={false} value={wanted} onChange={(value) => value !== '' && setWanted(Number(value))} />
            <NumberInput label="Priority" description="Higher comes sooner." allowDecimal={false} value={priority} onChange={(value) => value !== '' && setPriority(Number(value))} />
            <Fault error={saving.error} />
            <Group justify="flex-end"><Button type="submit" size="compact-md" loading={saving.isPending}>Save</Button></Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

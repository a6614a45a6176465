import { Button, Group, NativeSelect, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { assignItem, assignmentsQuery, itemAssignmentsQuery } from '~/api/assignments'
import { Fault } from '~/ui/Fault'

/** Who is to judge this item, where work is assigned by name. */
export function AssignedTo({ projectId, itemId, manages }: { projectId: string; itemId: string; manages: boolean }) {
  const queryClient = useQueryClient()
  const assigned = useQuery(itemAssignmentsQuery(projectId, itemId)).data?.items ?? []
  const people = useQuery(assignmentsQuery(projectId)).data?.people ?? []
  const [chosen, setChosen] = useState('')
  const free = people.filter((one) => !assigned.some((other) => other.accountId === one.accountId))
  const assigning = useMutation({
    mutationFn: () => assignItem(projectId, itemId, chosen),
    onSuccess: async () => {
      setChosen('')
      await Promise.all([['assignments', projectId], ['item', projectId, itemId]].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
    },
  })
  return (
    <>
      <Text size="sm" mb={6}>{assigned.length === 0 ? 'Assigned to nobody yet.' : <>Assigned to <strong>{assigned.map((one) => one.name).join(', ')}</strong>.</>}</Text>
      {manages && free.length > 0 && (
        <Group gap="sm" align="flex-end" mb="md">
          <NativeSelect label="Assign to" value={chosen} onChange={(event) => setChosen(event.currentTarget.value)} data={[{ value: '', label: 'Choose a trainer' }, ...free.map((one) => ({ value: one.accountId, label: one.name }))]} />
          <Button variant="default" disabled={chosen === ''} loading={assigning.isPending} onClick={() => assigning.mutate()}>Assign</Button>
        </Group>
      )}
      <Fault error={assigning.error} />
    </>
  )
}

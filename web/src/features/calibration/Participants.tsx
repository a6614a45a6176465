import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { peopleQuery } from '~/api/projectDesk'
import { chooseParticipants, roundQuery, type Round } from '~/api/rounds'
import { Fault } from '~/ui/Fault'
import { Loaded } from '~/ui/Loaded'

/** Who takes part in a test of the guideline: leads and a few trainers. */
export function Participants({ projectId, round }: { projectId: string; round: Round }) {
  const queryClient = useQueryClient()
  const people = useQuery(peopleQuery(projectId))
  const [chosen, setChosen] = useState(() => round.participants.map((one) => one.accountId))
  const saving = useMutation({
    mutationFn: () => chooseParticipants(round.card.id, chosen),
    onSuccess: (after) => queryClient.setQueryData(roundQuery(round.card.id).queryKey, after),
  })
  const changed = chosen.length !== round.participants.length || round.participants.some((one) => !chosen.includes(one.accountId))
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed" className="measure">They judge the same items without seeing each other’s answers. Trainers are paid the stated rate; leads take part as part of their work.</Text>
      <Loaded query={people}>
        {({ items }) => (
          <Checkbox.Group label="Who takes part" value={chosen} onChange={setChosen}>
            <Stack gap="xs" mt={6}>{items.map((person) => <Checkbox key={person.accountId} value={person.accountId} label={person.name} description={person.roles.join(', ').toLowerCase()} />)}</Stack>
          </Checkbox.Group>
        )}
      </Loaded>
      <Fault error={saving.error} />
      {changed && <Group><Button loading={saving.isPending} onClick={() => saving.mutate()}>Save the choice</Button></Group>}
    </Stack>
  )
}

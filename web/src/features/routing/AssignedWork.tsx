import { Button, Checkbox, Group, NumberInput, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { assignmentsQuery, shareOut } from '~/api/assignments'
import { count, number } from '~/lib/format'
import { CardTable, Cell, Head, Row } from '~/ui/CardTable'
import { Empty } from '~/ui/Empty'
import { Fault } from '~/ui/Fault'
import { Loaded } from '~/ui/Loaded'

/** Who was assigned how much, and sharing out the rest: a number of tasks or a percentage for each. */
export function AssignedWork({ projectId, manages }: { projectId: string; manages: boolean }) {
  const work = useQuery(assignmentsQuery(projectId))
  const queryClient = useQueryClient()
  const [chosen, setChosen] = useState<string[]>([])
  const [unit, setUnit] = useState<'tasks' | 'percent'>('tasks')
  const [each, setEach] = useState(10)
  const sharing = useMutation({
    mutationFn: () => shareOut(projectId, { accounts: chosen, [unit]: each }),
    onSuccess: async ({ assigned }) => {
      notifications.show({ message: assigned === 0 ? 'Nothing was left that they could be given.' : `${count(assigned, 'task')} assigned.` })
      setChosen([])
      await queryClient.invalidateQueries({ queryKey: ['assignments', projectId] })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    sharing.mutate()
  }
  return (
    <section aria-labelledby="assigned-title">
      <Title order={3} id="assigned-title" fz="h4">Assigned work</Title>
      <Loaded query={work}>
        {({ people, unassigned }) => (
          <form onSubmit={submit}>
            <Stack gap="sm">
              <Text size="sm" c="dimmed" className="measure">{unassigned === 0 ? 'Every judgment wanted is assigned to somebody.' : `${count(unassigned, 'judgment')} wanted that nobody is assigned yet.`} One item alone is assigned on its own page.</Text>
              {people.length === 0 ? <Empty order={3} title="Nobody works here yet">Work can be assigned once trainers have accepted the terms.</Empty> : (
                <CardTable least={460} heads={<>{manages && <Head w={40}><span className="visually-hidden">Choose</span></Head>}<Head>Trainer</Head><Head ta="right">Assigned</Head><Head ta="right">Still to judge</Head></>}>
                  {people.map((one) => (
                    <Row key={one.accountId}>
                      {manages && <Cell><Checkbox size="md" aria-label={`Assign to ${one.name}`} checked={chosen.includes(one.accountId)}
                        onChange={(event) => setChosen(event.currentTarget.checked ? [...chosen, one.accountId] : chosen.filter((other) => other !== one.accountId))} /></Cell>}
                      <Cell><Text size="sm" fw={500}>{one.name}</Text></Cell>
                      <Cell under="Assigned" ta="right" className="tabular">{number(one.assigned)}</Cell>
                      <Cell under="Still to judge" ta="right" className="tabular">{number(one.open)}</Cell>
                    </Row>
                  ))}
                </CardTable>
              )}
              {manages && people.length > 0 && (
                <Group align="flex-end" gap="sm">
                  <NumberInput label="For each of those chosen" min={1} max={unit === 'percent' ? 100 : 100_000} allowDecimal={false} w={190} value={each} onChange={(value) => value !== '' && setEach(Number(value))} />
                  <SegmentedControl aria-label="Unit" value={unit} onChange={(value) => setUnit(value as 'tasks' | 'percent')} data={[{ value: 'tasks', label: 'tasks' }, { value: 'percent', label: '% of the rest' }]} />
                  <Button type="submit" disabled={chosen.length === 0 || unassigned === 0} loading={sharing.isPending}>Assign</Button>
                </Group>
              )}
              <Fault error={sharing.error} />
            </Stack>
          </form>
        )}
      </Loaded>
    </section>
  )
}

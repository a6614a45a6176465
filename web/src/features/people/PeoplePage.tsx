import { ActionIcon, Badge, Button, Group, Pill, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconUserPlus, IconX } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { peopleQuery, removeRole, type Person } from '~/api/projectDesk'
import { projectQuery } from '~/api/projects'
import { useAccount } from '~/api/session'
import type { MembershipState, Role } from '~/api/types'
import { CardTable, Cell, Head, Row } from '~/ui/CardTable'
import { Confirm } from '~/ui/confirm'
import { Empty } from '~/ui/Empty'
import { Loaded } from '~/ui/Loaded'
import { SectionHeader } from '~/ui/SectionHeader'
import { roleWord } from '~/ui/words'
import { Invitations } from './Invitations'
import { InviteDialog } from './InviteDialog'
import { RestrictDialog } from './RestrictDialog'

const membershipWord: Record<MembershipState, string> = {
  NONE: 'not joined', INVITED: 'invited', ACTIVE: 'working', RESTRICTED: 'restricted', LEFT: 'left',
}
const membershipColor: Record<MembershipState, string> = { NONE: 'gray', INVITED: 'gold', ACTIVE: 'pine', RESTRICTED: 'clay', LEFT: 'gray' }

/** Who works here is restricted with a reason instead of losing the role without a word. */
const works = (person: Person) => person.membership === 'ACTIVE' || person.membership === 'RESTRICTED'

export function PeoplePage() {
  const { projectId } = useParams({ strict: false }) as { projectId: string }
  const account = useAccount()
  const project = useQuery(projectQuery(projectId))
  const people = useQuery(peopleQuery(projectId))
  const queryClient = useQueryClient()
  const [inviting, inviteDialog] = useDisclosure(false)
  const [removing, setRemoving] = useState<{ person: Person; role: Role } | null>(null)
  const [restricting, setRestricting] = useState<Person | null>(null)
  const removal = useMutation({
    mutationFn: (what: { person: Person; role: Role }) => removeRole(projectId, what.person.accountId, what.role),
    onSuccess: async () => {
      setRemoving(null)
      await queryClient.invalidateQueries(peopleQuery(projectId))
    },
  })
  const manages = (project.data?.roles.includes('MANAGER') ?? false) || (account?.owner ?? false)
  return (
    <Stack gap="lg">
      <SectionHeader title="People" lead="Trainers join by themselves once the project is published; everybody else comes by invitation."
        actions={manages && <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={inviteDialog.open}>Invite somebody</Button>} />
      <Loaded query={people}>
        {({ items }) => items.length === 0
          ? <Empty order={3} title="Nobody is here yet">Invite a lead and an ML engineer, and publish the project for trainers.</Empty>
          : (
            <CardTable least={620} highlightOnHover heads={<><Head>Name</Head><Head>Roles</Head><Head>As trainer</Head><Head>Terms</Head></>}>
              {items.map((person) => (
                <Row key={person.accountId}>
                  <Cell><Text fw={500}>{person.name}</Text><Text size="xs" c="dimmed">{person.email}</Text></Cell>
                  <Cell under="Roles">
                    <Group gap={6}>
                      {person.roles.map((role) => (
                        <Pill key={role} size="md">
                          {roleWord(role)}
                          {manages && !(role === 'TRAINER' && works(person)) && <ActionIcon size={24} variant="transparent" color="gray" aria-label={`Take the role ${roleWord(role)} from ${person.name}`}
                            onClick={() => setRemoving({ person, role })}><IconX size={13} aria-hidden /></ActionIcon>}
                        </Pill>
                      ))}
                    </Group>
                  </Cell>
                  <Cell under="As trainer"><Group gap={8}>{person.membership !== 'NONE' && <Badge variant="light" color={membershipColor[person.membership]}>{membershipWord[person.membership]}</Badge>}
                    {manages && person.membership === 'ACTIVE' && person.accountId !== account?.id && <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setRestricting(person)} aria-label={`Restrict ${person.name}`}>Restrict</Button>}</Group></Cell>
                  <Cell under="Terms"><Text size="sm" c="dimmed">{person.termsVersion ? `version ${person.termsVersion}` : '–'}</Text></Cell>
                </Row>
              ))}
            </CardTable>
          )}
      </Loaded>
      {manages && <Invitations projectId={projectId} />}
      <InviteDialog projectId={projectId} opened={inviting} onClose={inviteDialog.close} />
      {restricting && <RestrictDialog projectId={projectId} person={restricting} onClose={() => setRestricting(null)} />}
      <Confirm opened={removing !== null} danger action="Take the role away" pending={removal.isPending} error={removal.error}
        title={removing ? `Take ${roleWord(removing.role)} from ${removing.person.name}?` : ''}
        onClose={() => setRemoving(null)} onConfirm={() => removing && removal.mutate(removing)}>
        {removing?.role === 'TRAINER'
          ? 'They do not work here now; an invitation brings the role back. Everything they earned stays earned and is paid.'
          : 'They lose the pages and rights of this role in this project at once. An invitation can bring it back.'}
      </Confirm>
    </Stack>
  )
}

import { Alert, Button, Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { distributionQuery, type Lane } from '~/api/lanes'
import { projectQuery } from '~/api/projects'
import { useAccount } from '~/api/session'
import { Loaded } from '~/ui/Loaded'
import { SectionHeader } from '~/ui/SectionHeader'
import { AssignedWork } from './AssignedWork'
import { LaneDialog } from './LaneDialog'
import { LaneTable } from './LaneTable'
import { ShareTable } from './ShareTable'

/** Who may judge what, and how the work is shared out. */
export function RoutingPage() {
  const { projectId } = useParams({ strict: false }) as { projectId: string }
  const project = useQuery(projectQuery(projectId)).data
  const owner = useAccount()?.owner ?? false
  const sharing = useQuery(distributionQuery(projectId))
  const [editing, setEditing] = useState<Lane | 'new' | null>(null)
  const manages = owner || (project?.roles.includes('MANAGER') ?? false)
  return (
    <Stack gap="xl">
      <div>
        <SectionHeader title="Routing" lead="A lane is a part of the work that only some may judge. Higher priority comes first, then what is due soonest, then what only some may judge, then what came first."
          actions={manages && <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing('new')}>New lane</Button>} />
        {project?.settings?.routing === 'ASSIGNED' && <Alert color="gold" variant="light" mb="md">In this project people get what is assigned to them by name, whatever its lane asks.</Alert>}
        <Loaded query={sharing} lines={5}>{(found) => <LaneTable projectId={projectId} loads={found.lanes} manages={manages} onChange={setEditing} />}</Loaded>
      </div>
      {project?.settings?.routing === 'ASSIGNED' && <AssignedWork projectId={projectId} manages={manages} />}
      {sharing.data && <ShareTable people={sharing.data.people} loads={sharing.data.lanes} days={sharing.data.days} />}
      {editing && <LaneDialog projectId={projectId} lane={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Stack>
  )
}

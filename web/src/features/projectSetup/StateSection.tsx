import { Badge, Button, Group, List, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { closeProject, pauseProject, publishProject, resumeProject } from '~/api/projectDesk'
import { projectQuery } from '~/api/projects'
import type { Project, ProjectState } from '~/api/types'
import { Confirm } from '~/ui/confirm'
import { Fault } from '~/ui/Fault'
import { stateColor, stateWord } from '~/ui/words'
import { Section } from './Section'

const meaning: Record<ProjectState, string> = {
  DRAFT: 'Only its managers see the project. Publishing lists it with its terms and opens the queue.',
  PUBLISHED: 'The project is listed and work is handed out.',
  PAUSED: 'The project is listed, but no new task is handed out. Tasks already taken can still be finished and are paid.',
  CLOSED: 'Closed for good. Everything earned stays earned, and the data stays readable and exportable.',
}

export function StateSection({ project }: { project: Project }) {
  const queryClient = useQueryClient()
  const [closing, closeDialog] = useDisclosure(false)
  const moving = useMutation({
    mutationFn: (move: (id: string) => Promise<Project>) => move(project.id),
    onSuccess: async (moved) => {
      queryClient.setQueryData(projectQuery(project.id).queryKey, moved)
      closeDialog.close()
      await queryClient.invalidateQueries({ queryKey: ['projects'] })
    },
    onError: () => queryClient.invalidateQueries(projectQuery(project.id)),
  })
  const { state, missing } = project
  return (
    <Section title="State">
      <Stack gap="sm">
        <Group gap="sm"><Badge variant="light" color={stateColor(state)}>{stateWord(state)}</Badge><Text size="sm">{meaning[state]}</Text></Group>
        {state === 'DRAFT' && missing.length > 0 && (
          <div>
            <Text size="sm" fw={600}>Before it can be published:</Text>
            <List size="sm" spacing={2}>{missing.map((sentence) => <List.Item key={sentence}>{sentence}</List.Item>)}</List>
          </div>
        )}
        {!closing && <Fault error={moving.error} />}
        <Group gap="xs">
          {state === 'DRAFT' && <Button loading={moving.isPending} disabled={missing.length > 0} onClick={() => moving.mutate(publishProject)}>Publish</Button>}
          {state === 'PUBLISHED' && <Button variant="default" loading={moving.isPending} onClick={() => moving.mutate(pauseProject)}>Pause</Button>}
          {state === 'PAUSED' && <Button loading={moving.isPending} onClick={() => moving.mutate(resumeProject)}>Open again</Button>}
          {state !== 'CLOSED' && <Button variant="subtle" color="clay" onClick={closeDialog.open}>Close for good</Button>}
        </Group>
      </Stack>
      <Confirm opened={closing} title={`Close ${project.name}?`} action="Close for good" danger pending={moving.isPending} error={moving.error}
        onClose={closeDialog.close} onConfirm={() => moving.mutate(closeProject)}>
        Nobody gets another task here, and a closed project cannot be opened again. Earned pay still settles. If you only need a break, pause it.
      </Confirm>
    </Section>
  )
}

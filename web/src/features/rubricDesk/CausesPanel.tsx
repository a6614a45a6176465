import { Badge, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { draftCausesQuery, pickCauses, type VersionCause } from '~/api/guidelineDesk'
import { Fault } from '~/ui/Fault'
import { CauseLink, causeKinds } from '~/ui/causes'
import { Loaded } from '~/ui/Loaded'
import classes from './RubricDesk.module.css'

const idOf = (cause: VersionCause) => `${cause.kind}/${cause.subject}`

/** Doubts that wait for an answer, beside the text that answers them; a tick shows at once and nothing changes its place. */
export function CausesPanel({ projectId }: { projectId: string }) {
  const queryClient = useQueryClient()
  const causes = useQuery(draftCausesQuery(projectId))
  const { queryKey } = draftCausesQuery(projectId)
  const picking = useMutation({
    scope: { id: `causes.${projectId}` },
    mutationFn: (picked: VersionCause[]) => pickCauses(projectId, picked),
    onMutate: async (picked) => {
      // A list that was asked for before the tick must not take it back.
      await queryClient.cancelQueries({ queryKey })
      queryClient.setQueryData(queryKey, (before) => before && { ...before, items: before.items.map((one) => ({ ...one, picked: picked.some((other) => idOf(other) === idOf(one)) })) })
    },
    onError: () => queryClient.invalidateQueries({ queryKey }),
  })
  const toggle = (cause: VersionCause, all: VersionCause[]) => {
    const others = all.filter((one) => one.picked && idOf(one) !== idOf(cause))
    picking.mutate(cause.picked ? others : [...others, cause])
  }
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">Flags about the guideline, questions on which judges differ, and known answers that most contradict. Tick what this version answers: it is kept with the version, and those who flagged are told.</Text>
      <Fault error={picking.error} />
      <Loaded query={causes}>
        {({ items }) => items.length === 0 ? <Text size="sm">Nothing is doubted just now.</Text> : (
          <ul className={classes.versions}>
            {items.map((cause) => (
              <li key={idOf(cause)}>
                <Checkbox checked={cause.picked} onChange={() => toggle(cause, items)} label={cause.summary}
                  description={<Group gap={8} component="span" mt={2}><Badge component="span" size="sm" variant="light" color={causeKinds[cause.kind].color}>{causeKinds[cause.kind].word}</Badge><CauseLink projectId={projectId} cause={cause} /></Group>} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Stack>
  )
}

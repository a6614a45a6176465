import { Stack, Text, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { draftComparisonQuery } from '~/api/guidelineDesk'
import { Loaded } from '~/ui/Loaded'
import { RubricComparison } from '~/ui/RubricComparison'
import { TextComparison } from '~/ui/TextComparison'
import type { Written } from './useGuidelineDraft'

type Props = { projectId: string; version: number; written: Written; save: () => Promise<boolean> }

/** The draft beside the version in force, before anybody else reads it: which questions differ, and which words. */
export function DraftChanges({ projectId, version, written, save }: Props) {
  const queryClient = useQueryClient()
  const comparison = useQuery(draftComparisonQuery(projectId))
  // What was typed a moment ago is on its way to the server, which alone says what changed.
  useEffect(() => { void save().then((saved) => { if (saved) void queryClient.invalidateQueries(draftComparisonQuery(projectId)) }) }, [])
  return (
    <Loaded query={comparison} lines={6}>
      {(found) => (
        <Stack gap="xl">
          <section aria-labelledby="draft-questions">
            <Title order={3} fz="h4" id="draft-questions" mb="sm">The questions</Title>
            <RubricComparison criteria={found.criteria} rulesAdded={found.rulesAdded} rulesRemoved={found.rulesRemoved} />
          </section>
          <section aria-labelledby="draft-text">
            <Title order={3} fz="h4" id="draft-text" mb="sm">The text</Title>
            <TextComparison before={found.bodyBefore} after={written.body} names={[`Version ${found.from}`, `Version ${version}, draft`]} />
          </section>
          <Text size="sm" c="dimmed">Trainers see the same page once it is published.</Text>
        </Stack>
      )}
    </Loaded>
  )
}

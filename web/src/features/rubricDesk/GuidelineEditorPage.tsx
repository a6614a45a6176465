import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { guidelineDraftQuery } from '~/api/guidelineDesk'
import { projectQuery } from '~/api/projects'
import { read } from '~/lib/storage'
import { Loaded } from '~/ui/Loaded'
import { SectionHeader } from '~/ui/SectionHeader'
import { GuidelineDesk } from './GuidelineDesk'
import { TemplateChoice } from './TemplateChoice'
import type { Written } from './useGuidelineDraft'

export function GuidelineEditorPage() {
  const { projectId } = useParams({ strict: false }) as { projectId: string }
  const project = useQuery(projectQuery(projectId))
  const draft = useQuery(guidelineDraftQuery(projectId))
  const [start, setStart] = useState<Written | null>(null)
  return (
    <Loaded query={project}>
      {(found) => (
        <Loaded query={draft} lines={8}>
          {(stored) => {
            const from = start ?? stored ?? read<Written>(`guideline-draft.${projectId}`)
            return from === null
              ? <Stack><SectionHeader title="Write the guideline" lead="It tells trainers what good work looks like, and its questions are what they answer. Start from a review that has the usual questions, or from nothing." /><TemplateChoice onChoose={setStart} /></Stack>
              : <GuidelineDesk projectId={projectId} version={(found.guidelineVersion ?? 0) + 1} stored={from} fresh={start !== null} problems={stored?.problems ?? []} />
          }}
        </Loaded>
      )}
    </Loaded>
  )
}

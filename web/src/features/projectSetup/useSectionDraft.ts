import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { projectQuery } from '~/api/projects'
import type { Project } from '~/api/types'

/** A part of the project while it is being changed: what is on the screen, whether it differs, and how it is saved. */
export function useSectionDraft<T>(projectId: string, saved: T, send: (draft: T) => Promise<Project>, done: string) {
  const queryClient = useQueryClient()
  const [changed, setChanged] = useState<T | null>(null)
  const saving = useMutation({
    mutationFn: send,
    onSuccess: async (project) => {
      queryClient.setQueryData(projectQuery(projectId).queryKey, project)
      setChanged(null)
      notifications.show({ message: done })
      await queryClient.invalidateQueries({ queryKey: ['projects'] })
    },
    // Undo then shows what somebody else made of it meanwhile.
    onError: () => queryClient.invalidateQueries(projectQuery(projectId)),
  })
  const draft = changed ?? saved
  const isChanged = changed !== null && JSON.stringify(changed) !== JSON.stringify(saved)
  const undo = () => {
    setChanged(null)
    saving.reset()
  }
  return {
    draft, set: setChanged, error: saving.error,
    save: (label: string) => ({ label, changed: isChanged, pending: saving.isPending, onSave: () => saving.mutate(draft), onUndo: undo }),
  }
}

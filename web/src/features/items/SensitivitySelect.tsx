import { NativeSelect } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { itemQuery, markSensitive, type ItemView } from '~/api/items'
import type { Sensitivity } from '~/api/types'
import { Fault } from '~/ui/Fault'
import { sensitivities } from '~/ui/words'

/** Marks an item as sensitive: it is covered from the next trainer on, and kept from those who want none of it. */
export function SensitivitySelect({ projectId, item }: { projectId: string; item: ItemView }) {
  const queryClient = useQueryClient()
  const marking = useMutation({
    mutationFn: (category: Sensitivity | null) => markSensitive(projectId, item.id, category),
    onSuccess: async () => {
      await queryClient.invalidateQueries(itemQuery(projectId, item.id))
      await queryClient.invalidateQueries({ queryKey: ['items', projectId] })
    },
  })
  return (
    <>
      <NativeSelect aria-label="Sensitive content of this item" value={item.sensitive ?? ''} disabled={marking.isPending}
        data={[{ value: '', label: 'Not sensitive' }, ...sensitivities]} onChange={(event) => marking.mutate((event.currentTarget.value || null) as Sensitivity | null)} />
      <Fault error={marking.error} />
    </>
  )
}

import { Text } from '@mantine/core'
import { useMemo } from 'react'
import type { ItemText } from '~/api/items'
import { ItemView, plainOptions } from '~/ui/item/ItemView'
import { useMarkingDesk } from '~/ui/item/MarkingDesk'
import { shownOf } from './AnswerSheet'

/** The item as it is judged, with the model behind each response, which trainers never see. */
export function ItemReading({ item }: { item: ItemText }) {
  const desk = useMarkingDesk()
  const shown = useMemo(() => shownOf(item), [item])
  return (
    <>
      <ItemView item={shown} options={plainOptions} {...(desk ? { mapped: true, marks: desk.marks, onSelect: desk.select } : {})}
        caption={(index) => item.responses[index]?.model && <Text span size="xs" c="dimmed" fw={400}>{item.responses[index]!.model}</Text>} />
      {desk?.stepper}
    </>
  )
}

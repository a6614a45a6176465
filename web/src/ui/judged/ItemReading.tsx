import { Text } from '@mantine/core'
import { useMemo } from 'react'
import type { ItemText } from '~/api/items'
import type { Answers, Rubric } from '~/api/types'
import { ItemView, plainOptions } from '~/ui/item/ItemView'
import type { Passage } from '~/ui/item/ItemText'
import { shownOf } from './AnswerSheet'

type Props = {
  item: ItemText
  /** Where passages may be marked for a critique: the rubric, the answers so far and how they change. */
  marking?: { rubric: Rubric; answers: Answers; onChange: (answers: Answers) => void } | undefined
}

/** The item as it is judged, with the model behind each response, which trainers never see. */
export function ItemReading({ item, marking }: Props) {
  const shown = useMemo(() => shownOf(item), [item])
  const critique = marking?.rubric.criteria.find((criterion) => criterion.kind === 'critique')
  const mark = (passage: Passage) => {
    if (!marking || !critique) return
    const answer = marking.answers[critique.key]
    const span = { ...passage, category: critique.categories?.[0]?.value ?? '', ...(critique.severities?.[0] ? { severity: critique.severities[0].value } : {}) }
    marking.onChange({ ...marking.answers, [critique.key]: { ...answer, spans: [...(answer?.spans ?? []), span] } })
  }
  return (
    <ItemView item={shown} options={plainOptions} mapped={critique !== undefined} {...(critique ? { onSelect: mark } : {})}
      caption={(index) => item.responses[index]?.model && <Text span size="xs" c="dimmed" fw={400}>{item.responses[index]!.model}</Text>} />
  )
}

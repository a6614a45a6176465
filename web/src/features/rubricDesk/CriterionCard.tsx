import { ActionIcon, Group, Text, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconChevronRight, IconCopy, IconTrash } from '@tabler/icons-react'
import { useId } from 'react'
import type { Criterion } from '~/api/types'
import { CriterionEditor } from './CriterionEditor'
import classes from './RubricDesk.module.css'
import { summary } from './rubric'

type Props = {
  criterion: Criterion; others: string[]; before: Criterion[]; number: number; last: boolean; open: boolean
  onToggle: () => void; onChange: (criterion: Criterion) => void; onMove: (by: -1 | 1) => void; onCopy: () => void; onRemove: () => void
}

/** One question of the rubric, folded to a line or open to be changed. */
export function CriterionCard(props: Props) {
  const { criterion, number, open } = props
  const body = useId()
  const name = criterion.title || 'question without a title'
  return (
    <li className={classes.card} data-open={open || undefined}>
      <div className={classes.cardHead}>
        <UnstyledButton className={classes.cardTitle} aria-expanded={open} aria-controls={body} onClick={props.onToggle}>
          <IconChevronRight size={16} aria-hidden className={classes.chevron} />
          <span>
            <Text span fw={600} size="sm">{number}. {criterion.title || <Text span c="dimmed" size="sm">Question without a title</Text>}</Text>
            <Text span size="xs" c="dimmed" display="block">{summary(criterion)}</Text>
          </span>
        </UnstyledButton>
        <Group gap={0} wrap="nowrap">
          <ActionIcon variant="subtle" color="gray" aria-label={`Move ‘${name}’ up`} disabled={number === 1} onClick={() => props.onMove(-1)}><IconArrowUp size={16} aria-hidden /></ActionIcon>
          <ActionIcon variant="subtle" color="gray" aria-label={`Move ‘${name}’ down`} disabled={props.last} onClick={() => props.onMove(1)}><IconArrowDown size={16} aria-hidden /></ActionIcon>
          <ActionIcon variant="subtle" color="gray" aria-label={`Copy ‘${name}’`} onClick={props.onCopy}><IconCopy size={16} aria-hidden /></ActionIcon>
          <ActionIcon variant="subtle" color="gray" aria-label={`Remove ‘${name}’`} onClick={props.onRemove}><IconTrash size={16} aria-hidden /></ActionIcon>
        </Group>
      </div>
      <div id={body} className={classes.cardBody} hidden={!open}>
        {open && <CriterionEditor criterion={criterion} others={props.others} before={props.before} onChange={props.onChange} />}
      </div>
    </li>
  )
}

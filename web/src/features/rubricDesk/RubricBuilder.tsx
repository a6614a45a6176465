import { Button, Menu, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Criterion, CriterionKind, Rubric } from '~/api/types'
import { CriterionCard } from './CriterionCard'
import classes from './RubricDesk.module.css'
import { withCriteria } from './conditions'
import { RulesEditor } from './RulesEditor'
import { keyFrom, kinds, moved, newCriterion } from './rubric'

/** The questions of a rubric: added, changed, put in order, removed. */
export function RubricBuilder({ rubric, onChange }: { rubric: Rubric; onChange: (rubric: Rubric) => void }) {
  const { criteria } = rubric
  const [open, setOpen] = useState<number | null>(null)
  const keys = criteria.map((criterion) => criterion.key)
  const set = (next: Criterion[]) => onChange(withCriteria(rubric, next))
  const add = (kind: CriterionKind) => {
    set([...criteria, newCriterion(kind, keys)])
    setOpen(criteria.length)
  }
  const move = (from: number, by: -1 | 1) => {
    set(moved(criteria, from, from + by))
    setOpen(open === from ? from + by : open === from + by ? from : open)
  }
  const copy = (at: number) => {
    const original = criteria[at]!
    set([...criteria.slice(0, at + 1), { ...structuredClone(original), key: keyFrom(original.title || original.kind, keys) }, ...criteria.slice(at + 1)])
    setOpen(at + 1)
  }
  const remove = (at: number) => {
    set(criteria.filter((_, i) => i !== at))
    setOpen(open === null || open === at ? null : open > at ? open - 1 : open)
  }
  return (
    <Stack gap="sm">
      {criteria.length === 0 && <Text size="sm" c="dimmed">No question yet. Trainers see them in this order.</Text>}
      <ol className={classes.list}>
        {criteria.map((criterion, i) => (
          <CriterionCard key={i} criterion={criterion} others={keys.filter((_, j) => j !== i)} before={criteria.slice(0, i)} number={i + 1} last={i === criteria.length - 1} open={open === i} onToggle={() => setOpen(open === i ? null : i)}
            onChange={(next) => set(criteria.map((other, j) => (j === i ? next : other)))} onMove={(by) => move(i, by)} onCopy={() => copy(i)} onRemove={() => remove(i)} />
        ))}
      </ol>
      <Menu position="bottom-start" width={330} shadow="md">
        <Menu.Target><Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} style={{ alignSelf: 'flex-start' }}>Add a question</Button></Menu.Target>
        <Menu.Dropdown>
          {kinds.map(({ kind, name, asks }) => (
            <Menu.Item key={kind} onClick={() => add(kind)}><Text span size="sm" fw={500} display="block">{name}</Text><Text span size="xs" c="dimmed">{asks}</Text></Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <RulesEditor rules={rubric.rules ?? []} criteria={criteria} onChange={(rules) => onChange({ ...rubric, rules })} />
    </Stack>
  )
}

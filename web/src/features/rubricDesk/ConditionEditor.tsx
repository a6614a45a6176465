import { Group, NativeSelect, NumberInput } from '@mantine/core'
import type { Condition, Criterion } from '~/api/types'
import { firstCondition, inWay, unitIn, valuesIn, wayOf, waysIn, type Way } from './conditions'

/** One condition: which question, how it is held, and against what. */
export function ConditionEditor({ name, condition, criteria, onChange }: { name: string; condition: Condition; criteria: Criterion[]; onChange: (condition: Condition) => void }) {
  const criterion = criteria.find((one) => one.key === condition.criterion)
  const way = wayOf(condition)
  const questions = criteria.map((one) => ({ value: one.key, label: one.title || one.key }))
  return (
    <Group gap={6} role="group" aria-label={name}>
      <NativeSelect size="sm" maw={220} aria-label={`${name}: question`} value={criterion?.key ?? ''} data={criterion ? questions : [{ value: '', label: 'choose a question' }, ...questions]}
        onChange={(event) => { const next = criteria.find((one) => one.key === event.currentTarget.value); if (next) onChange(firstCondition(next)) }} />
      {criterion && (
        <>
          <NativeSelect size="sm" aria-label={`${name}: relation`} value={way} data={waysIn(criterion)} onChange={(event) => onChange(inWay(criterion, event.currentTarget.value as Way, condition))} />
          {(way === 'is' || way === 'isNot') && (
            <NativeSelect size="sm" aria-label={`${name}: answer`} value={condition.is ?? condition.isNot ?? ''} data={valuesIn(criterion)} onChange={(event) => onChange({ criterion: criterion.key, [way]: event.currentTarget.value })} />
          )}
          {(way === 'atLeast' || way === 'atMost') && (
            <NumberInput size="sm" w={110} aria-label={`${name}: number`} suffix={unitIn(criterion) ? ` ${unitIn(criterion)}` : ''} allowDecimal={false} value={condition.atLeast ?? condition.atMost ?? 1}
              onChange={(value) => value !== '' && onChange({ criterion: criterion.key, [way]: Number(value) })} />
          )}
        </>
      )}
    </Group>
  )
}

import { Checkbox, NumberInput, Paper, Select, Stack, Switch, Text } from '@mantine/core'
import type { Gate } from '~/api/types'
import classes from './GateForm.module.css'
import { gateSentence, usualRestriction, type Restriction } from './gateSentence'

type Props = { gate: Gate; onChange: (gate: Gate) => void }

/** The gate, written as the sentence it is: its blanks are the fields. */
export function GateForm({ gate, onChange }: Props) {
  const restrict = gate.restrict
  const set = (change: Partial<Restriction>) => onChange({ ...gate, restrict: { ...(restrict ?? usualRestriction), ...change } })
  const figure = (value: string | number, least: number, apply: (value: number) => void) => {
    if (value !== '' && Number(value) >= least) apply(Number(value))
  }
  return (
    <Stack gap="md">
      <Checkbox label="Everyone reads and acknowledges the guideline before the first task, and again when a change asks for it"
        checked={gate.requireAcknowledgement} onChange={(event) => onChange({ ...gate, requireAcknowledgement: event.currentTarget.checked })} />
      <Switch label="Measured quality may restrict people for a time" checked={restrict !== null}
        onChange={(event) => onChange({ ...gate, restrict: event.currentTarget.checked ? usualRestriction : null })} />
      {restrict && (
        <div className={classes.sentence}>
          <span>Restrict for</span>
          <NumberInput aria-label="Days a restriction lasts" w={72} min={1} max={90} allowDecimal={false} value={restrict.days}
            onChange={(value) => figure(value, 1, (days) => set({ days }))} />
          <span>days when the whole interval of</span>
          <Select aria-label="What is measured" w={260} allowDeselect={false} value={restrict.signal}
            data={[{ value: 'GOLD', label: 'gold agreement' }, { value: 'CONSENSUS', label: 'agreement with the consensus' }]}
            onChange={(signal) => signal && set({ signal: signal as Restriction['signal'] })} />
          <span>is below</span>
          <NumberInput aria-label="The line in percent" w={88} min={1} max={100} suffix=" %" decimalScale={1} value={Math.round(restrict.below * 1000) / 10}
            onChange={(value) => figure(value, 0.1, (percent) => set({ below: Math.round(percent * 10) / 1000 }))} />
          <span>after at least</span>
          <NumberInput aria-label="Least number of answers" w={80} min={5} max={10000} allowDecimal={false} value={restrict.minimum}
            onChange={(value) => figure(value, 1, (minimum) => set({ minimum }))} />
          <span>{restrict.signal === 'GOLD' ? 'gold answers' : 'answers others gave too'}.</span>
        </div>
      )}
      <Paper className="sheet" p="sm">
        <Text size="sm" fw={500}>{gateSentence(gate)}</Text>
        <Text size="sm" c="dimmed" mt={4}>
          {restrict
            ? 'A bad stretch by chance is not enough: the line must lie above everything the interval allows. Whoever is restricted is told the rule and the answers behind it, keeps all pay, and may appeal to somebody else.'
            : 'You can still look at standings and decide by hand.'}
        </Text>
      </Paper>
    </Stack>
  )
}

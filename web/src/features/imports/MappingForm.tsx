import { Alert, Button, Group, List, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Import, Mapping } from '~/api/imports'
import { count, number } from '~/lib/format'
import { Fault } from '~/ui/Fault'
import classes from './ImportPage.module.css'
import { assigned, mappingFaults, mappingOf, previewText, roles, rolesOf, type Role } from './mapping'

/** How many rows the server reads before the import runs. */
const lookedAt = 2000

function rowsToCome(one: Import): string {
  const bad = one.previewFaults.length
  return bad > 0 && one.total <= lookedAt ? `${number(one.total - bad)} of ${count(one.total, 'row')}` : count(one.total, 'row')
}

type Props = { one: Import; again?: boolean; pending: boolean; error: unknown; onRun: (mapping: Mapping) => void }

/** The first rows of the file, with what each column means chosen at its head. */
export function MappingForm({ one, again = false, pending, error, onRun }: Props) {
  const [chosen, setChosen] = useState(() => rolesOf(one.columns, one.mapping))
  const mapping = mappingOf(one.columns, chosen)
  const faults = mappingFaults(mapping)
  const options = [{ value: '', label: 'not imported' }, ...roles.map((role) => ({ value: role.value, label: role.label }))]
  return (
    <Stack gap="md" component="section" aria-labelledby="mapping-title">
      <div>
        <Title order={3} id="mapping-title" fz="h4">What the columns mean</Title>
        <Text size="sm" c="dimmed">Suggested from their names; change what is wrong. Below are the first {count(one.preview.length, 'row')}.</Text>
      </div>
      <div className={classes.preview} tabIndex={0} role="region" aria-label="First rows of the file">
        <table>
          <thead>
            <tr>
              <th scope="col" className={classes.line}><span className="visually-hidden">Row</span></th>
              {one.columns.map((column) => (
                <th key={column} scope="col" data-used={chosen[column] !== null || undefined}>
                  <span className={classes.column}>{column}</span>
                  <NativeSelect size="xs" aria-label={`Meaning of ${column}`} data={options} value={chosen[column] ?? ''}
                    onChange={(event) => setChosen(assigned(chosen, column, (event.currentTarget.value || null) as Role | null))} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {one.preview.map((row, i) => (
              <tr key={i}>
                <td className={classes.line}>{i + 1}</td>
                {one.columns.map((column) => <td key={column} data-unused={chosen[column] === null || undefined}><div>{previewText(row[column])}</div></td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {one.previewFaults.length > 0 && (
        <Alert color="gold" variant="light" title={`${count(one.previewFaults.length, 'line')}${one.total > lookedAt ? ` of the first ${number(lookedAt)}` : ''} cannot be read and will be left out`}>
          <List size="sm" spacing={2}>{one.previewFaults.slice(0, 5).map((fault) => <List.Item key={fault.line}>Line {number(fault.line)}: {fault.message}</List.Item>)}</List>
          {one.previewFaults.length > 5 && <Text size="sm" mt={4}>and {number(one.previewFaults.length - 5)} more</Text>}
        </Alert>
      )}
      {faults.length > 0 && <List size="sm" aria-live="polite">{faults.map((fault) => <List.Item key={fault}>{fault}</List.Item>)}</List>}
      {faults.length === 0 && (
        <Text size="sm" c="dimmed">
          Each item gets {mapping.responses.length === 0 ? 'its conversation and no response' : mapping.responses.length === 1 ? `one response, or one for each entry when ${mapping.responses[0]} holds a list` : count(mapping.responses.length, 'response')}.
          {mapping.externalId ? ' Items whose id is already here are left as they are.' : ' Without a column for your id, importing the file twice brings every item twice.'}
        </Text>
      )}
      <Fault error={error} />
      <Group justify="flex-end"><Button disabled={faults.length > 0} loading={pending} onClick={() => onRun(mapping)}>{again ? 'Run it again' : one.total ? `Import ${rowsToCome(one)}` : 'Import'}</Button></Group>
    </Stack>
  )
}

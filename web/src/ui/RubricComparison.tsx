import { Badge, Group, Stack, Text } from '@mantine/core'
import type { Schemas } from '~/api/types'
import { count } from '~/lib/format'
import { Differences } from './criteria/Differences'
import classes from './RubricComparison.module.css'

export type CriterionChange = Schemas['CriterionChange']

const kinds: Record<CriterionChange['kind'], { word: string; color: string }> = {
  ADDED: { word: 'New', color: 'pine' }, REMOVED: { word: 'Taken out', color: 'clay' }, CHANGED: { word: 'Changed', color: 'gold' },
  MOVED: { word: 'Moved', color: 'gray' }, SAME: { word: 'Same', color: 'gray' },
}
export const changeWord = (kind: CriterionChange['kind']) => kinds[kind].word
export const changeColor = (kind: CriterionChange['kind']) => kinds[kind].color

const fields: Record<string, string> = {
  title: 'Question', help: 'Help', target: 'Asked of', required: 'Needed', justification: 'Says why', options: 'Option', multiple: 'Several may be chosen', strength: 'Asks how strongly',
  tie: 'Tie allowed', bothBad: '‘Both bad’ allowed', ties: 'Ties allowed', min: 'Lowest value', max: 'Highest value', anchors: 'Step', categories: 'Category', severities: 'Severity',
  minLength: 'Fewest characters', maxLength: 'Most characters', clause: 'Where the guideline speaks of it', kind: 'Kind of question',
}
const values: Record<string, string> = {
  true: 'yes', false: 'no', item: 'the item as a whole', each_response: 'each response', never: 'never', always: 'always', on_extremes: 'at the extremes', label: 'choice', compare: 'comparison',
}
const said = (value: string | null) => (value === null ? null : values[value] ?? value)

/** Criterion by criterion: what is new, gone, worded otherwise or somewhere else. */
export function RubricComparison({ criteria, rulesAdded = [], rulesRemoved = [] }: { criteria: CriterionChange[]; rulesAdded?: string[]; rulesRemoved?: string[] }) {
  const changed = criteria.filter((criterion) => criterion.kind !== 'SAME')
  const same = criteria.length - changed.length
  return (
    <Stack gap="sm">
      {changed.map((criterion) => (
        <section key={criterion.key} className={classes.criterion} aria-label={criterion.title}>
          <Group gap="xs"><Badge variant="light" color={changeColor(criterion.kind)}>{changeWord(criterion.kind)}</Badge><Text fw={600}>{criterion.title}</Text></Group>
          {criterion.kind === 'MOVED' && <Text size="sm" c="dimmed" mt={4}>It stands at another place among the questions.</Text>}
          {criterion.fields.length > 0 && (
            <dl className={classes.fields}>
              {criterion.fields.map((field) => (
                <div key={`${field.name}/${field.option}`}>
                  <dt>{fields[field.name] ?? field.name}{field.option !== null && <span className={classes.option}> {field.option}</span>}</dt>
                  <dd>
                    {field.before !== null && field.after !== null ? <Differences from={said(field.before)!} to={said(field.after)!} />
                      : field.after !== null ? <Text size="sm"><b>New:</b> {said(field.after)}</Text> : <Text size="sm"><b>Taken out:</b> <del>{said(field.before)}</del></Text>}
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </section>
      ))}
      {(rulesAdded.length > 0 || rulesRemoved.length > 0) && (
        <section className={classes.criterion} aria-label="Hard rules">
          <Text fw={600} mb={4}>Hard rules</Text>
          {rulesAdded.map((rule) => <Text key={rule} size="sm"><b>New:</b> {rule}</Text>)}
          {rulesRemoved.map((rule) => <Text key={rule} size="sm"><b>Taken out:</b> <del>{rule}</del></Text>)}
        </section>
      )}
      {same > 0 && <Text size="sm" c="dimmed">{changed.length === 0 ? 'All questions are the same.' : `${count(same, 'question')} ${same === 1 ? 'is' : 'are'} the same.`}</Text>}
    </Stack>
  )
}

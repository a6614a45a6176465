import { Badge, Group, Stack, Text } from '@mantine/core'
import type { Schemas } from '~/api/types'
import { t } from '~/lib/i18n'
import { Differences } from './criteria/Differences'
import classes from './RubricComparison.module.css'

export type CriterionChange = Schemas['CriterionChange']

const kinds: Record<CriterionChange['kind'], { word: string; color: string }> = {
  ADDED: { word: t('New'), color: 'pine' }, REMOVED: { word: t('Taken out'), color: 'clay' }, CHANGED: { word: t('Changed'), color: 'gold' },
  MOVED: { word: t('Moved'), color: 'gray' }, SAME: { word: t('Same'), color: 'gray' },
}
export const changeWord = (kind: CriterionChange['kind']) => kinds[kind].word
export const changeColor = (kind: CriterionChange['kind']) => kinds[kind].color

const fields: Record<string, string> = {
  title: t('Question'), help: t('Help'), target: t('Asked of'), required: t('Needed'), justification: t('Says why'), options: t('Option'), multiple: t('Several may be chosen'), strength: t('Asks how strongly'),
  tie: t('Tie allowed'), bothBad: t('‘Both bad’ allowed'), ties: t('Ties allowed'), min: t('Lowest value'), max: t('Highest value'), anchors: t('Step'), categories: t('Category'), severities: t('Severity'),
  minLength: t('Fewest characters'), maxLength: t('Most characters'), clause: t('Where the guideline speaks of it'), kind: t('Kind of question'),
}
const values: Record<string, string> = {
  true: t('yes'), false: t('no'), item: t('the item as a whole'), each_response: t('each response'), never: t('never'), always: t('always'), on_extremes: t('at the extremes'), on_sample: t('on a sample'), label: t('choice'), compare: t('comparison'),
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
          {criterion.kind === 'MOVED' && <Text size="sm" c="dimmed" mt={4}>{t('It stands at another place among the questions.')}</Text>}
          {criterion.fields.length > 0 && (
            <dl className={classes.fields}>
              {criterion.fields.map((field) => (
                <div key={`${field.name}/${field.option}`}>
                  <dt>{fields[field.name] ?? field.name}{field.option !== null && <span className={classes.option}> {field.option}</span>}</dt>
                  <dd>
                    {field.before !== null && field.after !== null ? <Differences from={said(field.before)!} to={said(field.after)!} />
                      : field.after !== null ? <Text size="sm"><b>{t('New:')}</b> {said(field.after)}</Text> : <Text size="sm"><b>{t('Taken out:')}</b> <del>{said(field.before)}</del></Text>}
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </section>
      ))}
      {(rulesAdded.length > 0 || rulesRemoved.length > 0) && (
        <section className={classes.criterion} aria-label={t('Hard rules')}>
          <Text fw={600} mb={4}>{t('Hard rules')}</Text>
          {rulesAdded.map((rule) => <Text key={rule} size="sm"><b>{t('New:')}</b> {rule}</Text>)}
          {rulesRemoved.map((rule) => <Text key={rule} size="sm"><b>{t('Taken out:')}</b> <del>{rule}</del></Text>)}
        </section>
      )}
      {same > 0 && <Text size="sm" c="dimmed">{changed.length === 0 ? t('All questions are the same.') : same === 1 ? t('1 question is the same.') : t('{n} questions are the same.', { n: same })}</Text>}
    </Stack>
  )
}

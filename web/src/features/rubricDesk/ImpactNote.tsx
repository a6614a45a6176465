import { Alert, Anchor, Badge, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { draftComparisonQuery, impactQuery, type Comparison, type Impact } from '~/api/guidelineDesk'
import { guidelineQuery } from '~/api/projects'
import type { Effect, Rubric } from '~/api/types'
import { clauseOf, sectionsChanged } from '~/lib/clauses'
import { count, money, number } from '~/lib/format'
import { CardTable, Cell, Head, Row } from '~/ui/CardTable'
import { Loaded } from '~/ui/Loaded'
import { ratesOf } from '~/ui/figures/ratesOf'
import { changeColor, changeWord } from '~/ui/RubricComparison'

type Props = { projectId: string; effect: Effect; onLook: () => void }

/** What publishing the draft would touch: judgments, open items, leases, and the price of judging again. */
export function ImpactNote({ projectId, effect, onLook }: Props) {
  const impact = useQuery(impactQuery(projectId))
  const comparison = useQuery(draftComparisonQuery(projectId)).data
  const rubric = useQuery(guidelineQuery(projectId, 'current')).data?.rubric
  const breaking = effect === 'BREAKING'
  return (
    <section aria-labelledby="impact-title">
      <Text component="h3" size="sm" fw={600} id="impact-title" m={0} mb={4}>What it touches</Text>
      <Loaded query={impact} lines={3}>
        {(found) => (
          <Stack gap="xs">
            {comparison && comparison.bodyBefore === comparison.bodyAfter && comparison.criteria.every((criterion) => criterion.kind === 'SAME') && <Text size="sm" c="dimmed">The draft says the same as version {comparison.from}.</Text>}
            <Text size="sm">
              {count(found.judgments, 'judgment')} {found.judgments === 1 ? 'was' : 'were'} made under the versions that hold now; {count(found.openItems, 'open item')} will be judged under this one.
              {found.leases > 0 && <> {count(found.leases, 'task')} {found.leases === 1 ? 'is' : 'are'} with somebody just now and {found.leases === 1 ? 'finishes' : 'finish'} under the version {found.leases === 1 ? 'it was' : 'they were'} taken with.</>}
            </Text>
            <Touched impact={found} reworded={reworded(comparison, rubric)} elsewhere={comparison && rubric ? elsewhereSentence(sectionsChanged(comparison.bodyBefore, comparison.bodyAfter, [...rubric.criteria, ...found.criteria.filter((one) => one.change === 'ADDED')])) : null} />
            <Text size="sm"><Anchor component="button" type="button" size="sm" underline="always" onClick={onLook}>See the draft beside version {found.version - 1}</Anchor></Text>
            {effect === 'EDITORIAL' && found.criteria.some(changesAnswers) && <Alert color="gold" variant="light" py="xs">Questions change, but editorial means that nothing is judged differently: trainers would get a notice only, and nobody would be asked to read it.</Alert>}
            {!breaking && <Text size="sm">Nothing is judged again: earlier judgments keep the version they were made under, and go on counting beside the new ones.</Text>}
            {breaking && <Recalibrations recalibrations={found.recalibrations} />}
            {breaking && <Text size="sm">{recheckSentence(found.recheck)}{found.known > 0 && <> {count(found.known, 'known answer')} score nobody under the new version until {found.known === 1 ? 'it is' : 'they are'} confirmed for it.</>}</Text>}
          </Stack>
        )}
      </Loaded>
    </section>
  )
}

const changesAnswers = ({ change }: Impact['criteria'][number]) => change !== 'SAME' && change !== 'MOVED'

/** Questions that read as before while the part of the guideline that explains them does not. */
function reworded(comparison: Comparison | undefined, rubric: Rubric | undefined): Set<string> {
  if (!comparison || !rubric) return new Set()
  return new Set(rubric.criteria.filter((one) => clauseOf(comparison.bodyBefore, one) !== clauseOf(comparison.bodyAfter, one)).map((one) => one.key))
}

/** A breaking change asks those who passed a calibration for a short one more; where none is open, nobody. */
function Recalibrations({ recalibrations }: Pick<Impact, 'recalibrations'>) {
  if (recalibrations.length === 0) return <Text size="sm">No calibration is open, so nobody is calibrated anew.</Text>
  return recalibrations.map((one) => <Text key={one.round} size="sm">A recalibration from “{one.title}” is drafted for you to check and open. {recalibrationSentence(one)}</Text>)
}

/** How many are asked and what for, so that the sum can be checked by hand. */
export function recalibrationSentence({ items, people, each, altogether }: Impact['recalibrations'][number]): string {
  const whole = `${count(items, 'item')} of it${each ? `, ${money(each)} for each person, whatever the outcome` : ', unpaid as the round is'}`
  if (people === 0) return `Nobody who works here has passed it yet; whoever does before then judges ${whole}.`
  const sum = altogether && `: ${money(altogether)} altogether, reckoned for ${count(people, 'person', 'people')} and ${count(items * people, 'item')}`
  return `${count(people, 'person', 'people')} who ${people === 1 ? 'works' : 'work'} here passed before and ${people === 1 ? 'judges' : 'each judge'} ${whole}${sum ?? ''}.`
}

/** What changed in the text that explains no single question; empty where nothing did. */
export function elsewhereSentence(sections: ReturnType<typeof sectionsChanged>): string {
  return sections.length === 0 ? '' : `Elsewhere in the text: ${sections.map(({ heading, kind }) => `${heading === '' ? 'the beginning' : `“${heading}”`} ${kind}`).join(', ')}.`
}

/** @param elsewhere null while it is not known yet */
function Touched({ impact, reworded, elsewhere }: { impact: Impact; reworded: Set<string>; elsewhere: string | null }) {
  const touched = impact.criteria.filter((criterion) => criterion.change !== 'SAME' || reworded.has(criterion.key))
  if (touched.length === 0) return <Text size="sm" c={elsewhere ? undefined : 'dimmed'}>{elsewhere === null ? 'No question changes.' : `No question changes, nor what the text says under their headings. ${elsewhere}`.trim()}</Text>
  return (
    <>
      {elsewhere && <Text size="sm">{elsewhere}</Text>}
      <CardTable least={290} verticalSpacing={6} horizontalSpacing={6} fz="sm" heads={<><Head>Question</Head><Head ta="right">Judgments</Head><Head ta="right">Items</Head><Head ta="right">Open items</Head></>}>
        {touched.map((criterion) => (
          <Row key={criterion.key}>
            <Cell><Badge size="sm" variant="light" miw="max-content" color={changesAnswers(criterion) ? changeColor(criterion.change) : 'gray'} mr={8}>{reworded.has(criterion.key) && !changesAnswers(criterion) ? 'Its text changed' : changeWord(criterion.change)}</Badge>{criterion.title}</Cell>
            <Cell under="Judgments" ta="right" className="tabular">{number(criterion.judgments)}</Cell><Cell under="Items" ta="right" className="tabular">{number(criterion.items)}</Cell><Cell under="Open items" ta="right" className="tabular">{number(reworded.has(criterion.key) ? impact.openItems : criterion.openItems)}</Cell>
          </Row>
        ))}
      </CardTable>
    </>
  )
}

export function recheckSentence({ items, places, people, least, most, minutes }: Impact['recheck']): string {
  if (places === 0) return 'Nothing would have to be judged again.'
  const price = `${least.minor === most.minor ? money(most) : `${money(least)} to ${money(most)}`}, ${ratesOf(people)}`
  return `Judging everything again afterwards would be ${count(places, 'judgment')} of ${count(items, 'item')}: ${price}${minutes > 0 ? `, about ${minutes < 90 ? count(minutes, 'minute') : count(Math.round(minutes / 60), 'hour')} of work` : ''}. You order it, or a part of it, once the version is out.`
}

import { SimpleGrid, Text, Title } from '@mantine/core'
import type { CriterionKind } from '~/api/types'
import type { DataCard } from '~/api/snapshots'
import { count, money, number, percent } from '~/lib/format'
import { CardTable, Cell, Head, Row } from '~/ui/CardTable'
import { Figure } from '~/ui/figures/Figure'
import { Interval } from '~/ui/figures/Interval'
import { kindWord } from '~/ui/words'

const two = (value: number) => value.toFixed(2)

/** What is in the data set and how far it can be trusted. */
export function DataCardView({ card }: { card: DataCard }) {
  return (
    <section aria-labelledby="card-title">
      <Title order={3} id="card-title" fz="h4" mb="sm">Data card</Title>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }} spacing="sm">
        <Figure name="Items" note={card.gold > 0 ? `${number(card.gold)} gold, kept out of training files` : undefined}>{number(card.items)}</Figure>
        <Figure name="Judgments" note={[card.flags > 0 && count(card.flags, 'flag'), card.verdicts > 0 && count(card.verdicts, 'verdict')].filter(Boolean).join(', ') || undefined}>{number(card.judgments)}</Figure>
        <Figure name="Raters" note="under pseudonyms">{number(card.raters)}</Figure>
        <Figure name="Usable pairs" note={`${count(card.ties, 'tie')} kept beside them${card.undecided > 0 ? `, ${card.undecided} undecided` : ''}`}>{number(card.pairs)}</Figure>
        <Figure name="Cost per pair" note={card.cost.length > 0 ? `${card.cost.map(money).join(', ')} in all` : 'no pairs yet'}>{card.costPerPair ? money(card.costPerPair) : '–'}</Figure>
      </SimpleGrid>
      <CardTable least={520} mt="md" heads={<><Head>Criterion</Head><Head>Kind</Head><Head w="50%">Agreement (Krippendorff’s alpha)</Head></>}>
        {card.criteria.map((row) => {
          const title = row.title || row.key
          return (
            <Row key={row.key}>
              <Cell><Text size="sm" fw={500}>{title}</Text></Cell><Cell under="Kind"><Text size="sm" c="dimmed">{kindWord(row.kind as CriterionKind)}</Text></Cell>
              <Cell under="Agreement (Krippendorff’s alpha)"><Interval estimate={row.alpha} label={title} from={-0.2} to={1} line={0.67} format={two} /></Cell>
            </Row>
          )
        })}
      </CardTable>
      {card.unanimous !== null && <Text size="sm" mt="sm">On {percent(card.unanimous)} of the pairs all votes agree.</Text>}
      <Text size="sm" c="dimmed" mt="xs">{card.statement}</Text>
      <Text size="sm" c="dimmed" mt="xs">
        Judged under {card.guidelineVersions.map(({ version, judgments }) => `guideline version ${version} (${count(judgments, 'judgment')})`).join(', ') || 'no guideline version yet'}.
      </Text>
    </section>
  )
}

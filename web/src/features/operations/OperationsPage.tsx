import { Alert, Badge, Container, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { reconciliationQuery } from '~/api/operations'
import { clock, count, money, number } from '~/lib/format'
import { CardTable, Cell, Head, Row } from '~/ui/CardTable'
import { Figure } from '~/ui/figures/Figure'
import { Loaded } from '~/ui/Loaded'
import { PageHeader } from '~/ui/PageHeader'

export function OperationsPage() {
  const reconciliation = useQuery(reconciliationQuery)
  return (
    <Container size={1000} pt="lg" pb={64}>
      <PageHeader title="Reconciliation" lead="Every judgment accrues once, every decision settles once, debits equal credits, and nothing is stuck. The list of exceptions should be empty." />
      <Loaded query={reconciliation}>
        {(found) => (
          <Stack gap="lg">
            {found.violations.length === 0
              ? <Alert color="pine" variant="light" icon={<IconCircleCheck aria-hidden />} title="The books are in order">{count(found.checks.length, 'check')} found nothing.</Alert>
              : (
                <section aria-labelledby="exceptions-title">
                  <Title order={2} id="exceptions-title" fz="h4" mb="xs">{count(found.violations.length, 'exception')}</Title>
                  <CardTable least={560} heads={<><Head>Check</Head><Head>What</Head><Head>Detail</Head></>}>
                    {found.violations.map((violation, i) => <Row key={i}><Cell>{violation.check}</Cell><Cell under="What"><Text size="xs" ff="monospace">{violation.subject}</Text></Cell><Cell under="Detail">{violation.detail}</Cell></Row>)}
                  </CardTable>
                </section>
              )}
            <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
              <Figure name="Steps waiting" note="after a judgment: measure, gate, escalate, settle">{number(found.hops.waiting)}</Figure>
              <Figure name="Steps failed" note={found.hops.failed > 0 ? 'kept, and tried again later' : 'none'}>{number(found.hops.failed)}</Figure>
              <Figure name="Oldest waits since" note="minutes and seconds">{found.hops.oldestSeconds === null || found.hops.waiting === 0 ? '–' : clock(found.hops.oldestSeconds)}</Figure>
            </SimpleGrid>
            <section aria-labelledby="ledger-title">
              <Title order={2} id="ledger-title" fz="h4" mb="xs">Ledger</Title>
              {found.ledger.length === 0 ? <Text size="sm" c="dimmed">No entry yet.</Text> : (
                <CardTable least={420} verticalSpacing="xs" heads={<><Head>Currency</Head><Head ta="right">Debits</Head><Head ta="right">Credits</Head><Head ta="right">Sum</Head></>}>
                  {found.ledger.map((row) => (
                    <Row key={row.currency} className="tabular"><Cell>{row.currency}</Cell><Cell under="Debits" ta="right">{money({ minor: row.debits, currency: row.currency })}</Cell>
                      <Cell under="Credits" ta="right">{money({ minor: row.credits, currency: row.currency })}</Cell><Cell under="Sum" ta="right"><Badge variant="light" color={row.sum === 0 ? 'pine' : 'clay'} tt="none">{money({ minor: row.sum, currency: row.currency })}</Badge></Cell></Row>
                  ))}
                </CardTable>
              )}
            </section>
            <section aria-labelledby="checks-title">
              <Title order={2} id="checks-title" fz="h4" mb="xs">Checks</Title>
              <Table><Table.Tbody>{found.checks.map((check) => <Table.Tr key={check.name}><Table.Td>{check.name}</Table.Td><Table.Td ta="right"><Badge variant="light" color={check.violations === 0 ? 'pine' : 'clay'}>{check.violations === 0 ? 'in order' : count(check.violations, 'exception')}</Badge></Table.Td></Table.Tr>)}</Table.Tbody></Table>
            </section>
          </Stack>
        )}
      </Loaded>
    </Container>
  )
}

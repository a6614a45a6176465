import { Container, Stack, Text, Title } from '@mantine/core'
import { IconCoins } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { earningsQuery } from '~/api/work'
import type { Earnings } from '~/api/types'
import { clock, money } from '~/lib/format'
import { t } from '~/lib/i18n'
import { CardTable, Cell, Head, Row } from '~/ui/CardTable'
import { Empty } from '~/ui/Empty'
import { AnchorLink, ButtonLink } from '~/ui/links'
import { Loaded } from '~/ui/Loaded'
import { PageHeader } from '~/ui/PageHeader'
import { DayBars } from './DayBars'
import classes from './EarningsPage.module.css'
import { Entries } from './Entries'

/** Money to the cent: what is earned, what waits and until when, and what every hour truly brought. */
export function EarningsPage() {
  const earnings = useQuery(earningsQuery)
  return (
    <Container size={1000} py="xl">
      <PageHeader title={t('Earnings')} lead={t('Every judgment is paid at the rate you saw when you took the task.')} />
      <Loaded query={earnings}>
        {(found) => (found.totals.length === 0
          ? <Empty title={t('Nothing earned yet')} icon={<IconCoins size={40} stroke={1.4} color="var(--mantine-color-dimmed)" aria-hidden />} action={<ButtonLink to="/projects">{t('See the projects')}</ButtonLink>}>{t('With your first task an entry appears here, pending at once and earned once it is accepted.')}</Empty>
          : <Stack gap={36}><Totals earnings={found} /><DayBars days={found.days} /><Projects earnings={found} /><Entries projects={found.projects} /></Stack>)}
      </Loaded>
    </Container>
  )
}

function Totals({ earnings }: { earnings: Earnings }) {
  return (
    <>
      {earnings.totals.map(({ currency, pending, posted, released }) => (
        <dl key={currency} className={classes.totals}>
          <div><dt>{t('Earned')}</dt><dd>{money({ minor: posted, currency })}</dd><dd className={classes.hint}>{t('accepted and owed to you')}</dd></div>
          <div><dt>{t('Pending')}</dt><dd>{money({ minor: pending, currency })}</dd><dd className={classes.hint}>{t('waits for review; becomes earned by itself when the time stated in your terms has passed')}</dd></div>
          <div><dt>{t('Not paid')}</dt><dd>{money({ minor: released, currency })}</dd><dd className={classes.hint}>{t('rejected work; each with its reason, and open to dispute')}</dd></div>
        </dl>
      ))}
    </>
  )
}

function Projects({ earnings }: { earnings: Earnings }) {
  return (
    <section aria-labelledby="by-project">
      <Title order={2} fz="h3" id="by-project" mb="xs">{t('By project')}</Title>
      <CardTable least={620} verticalSpacing="xs" aria-labelledby="by-project" heads={<><Head>{t('Project')}</Head><Head ta="end">{t('Tasks')}</Head><Head ta="end">{t('Active time')}</Head><Head ta="end">{t('An hour brought')}</Head><Head ta="end">{t('Pending')}</Head><Head ta="end">{t('Earned')}</Head></>}>
            {earnings.projects.map((project) => (
              <Row className="tabular" key={`${project.projectId}${project.currency}`}>
                <Cell><AnchorLink to="/projects/$projectId/record" params={{ projectId: project.projectId }}>{project.name}</AnchorLink></Cell>
                <Cell under={t('Tasks')} ta="end">{project.judgments}</Cell>
                <Cell under={t('Active time')} ta="end">{clock(project.activeSeconds)}</Cell>
                <Cell under={t('An hour brought')} ta="end">{project.hourly ? money(project.hourly) : '–'}</Cell>
                <Cell under={t('Pending')} ta="end">{money({ minor: project.pending, currency: project.currency })}</Cell>
                <Cell under={t('Earned')} ta="end">{money({ minor: project.posted, currency: project.currency })}</Cell>
              </Row>
            ))}
      </CardTable>
      <Text size="xs" c="dimmed" mt={6}>{t('Active time runs while you work on a task and stops after 60 seconds without a sign of life.')}</Text>
    </section>
  )
}

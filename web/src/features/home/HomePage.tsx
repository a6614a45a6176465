import { Container, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { noticesQuery, useAccount } from '~/api/session'
import { projectsQuery } from '~/api/projects'
import { relative } from '~/lib/format'
import { t } from '~/lib/i18n'
import { Empty } from '~/ui/Empty'
import { ButtonLink } from '~/ui/links'
import { Loaded } from '~/ui/Loaded'
import { PageHeader } from '~/ui/PageHeader'
import { EarnedToday } from './EarnedToday'
import classes from './HomePage.module.css'
import { StaffRow } from './StaffRow'
import { TrainerRow } from './TrainerRow'

function greeting(hour: number): string {
  return hour < 5 ? t('Still up') : hour < 12 ? t('Good morning') : hour < 18 ? t('Good afternoon') : t('Good evening')
}

/** What waits for me today, by role. */
export function HomePage() {
  const account = useAccount()
  const projects = useQuery(projectsQuery)
  const notices = (useQuery(noticesQuery).data?.items ?? []).filter((notice) => !notice.read).slice(0, 4)
  return (
    <Container size={980} py="xl">
      <PageHeader title={`${greeting(new Date().getHours())}${account ? `, ${account.name.split(' ')[0]}` : ''}`} />
      <Loaded query={projects}>
        {({ items }) => {
          const training = items.filter((card) => card.roles.includes('TRAINER') && card.membership !== 'LEFT')
          const running = items.filter((card) => card.roles.some((role) => role !== 'TRAINER'))
          return (
            <Stack gap="xl">
              {training.length > 0 && <EarnedToday />}
              {training.length > 0 && (
                <section aria-labelledby="training">
                  <Title order={2} fz="h4" mb="sm" id="training">{t('Your work')}</Title>
                  <div className={classes.rows}>{training.map((card) => <TrainerRow key={card.id} card={card} />)}</div>
                </section>
              )}
              {running.length > 0 && (
                <section aria-labelledby="running">
                  <Title order={2} fz="h4" mb="sm" id="running">{t('Projects you help to run')}</Title>
                  <div className={classes.rows}>{running.map((card) => <StaffRow key={card.id} card={card} />)}</div>
                </section>
              )}
              {training.length === 0 && running.length === 0 && (
                <Empty title={t('Nothing waits for you yet')} action={account?.mayCreateProjects && items.length === 0 ? <ButtonLink to="/projects/new">{t('New project')}</ButtonLink> : <ButtonLink to="/projects">{t('See the projects')}</ButtonLink>}>
                  {items.length > 0 ? t('Open a listing, read its terms, and accept them if they suit you.') : account?.mayCreateProjects ? t('Create the first project, or wait for an invitation.') : t('Once a project is published or somebody invites you, it appears here.')}
                </Empty>
              )}
              {notices.length > 0 && (
                <section aria-labelledby="news">
                  <Title order={2} fz="h4" mb="sm" id="news">{t('New for you')}</Title>
                  <ul className={classes.news}>
                    {notices.map((notice) => (
                      <li key={notice.id}>{notice.link?.startsWith('/') ? <Link to={notice.link}>{notice.text}</Link> : notice.text} <Text span size="sm" c="dimmed">{relative(notice.at)}</Text></li>
                    ))}
                  </ul>
                </section>
              )}
            </Stack>
          )
        }}
      </Loaded>
    </Container>
  )
}

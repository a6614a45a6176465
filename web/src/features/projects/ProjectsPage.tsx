import { Badge, Container, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconFolders } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { projectsQuery } from '~/api/projects'
import { useAccount } from '~/api/session'
import type { ProjectCard } from '~/api/types'
import { language } from '~/lib/format'
import { t } from '~/lib/i18n'
import { Empty } from '~/ui/Empty'
import { ButtonLink } from '~/ui/links'
import { Loaded } from '~/ui/Loaded'
import { PageHeader } from '~/ui/PageHeader'
import { perPersonSentence, RateLine } from '~/ui/TermsSheet'
import { roleWord, stateColor, stateWord } from '~/ui/words'
import classes from './ProjectsPage.module.css'

/** Mine first, then what is open to everybody. */
export function ProjectsPage() {
  const projects = useQuery(projectsQuery)
  const account = useAccount()
  return (
    <Container size={1100} py="xl">
      <PageHeader title={t('Projects')} lead={t('Every listing states its terms in full. There is no fee, here or later.')}
        actions={account?.mayCreateProjects && <ButtonLink to="/projects/new">{t('New project')}</ButtonLink>} />
      <Loaded query={projects}>
        {({ items }) => {
          const mine = items.filter((card) => card.roles.length > 0)
          const listed = items.filter((card) => card.roles.length === 0)
          return (
            <Stack gap="xl">
              {mine.length > 0 && <Cards title={t('Yours')} cards={mine} />}
              {listed.length > 0 && <Cards title={t('Open to you')} cards={listed} />}
              {items.length === 0 && <Empty title={t('No projects yet')} icon={<IconFolders size={40} stroke={1.4} color="var(--mantine-color-dimmed)" aria-hidden />}>{t('Published projects appear here. If you were invited to one, open the link of the invitation.')}</Empty>}
            </Stack>
          )
        }}
      </Loaded>
    </Container>
  )
}

function Cards({ title, cards }: { title: string; cards: ProjectCard[] }) {
  return (
    <section aria-label={title}>
      <Title order={2} fz="h4" mb="sm">{title}</Title>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">{cards.map((card) => <Card key={card.id} card={card} />)}</SimpleGrid>
    </section>
  )
}

function Card({ card }: { card: ProjectCard }) {
  const isTrainer = card.roles.includes('TRAINER')
  return (
    <article className={classes.card}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
        <div>
          <Title order={3} fz="h4"><Link to="/projects/$projectId" params={{ projectId: card.id }} className={classes.name}>{card.name}</Link></Title>
          <Text size="sm" c="dimmed">{card.domain}</Text>
        </div>
        <Group gap={6} justify="flex-end">
          {card.membership === 'RESTRICTED' && <Badge color="clay" variant="light">{t('Restricted')}</Badge>}
          {card.roles.map((role) => <Badge key={role} color="gray" variant="light">{roleWord(role)}</Badge>)}
          {card.state !== 'PUBLISHED' && <Badge color={stateColor(card.state)} variant="light">{stateWord(card.state)}</Badge>}
        </Group>
      </Group>
      <Text>{card.summary}</Text>
      {card.terms && (
        <dl className={classes.terms}>
          <div><dt>{t('Pay')}</dt><dd><RateLine terms={card.terms} /></dd></div>
          <div><dt>{t('Paid')}</dt><dd>{card.terms.paySchedule}</dd></div>
          <div><dt>{t('A week')}</dt><dd>{card.terms.weeklyHours}</dd></div>
          <div><dt>{t('Runs')}</dt><dd>{card.terms.duration}</dd></div>
          {card.perPerson && <div><dt>{t('At most')}</dt><dd>{perPersonSentence(card.perPerson)}</dd></div>}
          <div><dt>{t('Skills')}</dt><dd>{card.terms.skills}</dd></div>
          <div><dt>{t('Language')}</dt><dd>{card.terms.languages.map(language).join(', ')}</dd></div>
          <div><dt>{t('Content')}</dt><dd>{card.terms.sensitiveContent || t('Nothing sensitive is expected')}</dd></div>
        </dl>
      )}
      <Group justify="space-between" mt="auto">
        <Text size="sm" c={card.workAvailable ? 'var(--accent-ink)' : 'dimmed'}>{card.workAvailable ? t('Tasks are waiting') : t('No task open just now')}</Text>
        {isTrainer
          ? <ButtonLink to="/projects/$projectId/work" params={{ projectId: card.id }} size="sm">{t('Work')}</ButtonLink>
          : <ButtonLink to="/projects/$projectId" params={{ projectId: card.id }} size="sm" variant="default">{card.roles.length > 0 ? t('Open') : t('Read the terms')}</ButtonLink>}
      </Group>
    </article>
  )
}

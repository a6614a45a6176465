import { Badge, Container, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconFolders } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { projectsQuery } from '~/api/projects'
import { useAccount } from '~/api/session'
import type { ProjectCard } from '~/api/types'
import { language } from '~/lib/format'
import { Empty } from '~/ui/Empty'
import { ButtonLink } from '~/ui/links'
import { Loaded } from '~/ui/Loaded'
import { PageHeader } from '~/ui/PageHeader'
import { RateLine } from '~/ui/TermsSheet'
import { roleWord, stateColor, stateWord } from '~/ui/words'
import classes from './ProjectsPage.module.css'

/** Mine first, then what is open to everybody. */
export function ProjectsPage() {
  const projects = useQuery(projectsQuery)
  const account = useAccount()
  return (
    <Container size={1100} py="xl">
      <PageHeader title="Projects" lead="Every listing states its terms in full. There is no fee, here or later."
        actions={account?.mayCreateProjects && <ButtonLink to="/projects/new">New project</ButtonLink>} />
      <Loaded query={projects}>
        {({ items }) => {
          const mine = items.filter((card) => card.roles.length > 0)
          const listed = items.filter((card) => card.roles.length === 0)
          return (
            <Stack gap="xl">
              {mine.length > 0 && <Cards title="Yours" cards={mine} />}
              {listed.length > 0 && <Cards title="Open to you" cards={listed} />}
              {items.length === 0 && <Empty title="No projects yet" icon={<IconFolders size={40} stroke={1.4} color="var(--mantine-color-dimmed)" aria-hidden />}>Published projects appear here. If you were invited to one, open the link of the invitation.</Empty>}
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
          {card.membership === 'RESTRICTED' && <Badge color="clay" variant="light">Restricted</Badge>}
          {card.roles.map((role) => <Badge key={role} color="gray" variant="light">{roleWord(role)}</Badge>)}
          {card.state !== 'PUBLISHED' && <Badge color={stateColor(card.state)} variant="light">{stateWord(card.state)}</Badge>}
        </Group>
      </Group>
      <Text>{card.summary}</Text>
      {card.terms && (
        <dl className={classes.terms}>
          <div><dt>Pay</dt><dd><RateLine terms={card.terms} /></dd></div>
          <div><dt>Paid</dt><dd>{card.terms.paySchedule}</dd></div>
          <div><dt>A week</dt><dd>{card.terms.weeklyHours}</dd></div>
          <div><dt>Runs</dt><dd>{card.terms.duration}</dd></div>
          <div><dt>Skills</dt><dd>{card.terms.skills}</dd></div>
          <div><dt>Language</dt><dd>{card.terms.languages.map(language).join(', ')}</dd></div>
          <div><dt>Content</dt><dd>{card.terms.sensitiveContent || 'Nothing sensitive is expected'}</dd></div>
        </dl>
      )}
      <Group justify="space-between" mt="auto">
        <Text size="sm" c={card.workAvailable ? 'var(--accent-ink)' : 'dimmed'}>{card.workAvailable ? 'Tasks are waiting' : 'No task open just now'}</Text>
        {isTrainer
          ? <ButtonLink to="/projects/$projectId/work" params={{ projectId: card.id }} size="sm">Work</ButtonLink>
          : <ButtonLink to="/projects/$projectId" params={{ projectId: card.id }} size="sm" variant="default">{card.roles.length > 0 ? 'Open' : 'Read the terms'}</ButtonLink>}
      </Group>
    </article>
  )
}

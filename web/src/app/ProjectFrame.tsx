import { Badge, Box, Container, Group, Text, Title } from '@mantine/core'
import { IconChevronRight, IconPlayerPlayFilled } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useParams, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { membershipQuery, projectQuery } from '~/api/projects'
import { useAccount } from '~/api/session'
import { t } from '~/lib/i18n'
import { Loaded } from '~/ui/Loaded'
import { AnchorLink, ButtonLink } from '~/ui/links'
import { PicturesContext, projectPictures } from '~/ui/markdown/pictures'
import { stateColor, stateWord } from '~/ui/words'
import classes from './ProjectFrame.module.css'
import { projectTabs } from './projectTabs'

/** What stands between somebody and the work, where one page settles it: its door takes the place of the work's. */
const doors = [
  { code: 'ACKNOWLEDGE', page: 'guideline', label: t('Guideline first') },
  { code: 'CALIBRATE', page: 'calibration', label: t('Calibration first') },
] as const

export function ProjectFrame() {
  const { projectId } = useParams({ strict: false }) as { projectId: string }
  const project = useQuery(projectQuery(projectId))
  const trains = project.data?.roles.includes('TRAINER') ?? false
  const admission = useQuery({ ...membershipQuery(projectId), enabled: trains }).data?.mayWork
  const mayWork = trains && admission?.allowed
  const first = trains && admission?.allowed === false ? doors.find((door) => door.code === admission.reasons[0]?.code) : undefined
  const tabs = useRef<HTMLElement>(null)
  const path = useRouterState({ select: (state) => state.location.pathname })
  const there = project.data !== undefined
  useEffect(() => {
    tabs.current?.querySelector('[aria-current=page]')?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [path, there])
  const owner = useAccount()?.owner ?? false
  return (
    <Container size={1280} pb="xl" px={{ base: 'sm', sm: 'md' }}>
      <Loaded query={project}>
        {(found) => (
          <>
            <Box pt="lg">
              <Group gap={4} c="dimmed" fz="sm"><AnchorLink to="/projects" c="dimmed" fz="sm" py={2}>{t('Projects')}</AnchorLink><IconChevronRight size={14} aria-hidden /></Group>
              <Group justify="space-between" align="center" gap="sm">
                <Group gap="sm" align="baseline">
                  <Title order={1} fz={{ base: 24, sm: 30 }} lh={1.25}>{found.name}</Title>
                  {found.roles.length > 0 && <Badge variant="light" color={stateColor(found.state)}>{stateWord(found.state)}</Badge>}
                </Group>
                {mayWork && (
                  <ButtonLink to="/projects/$projectId/work" params={{ projectId }} leftSection={<IconPlayerPlayFilled size={14} aria-hidden />}>{t('Work')}</ButtonLink>
                )}
                {first && !path.includes(`/${projectId}/${first.page}`) && <ButtonLink to={`/projects/$projectId/${first.page}`} params={{ projectId }}>{first.label}</ButtonLink>}
              </Group>
              <Text c="dimmed" size="sm" visibleFrom="sm">{t('Field: {domain}', { domain: found.domain })}</Text>
            </Box>
            <nav ref={tabs} aria-label={t('Project')} className={classes.tabs}>
              {projectTabs.filter((tab) => tab.roles === null || found.roles.some((role) => tab.roles!.some((wanted) => wanted === role))
                || (owner && tab.roles.some((role) => role !== 'TRAINER'))).map((tab) => (
                <Link key={tab.to} to={tab.to} params={{ projectId }} className={classes.tab} activeOptions={{ exact: tab.exact, includeSearch: false }}
                  activeProps={{ 'aria-current': 'page' }}>{tab.label}</Link>
              ))}
            </nav>
            <PicturesContext value={projectPictures(projectId)}><Outlet /></PicturesContext>
          </>
        )}
      </Loaded>
    </Container>
  )
}

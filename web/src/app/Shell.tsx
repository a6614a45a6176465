import { AppShell, Burger, Drawer, Group, NavLink, Stack, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCertificate, IconCoins, IconFolders, IconHome2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { projectsQuery } from '~/api/projects'
import { t } from '~/lib/i18n'
import { HouseMark } from '~/ui/HouseMark'
import { AccountMenu } from './AccountMenu'
import { ConnectionBanner } from './ConnectionBanner'
import { NoticeBell } from './NoticeBell'
import { OutboxSender } from './OutboxSender'
import { OwnTimeZone } from './OwnTimeZone'
import classes from './Shell.module.css'

const places = [
  { to: '/', label: t('Today'), icon: IconHome2, exact: true },
  { to: '/projects', label: t('Projects'), icon: IconFolders, exact: false },
  { to: '/assessments', label: t('Assessments'), icon: IconCertificate, exact: false },
  { to: '/earnings', label: t('Earnings'), icon: IconCoins, exact: false },
] as const

/** Earnings are for those who earn, now or once. */
function usePlaces() {
  const cards = useQuery(projectsQuery).data?.items ?? []
  const earns = cards.some((card) => card.roles.includes('TRAINER') || ['ACTIVE', 'RESTRICTED', 'LEFT'].includes(card.membership))
  return places.filter((place) => earns || place.to !== '/earnings')
}

/** The frame around every page: where one can go, who one is, and whether the server is there. */
export function Shell() {
  const [open, drawer] = useDisclosure(false)
  const path = useRouterState({ select: (state) => state.location.pathname })
  useEffect(drawer.close, [path])
  const mine = usePlaces()
  return (
    <AppShell header={{ height: 52 }} padding={0}>
      <a className="skip-link" href="#main">{t('Skip to the content')}</a>
      <AppShell.Header className={classes.header}>
        <Group h="100%" px={{ base: 'sm', sm: 'md' }} justify="space-between" wrap="nowrap">
          <Group gap="lg" wrap="nowrap">
            <Burger hiddenFrom="sm" size="sm" opened={open} onClick={drawer.toggle} aria-label={t('Menu')} />
            <UnstyledButton component={Link} to="/" className={classes.brand} aria-label={t('Touchstone, to the start')}>
              <HouseMark size={24} />
              <span>Touchstone</span>
            </UnstyledButton>
            <nav aria-label={t('Main')} className={classes.nav}>
              {mine.map((place) => (
                <Link key={place.to} to={place.to} className={classes.place} activeOptions={{ exact: place.exact }}
                  activeProps={{ 'aria-current': 'page' }}>{place.label}</Link>
              ))}
            </nav>
          </Group>
          <Group gap={4} wrap="nowrap"><NoticeBell /><AccountMenu /></Group>
        </Group>
      </AppShell.Header>
      <Drawer opened={open} onClose={drawer.close} size={280} title="Touchstone" closeButtonProps={{ 'aria-label': t('Close the menu') }}>
        <Stack component="nav" gap={2} aria-label={t('Main, narrow')}>
          {mine.map((place) => (
            <NavLink key={place.to} component={Link} to={place.to} label={place.label} active={place.exact ? path === place.to : path.startsWith(place.to)}
              leftSection={<place.icon size={18} aria-hidden />} />
          ))}
        </Stack>
      </Drawer>
      <AppShell.Main id="main" tabIndex={-1} className={classes.main}>
        <ConnectionBanner />
        <OutboxSender />
        <OwnTimeZone />
        <Outlet />
      </AppShell.Main>
    </AppShell>
  )
}

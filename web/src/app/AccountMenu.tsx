import { ActionIcon, Avatar, Menu, useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconLogout, IconMoon, IconScale, IconSettings, IconSun, IconUsers } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { signOut, useAccount } from '~/api/session'
import { t } from '~/lib/i18n'

const schemes = [
  { value: 'light', label: t('Light'), icon: IconSun },
  { value: 'dark', label: t('Dark'), icon: IconMoon },
  { value: 'auto', label: t('As the system'), icon: IconDeviceDesktop },
] as const

export function AccountMenu() {
  const account = useAccount()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const leaving = useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      queryClient.clear()
      await navigate({ to: '/sign-in' })
    },
  })
  if (account === null) return null
  return (
    <Menu position="bottom-end" width={230} shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" radius="xl" aria-label={t('Account of {name}', { name: account.name })}>
          <Avatar size={28} color="pine" name={account.name} variant="light" alt="" aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{account.name}<br />{account.email}</Menu.Label>
        <Menu.Item component={Link} to="/account" leftSection={<IconSettings size={16} aria-hidden />}>{t('Account and tokens')}</Menu.Item>
        {account.owner && <Menu.Item component={Link} to="/accounts" leftSection={<IconUsers size={16} aria-hidden />}>{t('Accounts')}</Menu.Item>}
        {account.owner && <Menu.Item component={Link} to="/operations" leftSection={<IconScale size={16} aria-hidden />}>{t('Reconciliation')}</Menu.Item>}
        <Menu.Divider />
        <Menu.Label>{t('Appearance')}</Menu.Label>
        {schemes.map((scheme) => (
          <Menu.Item key={scheme.value} role="menuitemradio" aria-checked={colorScheme === scheme.value} onClick={() => setColorScheme(scheme.value)}
            leftSection={<scheme.icon size={16} aria-hidden />} fw={colorScheme === scheme.value ? 600 : 400}>{scheme.label}</Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => leaving.mutate()} leftSection={<IconLogout size={16} aria-hidden />}>{t('Sign out')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

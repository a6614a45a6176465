import { Container, Grid, Stack } from '@mantine/core'
import { useAccount } from '~/api/session'
import { t } from '~/lib/i18n'
import { LanguageChoice } from '~/ui/LanguageChoice'
import { PageHeader } from '~/ui/PageHeader'
import { PasswordForm } from './PasswordForm'
import { ProfileSection } from './ProfileSection'
import { SensitiveContent } from './SensitiveContent'
import { Tokens } from './Tokens'

export function AccountPage() {
  const account = useAccount()
  return (
    <Container size={980} py="xl">
      <PageHeader title={t('Account')} lead={account ? `${account.name}, ${account.email}` : null} />
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 7 }}><Stack gap="xl"><ProfileSection /><SensitiveContent /></Stack></Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}><Stack gap="xl"><LanguageChoice label /><PasswordForm /><Tokens /></Stack></Grid.Col>
      </Grid>
    </Container>
  )
}

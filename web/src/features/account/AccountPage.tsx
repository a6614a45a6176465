import { Container, Grid } from '@mantine/core'
import { useAccount } from '~/api/session'
import { PageHeader } from '~/ui/PageHeader'
import { PasswordForm } from './PasswordForm'
import { Tokens } from './Tokens'

export function AccountPage() {
  const account = useAccount()
  return (
    <Container size={980} py="xl">
      <PageHeader title="Account" lead={account ? `${account.name}, ${account.email}` : null} />
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 7 }}><Tokens /></Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}><PasswordForm /></Grid.Col>
      </Grid>
    </Container>
  )
}

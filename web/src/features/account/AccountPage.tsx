import { Container, Stack, Text } from '@mantine/core'
import { useAccount } from '~/api/session'
import { PageHeader } from '~/ui/PageHeader'
import { PasswordSection } from './PasswordSection'
import { TokensSection } from './TokensSection'

export function AccountPage() {
  const account = useAccount()
  return (
    <Container size={820} pt="lg" pb={64}>
      <PageHeader title="Account" lead={account && <Text c="dimmed">{account.name}, {account.email}{account.owner && ', owner of this installation'}</Text>} />
      <Stack gap="lg"><TokensSection /><PasswordSection /></Stack>
    </Container>
  )
}

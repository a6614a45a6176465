import { Button, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { acceptInvitation, invitationQuery, sessionQuery, useAccount } from '~/api/session'
import { t } from '~/lib/i18n'
import { isGone, isSpent } from '~/lib/problem'
import { Empty } from '~/ui/Empty'
import { Fault } from '~/ui/Fault'
import { Loaded } from '~/ui/Loaded'
import { roleWord } from '~/ui/words'
import { EntranceFrame } from './EntranceFrame'
import { NewAccountForm, type NewAccount } from './NewAccountForm'

export function InvitationPage() {
  const { token } = useParams({ from: '/invitations/$token' })
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const invitation = useQuery(invitationQuery(token))
  const account = useAccount()
  const accepting = useMutation({
    mutationFn: (guest: Partial<NewAccount>) => acceptInvitation(token, guest),
    onSuccess: async (signedIn) => {
      queryClient.clear()
      queryClient.setQueryData(sessionQuery.queryKey, signedIn)
      // What one is invited to, and for a trainer its terms, stand on the project's page.
      if (found) await navigate({ to: '/projects/$projectId', params: { projectId: found.projectId } })
      else await navigate({ to: '/' })
    },
  })
  const found = invitation.data
  if (isGone(invitation.error) || isSpent(invitation.error)) {
    return (
      <EntranceFrame title={t('This invitation no longer holds')} lead={t('It was used, withdrawn or is too old, or the link is not complete.')}>
        <Empty order={3} title={t('Ask for a new one')} action={<Button component={Link} to="/" variant="default">{t('Go to the start')}</Button>}>{t('The person who sent it can make another. If you have accepted it before, simply sign in.')}</Empty>
      </EntranceFrame>
    )
  }
  return (
    <EntranceFrame title={t('You are invited')} lead={found ? t('{name} invites you to {project} as {role}', { name: found.invitedBy, project: found.projectName, role: roleWord(found.role) }) : t('to a project on Touchstone')}>
      <Loaded query={invitation}>
        {(view) => (
          <Stack gap="md">
            {view.projectSummary && <Text size="sm">{view.projectSummary}</Text>}
            {view.role === 'TRAINER' && <Text size="sm" c="dimmed">{t('You agree to nothing yet: the pay and all terms come next, before any work. Nobody may charge you for working here.')}</Text>}
            {account
              ? <>
                  <Fault error={accepting.error} />
                  <Button loading={accepting.isPending} onClick={() => accepting.mutate({})}>{t('Come in as {name}', { name: account.name })}</Button>
                  <Text size="xs" c="dimmed">{t('You are signed in as {email}. To come in as somebody else, sign out first and open the link again.', { email: account.email ?? account.name })}</Text>
                </>
              : <>
                  <NewAccountForm action={t('Accept the invitation')} email={view.email} pending={accepting.isPending} error={accepting.error} onSubmit={accepting.mutate} />
                  <Text size="xs" c="dimmed">{t('Have you an account here already? Then give its e-mail and password.')}</Text>
                </>}
          </Stack>
        )}
      </Loaded>
    </EntranceFrame>
  )
}

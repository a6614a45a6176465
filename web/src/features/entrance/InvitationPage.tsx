import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { acceptInvitation, invitationQuery, sessionQuery } from '~/api/session'
import { t } from '~/lib/i18n'
import { isGone, isSpent } from '~/lib/problem'
import { Empty } from '~/ui/Empty'
import { Loaded } from '~/ui/Loaded'
import { roleWord } from '~/ui/words'
import { EntranceFrame } from './EntranceFrame'
import { NewAccountForm } from './NewAccountForm'

export function InvitationPage() {
  const { token } = useParams({ from: '/invitations/$token' })
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const invitation = useQuery(invitationQuery(token))
  const accepting = useMutation({
    mutationFn: (account: { name: string; email: string; password: string }) => acceptInvitation(token, account),
    onSuccess: async (signedIn) => {
      queryClient.clear()
      queryClient.setQueryData(sessionQuery.queryKey, signedIn)
      await navigate({ to: '/' })
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
    <EntranceFrame title={t('You are invited')} lead={found ? t('to {project} as {role}', { project: found.projectName, role: roleWord(found.role) }) : t('to a project on Touchstone')}>
      <Loaded query={invitation}>
        {(view) => <NewAccountForm action={t('Accept the invitation')} email={view.email} pending={accepting.isPending} error={accepting.error} onSubmit={accepting.mutate} />}
      </Loaded>
    </EntranceFrame>
  )
}

import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { sessionQuery, setUp } from '~/api/session'
import { Empty } from '~/ui/Empty'
import { EntranceFrame } from './EntranceFrame'
import { NewAccountForm } from './NewAccountForm'

export function SetupPage() {
  const { token } = useSearch({ from: '/setup' })
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const session = useQuery(sessionQuery)
  const setting = useMutation({
    mutationFn: setUp,
    onSuccess: async (signedIn) => {
      queryClient.setQueryData(sessionQuery.queryKey, signedIn)
      await navigate({ to: '/' })
    },
  })
  const done = session.data?.setupRequired === false
  return (
    <EntranceFrame title="Set up Touchstone" lead="The first account owns this installation and invites the others.">
      {done && <Empty title="Already set up" action={<Button component={Link} to="/sign-in">Sign in</Button>}>Somebody owns this installation already.</Empty>}
      {!done && !token && <Empty title="The link is incomplete">Open the one-time link exactly as it was printed where Touchstone was started.</Empty>}
      {!done && token && (
        <NewAccountForm action="Create the owner's account" email={null} pending={setting.isPending} error={setting.error}
          onSubmit={(account) => setting.mutate({ token, ...account })} />
      )}
    </EntranceFrame>
  )
}

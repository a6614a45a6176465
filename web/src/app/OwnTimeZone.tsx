import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { profileQuery, saveProfile, useAccount } from '~/api/session'

/** Whoever has chosen no time zone yet has that of the browser they sign in with; a zone the server does not know leaves them as they are. */
export function OwnTimeZone() {
  const account = useAccount()?.id
  const queryClient = useQueryClient()
  const profile = useQuery({ ...profileQuery, enabled: account !== undefined, staleTime: Infinity }).data
  const unchosen = profile !== undefined && profile.timeZone === null
  useEffect(() => {
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
    if (!unchosen || !timeZone) return
    saveProfile({ ...profile, timeZone }).then((saved) => {
      queryClient.setQueryData(profileQuery.queryKey, saved)
      void queryClient.invalidateQueries({ queryKey: ['earnings'] })
    }, () => undefined)
  }, [unchosen])
  return null
}

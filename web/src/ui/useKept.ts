import { useState } from 'react'
import { useAccount } from '~/api/session'
import { read, remove, write } from '~/lib/storage'

/**
 * A text as far as it is typed, kept in this browser for this account until it is sent: a reload, another item or an hour without network lose nothing of it.
 * `waits` says whether something unsent was found or typed, so that its field can stand open.
 */
export function useKept(place: string, before = '') {
  const key = `text.${useAccount()?.id ?? ''}.${place}`
  const [typed, setTyped] = useState<{ key: string; text: string | null }>(() => ({ key, text: read<string>(key) }))
  const found = typed.key === key ? typed.text : read<string>(key)
  const change = (text: string) => {
    if (text === before) remove(key)
    else write(key, text)
    setTyped({ key, text: text === before ? null : text })
  }
  const forget = () => {
    remove(key)
    setTyped({ key, text: null })
  }
  return { text: found ?? before, waits: found !== null, change, forget }
}

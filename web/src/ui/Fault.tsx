import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Problem, sentenceOf } from '~/lib/problem'

/** What went wrong, in the words of the server, with the fields it names. */
export function Fault({ error }: { error: unknown }) {
  if (!error) return null
  const fields = error instanceof Problem ? error.errors.filter((fault) => fault.message !== sentenceOf(error)) : []
  return (
    <Alert role="alert" color="clay" variant="light" icon={<IconAlertTriangle aria-hidden size={18} />} py="sm">
      {sentenceOf(error)}
      {fields.length > 0 && <ul style={{ margin: '4px 0 0', paddingInlineStart: 18 }}>{fields.map((fault) =>
        <li key={fault.field + fault.message}>{fault.message}</li>)}</ul>}
    </Alert>
  )
}

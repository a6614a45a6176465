import { Text } from '@mantine/core'
import type { AuditEntry } from '~/api/projectDesk'
import { AnchorLink } from '~/ui/links'

/** To whom or what it was done: a name, or the way to it. */
export function Subject({ projectId, entry }: { projectId: string; entry: AuditEntry }) {
  const id = entry.subject
  if (entry.subjectName) return id === projectId ? null : <Text span size="sm">{entry.subjectName}</Text>
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  const way = { size: 'sm', underline: 'always' } as const
  if (/^(gold|item)\./.test(entry.action)) return <AnchorLink {...way} to="/projects/$projectId/items/$itemId" params={{ projectId, itemId: id }}>See the item</AnchorLink>
  if (entry.action.startsWith('case.')) return <AnchorLink {...way} to="/projects/$projectId/cases/$caseId" params={{ projectId, caseId: id }}>See the case</AnchorLink>
  if (entry.action === 'items.imported') return <AnchorLink {...way} to="/projects/$projectId/imports/$importId" params={{ projectId, importId: id }}>See the import</AnchorLink>
  return null
}

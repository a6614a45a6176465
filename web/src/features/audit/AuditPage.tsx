import { Code, Table, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { auditQuery, type AuditEntry } from '~/api/projectDesk'
import { Empty } from '~/ui/Empty'
import { Loaded } from '~/ui/Loaded'
import { MoreButton } from '~/ui/MoreButton'
import { SectionHeader } from '~/ui/SectionHeader'

const instant = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' })

export function AuditPage() {
  const { projectId } = useParams({ strict: false }) as { projectId: string }
  const audit = useInfiniteQuery(auditQuery(projectId))
  return (
    <>
      <SectionHeader title="Audit trail" lead="Who changed what, and when. Nothing here can be changed or removed." />
      <Loaded query={audit}>
        {({ pages }) => {
          const entries = pages.flatMap((page) => page.items)
          if (entries.length === 0) return <Empty order={3} title="Nothing has happened yet">Changes of settings, terms, guideline, people and gold appear here.</Empty>
          return (
            <Table.ScrollContainer minWidth={640}>
              <Table verticalSpacing="xs">
                <Table.Thead><Table.Tr><Table.Th>When</Table.Th><Table.Th>Who</Table.Th><Table.Th>What</Table.Th><Table.Th>Details</Table.Th></Table.Tr></Table.Thead>
                <Table.Tbody>
                  {entries.map((entry, i) => (
                    <Table.Tr key={`${entry.at}${i}`}>
                      <Table.Td style={{ whiteSpace: 'nowrap' }} className="tabular"><time dateTime={entry.at}>{instant.format(new Date(entry.at))}</time></Table.Td>
                      <Table.Td>{entry.actor ?? 'Touchstone'}</Table.Td>
                      <Table.Td><Text size="sm" fw={500}>{actionWord(entry.action)}</Text><Text size="xs" c="dimmed">{entry.subject}</Text></Table.Td>
                      <Table.Td>{detailOf(entry) && <Code style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{detailOf(entry)}</Code>}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }}
      </Loaded>
      <MoreButton pages={audit} />
    </>
  )
}

/** 'terms.announced' reads as 'terms announced'. */
export function actionWord(action: string): string {
  const words = action.replace(/[._-]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function detailOf(entry: AuditEntry): string {
  if (entry.detail === null || entry.detail === undefined) return ''
  if (typeof entry.detail === 'string') return entry.detail
  const entries = Object.entries(entry.detail as Record<string, unknown>)
  return entries.map(([key, value]) => `${key}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`).join('\n')
}

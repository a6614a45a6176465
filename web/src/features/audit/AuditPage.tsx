import { Table, Text } from '@mantine/core'
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
              <Table verticalSpacing="xs" layout="fixed">
                <Table.Thead><Table.Tr><Table.Th w={200}>When</Table.Th><Table.Th w={130}>Who</Table.Th><Table.Th w={210}>What</Table.Th><Table.Th>Details</Table.Th></Table.Tr></Table.Thead>
                <Table.Tbody>
                  {entries.map((entry, i) => (
                    <Table.Tr key={`${entry.at}${i}`}>
                      <Table.Td style={{ whiteSpace: 'nowrap' }} className="tabular"><time dateTime={entry.at}>{instant.format(new Date(entry.at))}</time></Table.Td>
                      <Table.Td>{entry.actor ?? 'Touchstone'}</Table.Td>
                      <Table.Td><Text size="sm" fw={500}>{actionWord(entry.action)}</Text><Text size="xs" c="dimmed" title={entry.subject} ff="monospace">{shortened(entry.subject)}</Text></Table.Td>
                      <Table.Td>{detailsOf(entry).map(([name, value]) => <Text key={name} size="sm">{name && <Text span size="sm" c="dimmed">{name}: </Text>}{value}</Text>)}</Table.Td>
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

/** The end of an id is what tells it from others of the same moment. */
function shortened(subject: string): string {
  return /^[0-9a-f-]{36}$/.test(subject) ? `… ${subject.slice(-8)}` : subject
}

/** Details as lines a person can read; a value that changed is shown as 'before → after'. */
export function detailsOf(entry: Pick<AuditEntry, 'detail'>): [string, string][] {
  if (entry.detail === null || entry.detail === undefined) return []
  if (typeof entry.detail !== 'object') return [['', String(entry.detail)]]
  return Object.entries(entry.detail).flatMap(([name, value]) => (isChange(value) ? changesIn(value) : [[name, said(value)] as [string, string]]))
}

type Change = { before: Record<string, unknown>; after: Record<string, unknown> }

function isChange(value: unknown): value is Change {
  const change = value as Partial<Change> | null
  return typeof change === 'object' && change !== null && typeof change.before === 'object' && typeof change.after === 'object' && change.before !== null && change.after !== null
}

function changesIn({ before, after }: Change): [string, string][] {
  return Object.keys(after).filter((name) => said(before[name]) !== said(after[name])).map((name) => [name, `${said(before[name])} → ${said(after[name])}`])
}

function said(value: unknown): string {
  return value === null || value === undefined ? 'nothing' : typeof value === 'object' ? JSON.stringify(value) : String(value)
}

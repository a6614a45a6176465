import { Spoiler, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { auditQuery, type AuditEntry } from '~/api/projectDesk'
import { Empty } from '~/ui/Empty'
import { Loaded } from '~/ui/Loaded'
import { MoreButton } from '~/ui/MoreButton'
import { SectionHeader } from '~/ui/SectionHeader'
import classes from './AuditPage.module.css'
import { Subject } from './Subject'
import { actionWord, detailsOf } from './words'

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
          return <ol className={classes.entries}>{entries.map((entry) => <Entry key={entry.id} projectId={projectId} entry={entry} />)}</ol>
        }}
      </Loaded>
      <MoreButton pages={audit} />
    </>
  )
}

function Entry({ projectId, entry }: { projectId: string; entry: AuditEntry }) {
  const details = detailsOf(entry)
  return (
    <li className={classes.entry}>
      <time dateTime={entry.at} className={`tabular ${classes.when}`}>{instant.format(new Date(entry.at))}</time>
      <span>{entry.actor ?? 'Touchstone'}</span>
      <div className={classes.what}>
        <Text size="sm" fw={500} component="div">{actionWord(entry.action)} <Subject projectId={projectId} entry={entry} /></Text>
        {details.length > 0 && (
          <Spoiler maxHeight={66} showLabel="More" hideLabel="Less" styles={{ control: { fontSize: 'var(--mantine-font-size-sm)' } }}>
            {details.map(([name, value]) => <Text key={name} size="sm">{name && <Text span size="sm" c="dimmed">{name}: </Text>}{value}</Text>)}
          </Spoiler>
        )}
      </div>
    </li>
  )
}

import { Badge, Button, Group, Select, Table, Text, Title } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { payEntriesQuery } from '~/api/work'
import type { Earnings, PayEntry } from '~/api/types'
import { moment, money, relative } from '~/lib/format'
import { t } from '~/lib/i18n'
import { told } from '~/lib/told'
import { Loaded } from '~/ui/Loaded'
import classes from './EarningsPage.module.css'

const words: Record<PayEntry['state'], { word: string; color: string }> = {
  PENDING: { word: t('Pending'), color: 'gold' }, POSTED: { word: t('Earned'), color: 'pine' }, RELEASED: { word: t('Not paid'), color: 'clay' },
}

/** Every line of the account, newest first. */
export function Entries({ projects }: { projects: Earnings['projects'] }) {
  const [project, setProject] = useState<string | null>(null)
  const entries = useInfiniteQuery(payEntriesQuery(project))
  return (
    <section aria-labelledby="entries">
      <Group justify="space-between" align="flex-end" mb="xs">
        <Title order={2} fz="h3" id="entries">{t('Entries')}</Title>
        {projects.length > 1 && <Select size="sm" aria-label={t('Project')} placeholder={t('All projects')} clearable value={project} onChange={setProject} data={projects.map((one) => ({ value: one.projectId, label: one.name }))} />}
      </Group>
      <Loaded query={entries}>
        {(found) => (
          <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('List of entries')}>
            <Table className="tabular" miw={560}>
              <Table.Thead><Table.Tr><Table.Th>{t('When')}</Table.Th><Table.Th>{t('For')}</Table.Th><Table.Th>{t('State')}</Table.Th><Table.Th ta="end">{t('Amount')}</Table.Th></Table.Tr></Table.Thead>
              <Table.Tbody>
                {found.pages.flatMap((page) => page.items).map((entry, i) => (
                  <Table.Tr key={i} c={entry.replaced ? 'dimmed' : undefined}>
                    <Table.Td style={{ whiteSpace: 'nowrap' }}>{moment(entry.at)}</Table.Td>
                    <Table.Td>{entry.what}, {entry.projectName}{entry.reason && <Text size="xs" c="dimmed">{told(entry.reason)}</Text>}</Table.Td>
                    <Table.Td><Badge variant="light" color={entry.replaced ? 'gray' : words[entry.state].color}>{words[entry.state].word}</Badge>{entry.replaced ? <Text size="xs" c="dimmed">{t('no longer: see the later line')}</Text> : entry.state === 'PENDING' && entry.settlesAt && <Text size="xs" c="dimmed">{t('settles {when}', { when: relative(entry.settlesAt) })}</Text>}</Table.Td>
                    <Table.Td ta="end">{money(entry.amount)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        )}
      </Loaded>
      {entries.hasNextPage && <Button mt="sm" variant="default" loading={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>{t('Show earlier ones')}</Button>}
    </section>
  )
}

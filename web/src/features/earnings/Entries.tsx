import { Badge, Button, Group, Select, Text, Title } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { payEntriesQuery } from '~/api/work'
import type { Earnings, PayEntry } from '~/api/types'
import { moment, money, relative } from '~/lib/format'
import { t } from '~/lib/i18n'
import { told } from '~/lib/told'
import { CardTable, Cell, Head, Row } from '~/ui/CardTable'
import { Loaded } from '~/ui/Loaded'

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
          <CardTable least={560} verticalSpacing="xs" aria-labelledby="entries" heads={<><Head>{t('When')}</Head><Head>{t('For')}</Head><Head>{t('State')}</Head><Head ta="end">{t('Amount')}</Head></>}>
                {found.pages.flatMap((page) => page.items).map((entry, i) => (
                  <Row className="tabular" key={i} c={entry.replaced ? 'dimmed' : undefined}>
                    <Cell style={{ whiteSpace: 'nowrap' }}>{moment(entry.at)}</Cell>
                    <Cell>{entry.what}, {entry.projectName}{entry.reason && <Text size="xs" c="dimmed">{told(entry.reason)}</Text>}</Cell>
                    <Cell><Badge variant="light" color={entry.replaced ? 'gray' : words[entry.state].color}>{words[entry.state].word}</Badge>{entry.replaced ? <Text size="xs" c="dimmed">{t('no longer: see the later line')}</Text> : entry.state === 'PENDING' && entry.settlesAt && <Text size="xs" c="dimmed">{t('settles {when}', { when: relative(entry.settlesAt) })}</Text>}</Cell>
                    <Cell under={t('Amount')} ta="end">{money(entry.amount)}</Cell>
                  </Row>
                ))}
          </CardTable>
        )}
      </Loaded>
      {entries.hasNextPage && <Button mt="sm" variant="default" loading={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>{t('Show earlier ones')}</Button>}
    </section>
  )
}

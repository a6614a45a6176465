import { Box, Drawer, Stack, Tabs, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { guidelineQuery } from '~/api/projects'
import type { Criterion, GuidelineVersion, Lease } from '~/api/types'
import { clauseOf, examplesOf } from '~/lib/clauses'
import { t } from '~/lib/i18n'
import { CriterionNotes, RubricNotes } from '~/ui/guideline'
import { GuidelineReader } from '~/ui/GuidelineReader'
import { Loaded } from '~/ui/Loaded'
import { Markdown } from '~/ui/markdown/Markdown'
import classes from './GuidelineDrawer.module.css'

export type DrawerPage = 'guideline' | 'examples' | 'rubric'
type Props = { page: DrawerPage | null; lease: Lease; current: Criterion | undefined; keys: { search: string; examples: string }; asked: number; onPage: (page: DrawerPage) => void; onClose: () => void }

/** The guideline of this very task beside it; what it says about the question at hand stands on top. */
export function GuidelineDrawer({ page, lease, current, keys, asked, onPage, onClose }: Props) {
  const guideline = useQuery({ ...guidelineQuery(lease.projectId, lease.guidelineVersion), enabled: page !== null })
  return (
    <Drawer opened={page !== null} onClose={onClose} position="left" size={520} withOverlay={false} lockScroll={false} trapFocus={false} returnFocus closeButtonProps={{ 'aria-label': t('Close the guideline') }}
      title={t('Guideline, version {version}', { version: lease.guidelineVersion })}>
      <Stack gap="md">
        {current && (
          <Box component="section" aria-label={t('The question at hand')} p="sm" bg="var(--accent-wash)" style={{ borderRadius: 8 }}>
            <Text size="xs" c="dimmed" mb={4}>{t('The question at hand')}</Text>
            <CriterionNotes criterion={current} />
            {guideline.data && <Clause guideline={guideline.data} criterion={current} />}
          </Box>
        )}
        <Tabs value={page ?? 'guideline'} onChange={(value) => onPage((value ?? 'guideline') as DrawerPage)} keepMounted={false}>
          <Tabs.List mb="md"><Tabs.Tab value="guideline">{t('Guideline')}</Tabs.Tab><Tabs.Tab value="examples">{t('Examples')} <kbd aria-hidden>{keys.examples}</kbd></Tabs.Tab><Tabs.Tab value="rubric">{t('All questions')}</Tabs.Tab></Tabs.List>
          <Tabs.Panel value="guideline"><Loaded query={guideline} lines={8}>{(found) => <GuidelineReader body={found.body} asked={asked} hint={keys.search} />}</Loaded></Tabs.Panel>
          <Tabs.Panel value="examples"><Loaded query={guideline} lines={4}>{(found) => <Examples body={found.body} />}</Loaded></Tabs.Panel>
          <Tabs.Panel value="rubric"><RubricNotes rubric={lease.rubric} /></Tabs.Panel>
        </Tabs>
      </Stack>
    </Drawer>
  )
}

function Clause({ guideline, criterion }: { guideline: GuidelineVersion; criterion: Criterion }) {
  const clause = useMemo(() => clauseOf(guideline.body, criterion), [guideline.body, criterion])
  if (clause === null) return null
  return <div className={classes.clause} tabIndex={0} role="region" aria-label={t('What the guideline says about it')}><Markdown text={clause} /></div>
}

function Examples({ body }: { body: string }) {
  const examples = useMemo(() => examplesOf(body), [body])
  return examples === null ? <Text size="sm" c="dimmed">{t('This guideline has no part with examples. Where you miss one, flag the task as a guideline gap.')}</Text> : <Markdown text={examples} prose />
}

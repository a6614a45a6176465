import { Box, Drawer, Stack, Tabs, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { guidelineQuery } from '~/api/projects'
import type { Criterion, Lease } from '~/api/types'
import { t } from '~/lib/i18n'
import { CriterionNotes, RubricNotes } from '~/ui/guideline'
import { GuidelineReader } from '~/ui/GuidelineReader'
import { Loaded } from '~/ui/Loaded'

/** The guideline of this very task beside it; what belongs to the question at hand stands on top. */
export function GuidelineDrawer(props: { opened: boolean; lease: Lease; current: Criterion | undefined; onClose: () => void }) {
  const guideline = useQuery({ ...guidelineQuery(props.lease.projectId, props.lease.guidelineVersion), enabled: props.opened })
  return (
    <Drawer opened={props.opened} onClose={props.onClose} position="left" size={520} withOverlay={false} lockScroll={false} trapFocus={false} returnFocus closeButtonProps={{ 'aria-label': t('Close the guideline') }}
      title={t('Guideline, version {version}', { version: props.lease.guidelineVersion })}>
      <Stack gap="md">
        {props.current && (
          <Box p="sm" bg="var(--accent-wash)" style={{ borderRadius: 8 }}>
            <Text size="xs" c="dimmed" mb={4}>{t('The question at hand')}</Text>
            <CriterionNotes criterion={props.current} />
          </Box>
        )}
        <Tabs defaultValue="guideline" keepMounted={false}>
          <Tabs.List mb="md"><Tabs.Tab value="guideline">{t('Guideline')}</Tabs.Tab><Tabs.Tab value="rubric">{t('All questions')}</Tabs.Tab></Tabs.List>
          <Tabs.Panel value="guideline"><Loaded query={guideline} lines={8}>{(found) => <GuidelineReader body={found.body} autoFocus />}</Loaded></Tabs.Panel>
          <Tabs.Panel value="rubric"><RubricNotes rubric={props.lease.rubric} /></Tabs.Panel>
        </Tabs>
      </Stack>
    </Drawer>
  )
}

import { Group, List, Select, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { comparisonQuery } from '~/api/guidelineDesk'
import { guidelinesQuery, membershipQuery } from '~/api/projects'
import { day } from '~/lib/format'
import { isGone } from '~/lib/problem'
import { t } from '~/lib/i18n'
import { Empty } from '~/ui/Empty'
import { ButtonLink } from '~/ui/links'
import { Loaded } from '~/ui/Loaded'
import { RubricComparison } from '~/ui/RubricComparison'
import { SectionHeader } from '~/ui/SectionHeader'
import { TextComparison } from '~/ui/TextComparison'
import { effectWord } from './effects'

/** Two versions of a guideline side by side: why they differ, in which questions, and in which words. */
export function ComparePage() {
  const { projectId } = useParams({ strict: false }) as { projectId: string }
  const { from, to } = useSearch({ strict: false }) as { from?: number; to?: number }
  const versions = useQuery(guidelinesQuery(projectId)).data?.items ?? []
  const comparison = useQuery(comparisonQuery(projectId, from, to))
  const membership = useQuery(membershipQuery(projectId)).data
  const navigate = useNavigate()
  const go = (earlier: number, later: number) => void navigate({ to: '/projects/$projectId/guideline/compare', params: { projectId }, search: { from: earlier, to: later } })
  if (isGone(comparison.error)) {
    const missing = versions.length > 0 ? [from, to].find((one) => one !== undefined && !versions.some(({ version }) => version === one)) : undefined
    if (missing !== undefined) {
      return <Empty title={t('There is no version {version} of the guideline', { version: missing })} action={<ButtonLink to="/projects/$projectId/guideline" params={{ projectId }}>{t('To the guideline')}</ButtonLink>}>{t('The latest is version {version}.', { version: Math.max(...versions.map(({ version }) => version)) })}</Empty>
    }
    return <Empty title={t('There is nothing to compare yet')} action={<ButtonLink to="/projects/$projectId/guideline" params={{ projectId }}>{t('To the guideline')}</ButtonLink>}>{t('A comparison needs two published versions.')}</Empty>
  }
  return (
    <Loaded query={comparison} lines={10}>
      {(found) => (
        <Stack gap={32}>
          <div>
            <SectionHeader title={t('What changed')} lead={t('Version {from} beside version {to}.', { from: found.from, to: found.to! })}
              actions={<ButtonLink to="/projects/$projectId/guideline" params={{ projectId }} search={{ version: found.to! }} variant={membership?.current === found.to && membership?.acknowledged !== found.to ? 'filled' : 'default'}>{t('Read version {version}', { version: found.to! })}</ButtonLink>} />
            <Group gap="sm" align="flex-end" mb="md">
              <Select label={t('Before')} size="sm" w={230} allowDeselect={false} value={String(found.from)} data={versions.filter((one) => one.version < found.to!).map(choice)} onChange={(value) => go(Number(value), found.to!)} />
              <Select label={t('After')} size="sm" w={230} allowDeselect={false} value={String(found.to)} data={versions.filter((one) => one.version > found.from).map(choice)} onChange={(value) => go(found.from, Number(value))} />
            </Group>
            <List size="sm" spacing={6}>
              {found.between.map((version) => (
                <List.Item key={version.version}><b>{t('Version {version}', { version: version.version })}</b>, {effectWord(version.effect)}: {version.changeNote} <Text span size="xs" c="dimmed">{version.publishedBy}, {day(version.publishedAt)}</Text></List.Item>
              ))}
            </List>
          </div>
          <section aria-labelledby="rubric-changes">
            <Title order={3} fz="h4" id="rubric-changes" mb="sm">{t('The questions')}</Title>
            <RubricComparison criteria={found.criteria} rulesAdded={found.rulesAdded} rulesRemoved={found.rulesRemoved} />
          </section>
          <section aria-labelledby="text-changes">
            <Title order={3} fz="h4" id="text-changes" mb="sm">{t('The text')}</Title>
            <TextComparison before={found.bodyBefore} after={found.bodyAfter} names={[t('Version {version}', { version: found.from }), t('Version {version}', { version: found.to! })]} />
          </section>
        </Stack>
      )}
    </Loaded>
  )
}

const choice = (one: { version: number; publishedAt: string }) => ({ value: String(one.version), label: `${t('Version {version}', { version: one.version })}, ${day(one.publishedAt)}` })

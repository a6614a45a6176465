import { Anchor, Box, Grid, Select, Stack, Text } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { guidelineQuery, guidelinesQuery, membershipQuery, projectQuery } from '~/api/projects'
import { useAccount } from '~/api/session'
import type { GuidelineVersion } from '~/api/types'
import { day } from '~/lib/format'
import { t } from '~/lib/i18n'
import { isGone } from '~/lib/problem'
import { Empty } from '~/ui/Empty'
import { RubricNotes } from '~/ui/guideline'
import { GuidelineReader } from '~/ui/GuidelineReader'
import { AnchorLink, ButtonLink } from '~/ui/links'
import { Loaded } from '~/ui/Loaded'
import { anchorOf } from '~/ui/markdown/Markdown'
import { Acknowledgement, AtTheEnd } from './Acknowledgement'
import { AnsweredDoubts } from './AnsweredDoubts'
import { effectMeaning } from './effects'
import classes from './GuidelinePage.module.css'
import { RecheckSection } from './RecheckSection'

export function GuidelinePage() {
  const { projectId } = useParams({ strict: false }) as { projectId: string }
  const { version } = useSearch({ strict: false }) as { version?: number }
  const guideline = useQuery(guidelineQuery(projectId, version ?? 'current'))
  useDocumentTitle(`${t('Guideline')} · Touchstone`)
  const writes = useWrites(projectId)
  if (isGone(guideline.error)) return <NoGuideline projectId={projectId} version={version} writes={writes} />
  return <Loaded query={guideline} lines={10}>{(found) => <Reader projectId={projectId} guideline={found} />}</Loaded>
}

/** Why there is nothing to read: it is for members, there is no such version, or none was published yet. */
function NoGuideline({ projectId, version, writes }: { projectId: string; version: number | undefined; writes: boolean }) {
  const project = useQuery(projectQuery(projectId)).data
  const membership = useQuery(membershipQuery(projectId)).data
  if (project && membership && !writes && project.roles.length === 0 && membership.state !== 'ACTIVE' && membership.state !== 'RESTRICTED') {
    return <Empty title={t('The guideline is for members')} action={<ButtonLink to="/projects/$projectId" params={{ projectId }}>{t('To the project')}</ButtonLink>}>{t('Whoever has joined this project reads it here. What the project is and its terms are on its own page.')}</Empty>
  }
  if (version !== undefined && project?.guidelineVersion != null) {
    return <Empty title={t('There is no version {version} of the guideline', { version })} action={<ButtonLink to="/projects/$projectId/guideline" params={{ projectId }}>{t('To the guideline')}</ButtonLink>} />
  }
  return <Empty title={t('No guideline yet')} action={writes && <WriteLink projectId={projectId} label={t('Write the guideline')} />}>{t('It appears here as soon as its first version is published.')}</Empty>
}

function Reader({ projectId, guideline }: { projectId: string; guideline: GuidelineVersion }) {
  const versions = useQuery(guidelinesQuery(projectId)).data?.items ?? []
  const navigate = useNavigate()
  const writes = useWrites(projectId)
  const headings = [...guideline.body.matchAll(/^(#{1,3})\s+(.+)$/gm)].map((match) => ({ depth: match[1]!.length, text: match[2]!.replace(/[*_`]/g, '').trim() }))
  return (
    <Grid gap="xl">
      <Grid.Col span={{ base: 12, md: 8 }}>
        <Stack gap="md">
          <Acknowledgement projectId={projectId} guideline={guideline} />
          {headings.length > 2 && <Box component="details" hiddenFrom="md"><Text component="summary" fw={600} size="sm" py={6}>{t('Contents')}</Text><Contents headings={headings} /></Box>}
          {writes && <RecheckSection projectId={projectId} guideline={guideline} />}
          <GuidelineReader body={guideline.body} />
          <AtTheEnd projectId={projectId} guideline={guideline} />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 4 }}>
        <Stack gap="xl" className={classes.side}>
          <div>
            <Select label={t('Version')} size="sm" value={String(guideline.version)} allowDeselect={false}
              data={(versions.length > 0 ? versions : [guideline]).map((one) => ({ value: String(one.version), label: t('Version {version}, {day}', { version: one.version, day: day(one.publishedAt) }) }))}
              onChange={(value) => void navigate({ to: '/projects/$projectId/guideline', params: { projectId }, search: { version: Number(value) } })} />
            {writes && <WriteLink projectId={projectId} label={t('Write the next version')} />}
            <Text size="sm" c="dimmed" mt={6}>{guideline.changeNote}{guideline.version > 1 && <> {effectMeaning(guideline.effect)}</>}</Text>
            {guideline.version > 1 && <ChangesLink projectId={projectId} version={guideline.version} />}
          </div>
          {headings.length > 2 && <Box visibleFrom="md"><Contents headings={headings} /></Box>}
          {writes && <AnsweredDoubts projectId={projectId} version={guideline.version} />}
          <RubricNotes rubric={guideline.rubric} />
        </Stack>
      </Grid.Col>
    </Grid>
  )
}

function Contents({ headings }: { headings: { depth: number; text: string }[] }) {
  return (
    <nav aria-label={t('Contents')} className={classes.contents}>
      {headings.map((heading, i) => <Anchor key={i} href={`#${anchorOf(heading.text)}`} size="sm" pl={(heading.depth - 1) * 12} c="dimmed">{heading.text}</Anchor>)}
    </nav>
  )
}

function useWrites(projectId: string): boolean {
  const owner = useAccount()?.owner ?? false
  const roles = useQuery(projectQuery(projectId)).data?.roles ?? []
  return owner || roles.includes('MANAGER') || roles.includes('LEAD')
}

function WriteLink({ projectId, label }: { projectId: string; label: string }) {
  return <ButtonLink to="/projects/$projectId/guideline/edit" params={{ projectId }} variant="default" mt="sm" leftSection={<IconPencil size={16} aria-hidden />}>{label}</ButtonLink>
}

function ChangesLink({ projectId, version }: { projectId: string; version: number }) {
  return <AnchorLink to="/projects/$projectId/guideline/compare" params={{ projectId }} search={{ from: version - 1, to: version }} size="sm" underline="always">{t('What changed since version {version}', { version: version - 1 })}</AnchorLink>
}

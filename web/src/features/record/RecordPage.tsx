import { Stack, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { membershipQuery } from '~/api/projects'
import { ownStandingQuery } from '~/api/work'
import type { Standing } from '~/api/types'
import { count } from '~/lib/format'
import { t } from '~/lib/i18n'
import { IntervalBar } from '~/ui/IntervalBar'
import { Loaded } from '~/ui/Loaded'
import { AnchorLink } from '~/ui/links'
import { Decisions } from './Decisions'
import { OwnJudgments } from './OwnJudgments'
import classes from './RecordPage.module.css'

const measures: { key: 'gold' | 'consensus' | 'consistency'; name: string; meaning: string }[] = [
  { key: 'gold', name: t('Items with a known answer'), meaning: t('How often you found the answer that was known beforehand; counted after every tenth judgment, so that no task gives itself away.') },
  { key: 'consensus', name: t('Agreement with the estimate'), meaning: t('How often you agree with the best estimate from everybody’s judgments.') },
  { key: 'consistency', name: t('Agreement with yourself'), meaning: t('How often you judge the same item the same way again.') },
]

/** My own work in a project: how it stands, what became of each judgment, and what was decided about me. */
export function RecordPage() {
  const { projectId } = useParams({ strict: false }) as { projectId: string }
  const standing = useQuery(ownStandingQuery(projectId))
  const membership = useQuery(membershipQuery(projectId))
  useDocumentTitle(`${t('My work')} · Touchstone`)
  return (
    <Stack gap={36}>
      {(membership.data?.decisions.length ?? 0) > 0 && <Decisions projectId={projectId} decisions={membership.data!.decisions} />}
      <section aria-labelledby="standing">
        <Title order={2} fz="h3" id="standing" mb={4}>{t('Standing')}</Title>
        <Loaded query={standing}>{(found) => <Measures standing={found} />}</Loaded>
      </section>
      <section aria-labelledby="judgments">
        <Title order={2} fz="h3" id="judgments" mb="sm">{t('Judgments')}</Title>
        <OwnJudgments projectId={projectId} />
        <AnchorLink to="/earnings" underline="always" size="sm" mt="md" display="inline-block">{t('What your judgments earned')}</AnchorLink>
      </section>
    </Stack>
  )
}

function Measures({ standing }: { standing: Standing }) {
  return (
    <>
      <Text c="dimmed" size="sm" mb="sm">{t('From {judgments}, {flags} among them. The bar is the range your true rate most likely lies in; it narrows with every task. Flags never count against you.', { judgments: count(standing.judgments, 'judgment'), flags: count(standing.flags, 'flag') })}</Text>
      <dl className={classes.measures}>
        {measures.map((measure) => (
          <div key={measure.key}>
            <dt>{measure.name}<Text size="xs" c="dimmed">{measure.meaning}</Text></dt>
            <dd><IntervalBar estimate={standing[measure.key]} label={measure.name} /></dd>
          </div>
        ))}
      </dl>
    </>
  )
}

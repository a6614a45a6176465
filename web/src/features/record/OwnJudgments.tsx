import { Badge, Button, Group, Text } from '@mantine/core'
import { IconClipboardText } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { answeredFlagsQuery, ownJudgmentsQuery } from '~/api/work'
import type { OwnJudgment } from '~/api/types'
import { moment, money, relative } from '~/lib/format'
import { t } from '~/lib/i18n'
import { told } from '~/lib/told'
import { Empty } from '~/ui/Empty'
import { AnchorLink, ButtonLink } from '~/ui/links'
import { Loaded } from '~/ui/Loaded'
import { flagWord, outcomeColor, outcomeWord } from '~/ui/words'
import { Dispute } from './Dispute'
import classes from './RecordPage.module.css'

export function payLine(pay: OwnJudgment['pay']): string {
  const amount = money(pay.amount)
  if (pay.state === 'POSTED') return t('{amount} earned', { amount })
  if (pay.state === 'RELEASED') return t('{amount} not paid', { amount })
  return pay.settlesAt ? t('{amount} pending, settles {when}', { amount, when: relative(pay.settlesAt) }) : t('{amount} pending', { amount })
}

export function OwnJudgments({ projectId }: { projectId: string }) {
  const judgments = useInfiniteQuery(ownJudgmentsQuery(projectId))
  return (
    <Loaded query={judgments}>
      {(found) => {
        const items = found.pages.flatMap((page) => page.items)
        if (items.length === 0) {
          return <Empty order={3} title={t('No judgments yet')} icon={<IconClipboardText size={36} stroke={1.4} color="var(--mantine-color-dimmed)" aria-hidden />} action={<Start />}>{t('Each one appears here with what became of it, the reviewer’s reason and its pay.')}</Empty>
        }
        return (
          <>
            <ul className={classes.judgments}>{items.map((judgment) => <Row key={judgment.id} judgment={judgment} projectId={projectId} />)}</ul>
            {judgments.hasNextPage && <Button mt="sm" variant="default" loading={judgments.isFetchingNextPage} onClick={() => void judgments.fetchNextPage()}>{t('Show earlier ones')}</Button>}
          </>
        )
      }}
    </Loaded>
  )
}

/** The person who decided, by name. */
export function DecidedBy({ name }: { name: string | null }) {
  return name === null ? null : <Text span size="sm" c="dimmed">{t('Decided by {name}.', { name })}</Text>
}

function Start() {
  const { projectId } = useParams({ strict: false }) as { projectId: string }
  return <ButtonLink to="/projects/$projectId/work" params={{ projectId }}>{t('Work')}</ButtonLink>
}

function Row({ judgment, projectId }: { judgment: OwnJudgment; projectId: string }) {
  const version = useQuery({ ...answeredFlagsQuery(projectId), enabled: judgment.kind === 'FLAG' }).data?.items.find((flag) => flag.judgmentId === judgment.id)?.version
  return (
    <li id={judgment.id}>
      <Group justify="space-between" align="flex-start" gap="md">
        <Text className={classes.prompt} flex="1 1 340px"><AnchorLink to="/projects/$projectId/record/$judgmentId" params={{ projectId, judgmentId: judgment.id }} c="inherit" underline="hover">{judgment.prompt}</AnchorLink></Text>
        <Group gap={8}>
          {judgment.kind === 'FLAG' && judgment.flag && <Badge color="gold" variant="light">{t('Flag: {category}', { category: flagWord(judgment.flag.category) })}</Badge>}
          <Badge color={outcomeColor(judgment.outcome)} variant="light">{outcomeWord(judgment.outcome)}</Badge>
        </Group>
      </Group>
      <Text size="sm" c="dimmed" className="tabular" mt={4}>{moment(judgment.submittedAt)} · {t('guideline {version}', { version: judgment.guidelineVersion })} · {payLine(judgment.pay)}{judgment.revision > 0 && ` · ${t('revised')}`}</Text>
      {judgment.reason && <Text size="sm" mt={6} className="measure"><b>{t('Reason:')}</b> {told(judgment.reason)} <DecidedBy name={judgment.decidedBy} /></Text>}
      {judgment.clause && <Text size="sm" mt={6} className="measure"><b>{t('Clause of the guideline:')}</b> <AnchorLink to="/projects/$projectId/guideline" params={{ projectId }} search={{ version: judgment.guidelineVersion }} size="sm" underline="always">{judgment.clause}</AnchorLink></Text>}
      {judgment.returned && <Text size="sm" mt={6} className="measure"><b>{t('Given back by {name}:', { name: judgment.returned.by })}</b> {judgment.returned.reason}</Text>}
      {version !== undefined && <Text size="sm" mt={6}>{t('Your flag is answered:')} <AnchorLink to="/projects/$projectId/guideline/compare" params={{ projectId }} search={version > 1 ? { from: version - 1, to: version } : {}} size="sm" underline="always">{t('version {version} of the guideline', { version })}</AnchorLink></Text>}
      {judgment.revisableUntil && (
        <Group gap={10} mt={8}>
          <ButtonLink to="/projects/$projectId/record/$judgmentId/revise" params={{ projectId, judgmentId: judgment.id }} size="compact-sm" variant="default">{t('Revise')}</ButtonLink>
          <Text size="sm" c="dimmed">{t('possible until {time}', { time: moment(judgment.revisableUntil) })}</Text>
        </Group>
      )}
      <Dispute judgment={judgment} projectId={projectId} />
    </li>
  )
}

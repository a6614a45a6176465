import { List, Stack, Text, Title } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { ownLanesQuery, type LaneAccess } from '~/api/lanes'
import { language } from '~/lib/format'
import { t } from '~/lib/i18n'
import { Loaded } from '~/ui/Loaded'
import { AnchorLink } from '~/ui/links'

type Asked = LaneAccess['asks'][number]
type Place = { projectId: string; joined: boolean }

/** Work of this project that asks for more than its terms do, and whether it is open to the reader. */
export function OwnLanes(place: Place) {
  const lanes = useQuery(ownLanesQuery(place.projectId))
  if (lanes.isPending || lanes.data?.items.length === 0) return null
  return (
    <section aria-labelledby="lanes">
      <Title order={2} fz="h3" id="lanes" mb={4}>{t('Work that asks for more')}</Title>
      <Loaded query={lanes}>
        {({ items }) => (
          <>
            <Text size="sm" c="dimmed" mb="xs" className="measure">{t('Some tasks go only to people who have shown what they ask for. The others are open to everybody here.')}</Text>
            <Stack gap="md">{items.map((lane) => <One key={lane.name} lane={lane} place={place} />)}</Stack>
          </>
        )}
      </Loaded>
    </section>
  )
}

function One({ lane, place }: { lane: LaneAccess; place: Place }) {
  return (
    <div>
      <Text fw={600}>{lane.name} <Text span size="sm" fw={400} c="dimmed">{lane.open ? t('open to you') : t('not open to you yet')}</Text></Text>
      <List listStyleType="none" size="sm" mt={4} spacing={4}>
        {lane.asks.map((asked) => (
          <List.Item key={asked.kind} icon={asked.met ? <IconCircleCheck size={18} color="var(--mantine-color-pine-7)" aria-hidden /> : <IconCircleDashed size={18} color="var(--mantine-color-gray-6)" aria-hidden />}>
            {phrase(asked)}. {asked.met ? <Text span inherit c="dimmed">{t('You have it.')}</Text> : <Door asked={asked} place={place} />}
          </List.Item>
        ))}
      </List>
    </div>
  )
}

function phrase({ kind, what }: Asked): string {
  switch (kind) {
    case 'LANGUAGE': return t('{language} among your languages', { language: language(what) })
    case 'SKILL': return t('{skill} among your fields of expertise', { skill: what })
    case 'PASS': return t('Passed: “{title}”', { title: what })
    case 'AGREEMENT': return t('Agreement with known answers: the whole interval at {share} % or more', { share: what })
  }
}

/** Where the missing thing is shown, or the reason is found; what only members may open is named, not linked, before. */
function Door({ asked, place: { projectId, joined } }: { asked: Asked; place: Place }) {
  switch (asked.kind) {
    case 'LANGUAGE':
    case 'SKILL': return <AnchorLink to="/account" hash="profile" inherit>{t('Say so in your profile, if it is true')}</AnchorLink>
    case 'PASS': return (
      <>
        <AnchorLink to="/assessments" inherit>{t('Look under Assessments')}</AnchorLink>{' '}
        {joined ? <AnchorLink to="/projects/$projectId/calibration" params={{ projectId }} inherit>{t('Look at the calibration of this project')}</AnchorLink> : t('or, once you have joined, at the calibration of this project.')}
      </>
    )
    case 'AGREEMENT': return joined
      ? <AnchorLink to="/projects/$projectId/record" params={{ projectId }} inherit>{t('See how your answers were measured')}</AnchorLink>
      : <Text span inherit c="dimmed">{t('It is measured while you work here.')}</Text>
  }
}

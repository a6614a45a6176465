import { List, Stack, Text, Title } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { ownLanesQuery, type Way } from '~/api/lanes'
import { t } from '~/lib/i18n'
import { AnchorLink } from '~/ui/links'

type Asked = Way['asks'][number]

/** Work of this project that asks for more than its terms do, and whether it is open to the reader. */
export function OwnLanes({ projectId }: { projectId: string }) {
  const lanes = useQuery(ownLanesQuery(projectId))
  if (!lanes.data?.items.length) return null
  return (
    <section aria-labelledby="lanes">
      <Title order={2} fz="h3" id="lanes" mb={4}>{t('Work that asks for more')}</Title>
      <Text size="sm" c="dimmed" mb="xs" className="measure">{t('Some tasks go only to people who have shown what they ask for. The others are open to everybody here.')}</Text>
      <Stack gap="md">
        {lanes.data.items.map((way) => (
          <div key={way.name}>
            <Text fw={600}>{way.name} <Text span size="sm" fw={400} c="dimmed">{way.open ? t('open to you') : t('not open to you yet')}</Text></Text>
            <List listStyleType="none" size="sm" mt={4} spacing={4}>
              {way.asks.map((asked) => (
                <List.Item key={asked.kind} icon={asked.met ? <IconCircleCheck size={18} color="var(--mantine-color-pine-7)" aria-hidden /> : <IconCircleDashed size={18} color="var(--mantine-color-gray-6)" aria-hidden />}>
                  {phrase(asked)}. {asked.met ? <Text span c="dimmed">{t('You have it.')}</Text> : <Door asked={asked} projectId={projectId} />}
                </List.Item>
              ))}
            </List>
          </div>
        ))}
      </Stack>
    </section>
  )
}

function phrase({ kind, what }: Asked): string {
  switch (kind) {
    case 'LANGUAGE': return t('{language} among your languages', { language: what })
    case 'SKILL': return t('{skill} among your fields of expertise', { skill: what })
    case 'PASS': return t('Passed: “{title}”', { title: what })
    case 'AGREEMENT': return t('Agreement with known answers: the whole interval at {share} % or more', { share: what })
  }
}

/** Where the missing thing is shown, or the reason is found. */
function Door({ asked, projectId }: { asked: Asked; projectId: string }) {
  if (asked.kind === 'LANGUAGE' || asked.kind === 'SKILL') return <AnchorLink to="/account" hash="profile">{t('Say so in your profile, if it is true')}</AnchorLink>
  if (asked.kind === 'PASS') {
    return <><AnchorLink to="/assessments">{t('Under Assessments')}</AnchorLink> {t('or')} <AnchorLink to="/projects/$projectId/calibration" params={{ projectId }}>{t('in the calibration of this project')}</AnchorLink></>
  }
  return <AnchorLink to="/projects/$projectId/record" params={{ projectId }}>{t('See how your answers were measured')}</AnchorLink>
}

import { Button, Skeleton, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { t } from '~/lib/i18n'
import { isForbidden, isGone, sentenceOf } from '~/lib/problem'
import { Empty } from './Empty'
import { ButtonLink } from './links'

type Query<T> = { data: T | undefined; error: unknown; isPending: boolean; refetch: () => unknown }

/** Shows a query's content once it is there, its outline before, and what went wrong otherwise. */
export function Loaded<T>(props: { query: Query<T>; lines?: number; children: (data: T) => ReactNode }) {
  const { query } = props
  if (query.data !== undefined) return <>{props.children(query.data)}</>
  if (query.error) {
    // What is not there or not for this person does not come by asking again: show the way back instead.
    if (isGone(query.error) || isForbidden(query.error)) {
      return (
        <Empty title={isGone(query.error) ? t('There is nothing here for you') : t('This is for others')} order={3} action={<ButtonLink to="/projects" variant="default">{t('To the projects')}</ButtonLink>}>
          {sentenceOf(query.error)}
        </Empty>
      )
    }
    return (
      <Empty title={t('This did not load')} order={3} action={<Button variant="default" onClick={() => void query.refetch()}>{t('Try again')}</Button>}>
        {sentenceOf(query.error)}
      </Empty>
    )
  }
  return (
    <Stack gap="sm" py="md" role="status" aria-busy="true" aria-label={t('Loading')}>
      {Array.from({ length: props.lines ?? 4 }, (_, i) => <Skeleton key={i} height={18} width={`${92 - (i * 17) % 40}%`} />)}
    </Stack>
  )
}

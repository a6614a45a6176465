import { Button, Group } from '@mantine/core'
import { t } from '~/lib/i18n'

type Pages = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }

/** The rest of a long list, asked for page by page. */
export function MoreButton({ pages }: { pages: Pages }) {
  if (!pages.hasNextPage) return null
  return (
    <Group justify="center" mt="md">
      <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('Show more')}</Button>
    </Group>
  )
}

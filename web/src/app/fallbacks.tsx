import { Button, Container, Loader } from '@mantine/core'
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { t } from '~/lib/i18n'
import { Empty } from '~/ui/Empty'
import { isGone, sentenceOf } from '~/lib/problem'

export function PageMissing() {
  return (
    <Container size="sm" py="xl">
      <Empty title={t('There is no such page')} action={<Button component={Link} to="/">{t('Go to the start')}</Button>}>
        {t('The address may be old or mistyped, or it belongs to something you have no part in.')}
      </Empty>
    </Container>
  )
}

/** Only seen where a page takes longer than a moment. */
export function PagePending() {
  return <Container size="sm" py={96} role="status" aria-label={t('Loading')} ta="center"><Loader size="sm" aria-hidden /></Container>
}

export function PageFailed({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  if (isGone(error)) return <PageMissing />
  const again = () => {
    reset()
    void router.invalidate()
  }
  return (
    <Container size="sm" py="xl">
      <Empty title={t('This page did not load')} action={<Button onClick={again}>{t('Try again')}</Button>}>{sentenceOf(error)}</Empty>
    </Container>
  )
}

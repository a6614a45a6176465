import { NativeSelect } from '@mantine/core'
import { changeLanguage, currentLanguage, languages, t, type Language } from '~/lib/i18n'

/** The language of the pages, each named in itself. */
export function LanguageChoice({ label = false }: { label?: boolean }) {
  return (
    <NativeSelect size="sm" w="fit-content" {...(label ? { label: t('Language') } : { 'aria-label': t('Language') })} value={currentLanguage()}
      data={[...languages]} onChange={(event) => changeLanguage(event.currentTarget.value as Language)} />
  )
}

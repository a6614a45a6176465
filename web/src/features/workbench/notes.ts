import { t } from '~/lib/i18n'

/** The server takes notes of so many characters at most. */
const most = 4_000

export const fits = (note: string) => note.trim().length <= most

/** What is said of a note that is too long, before it is handed in; nothing of it is cut off. */
export const tooLong = (note: string): string | undefined =>
  fits(note) ? undefined : t('A note has at most {most} characters; this one has {length}.', { most, length: note.trim().length })

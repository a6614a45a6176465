import { Box } from '@mantine/core'
import type { ReactNode } from 'react'
import type { PerPerson, Terms } from '~/api/types'
import { count, day, hourly, language, money } from '~/lib/format'
import { t } from '~/lib/i18n'
import classes from './TermsSheet.module.css'

/** What an hour brings, said so that nobody has to reckon. */
export function RateLine({ terms }: { terms: Terms }) {
  if (terms.rate === null) return <span>{t('Not stated yet')}</span>
  const perHour = terms.expectedMinutes === null ? null : hourly(terms.rate, terms.expectedMinutes)
  return (
    <span className={classes.rate}>
      <b>{t('{pay} a task', { pay: money(terms.rate) })}</b>{perHour && <> · {t('about {pay} an hour at {minutes} minutes each', { pay: money(perHour), minutes: terms.expectedMinutes! })}</>}
    </span>
  )
}

/** How much one person may do at most, said before anybody reckons with more. */
export function perPersonSentence({ tasks, percent }: PerPerson): string {
  if (tasks !== null && percent !== null) return t('At most {tasks} for one person, or {percent} % of all judgments wanted, whichever is less.', { tasks: count(tasks, 'task'), percent })
  return tasks !== null ? t('At most {tasks} for one person.', { tasks: count(tasks, 'task') }) : t('At most {percent} % of all judgments wanted for one person.', { percent: percent! })
}

/** All terms of a project, in the order in which people ask for them; a limit for one person is the project’s own and stands beside them. */
export function TermsSheet({ terms, perPerson }: { terms: Terms; perPerson: PerPerson | null }) {
  const rows: [string, ReactNode][] = [
    [t('Pay'), <RateLine key="rate" terms={terms} />],
    [t('When it is paid'), terms.paySchedule],
    [t('Acceptance'), terms.reviewHours === null ? null : t('A task that nobody objects to within {hours} hours counts as accepted and is paid.', { hours: terms.reviewHours })],
    [t('Disputes'), terms.disputeProcess],
    [t('Duration'), terms.duration],
    [t('Weekly hours'), terms.weeklyHours],
    [t('Limit for one person'), perPerson === null ? null : <>{perPersonSentence(perPerson)} {t('The project may change this limit; it is not frozen with the terms.')}</>],
    [t('Skills'), terms.skills],
    [t('Languages'), terms.languages.map(language).join(', ')],
    [t('Sensitive content'), terms.sensitiveContent],
    [t('Fees'), t('None. Nobody may charge you for working here.')],
    [t('Terms'), terms.announcedAt === null ? t('Version {version}', { version: terms.version }) : t('Version {version}, announced {day}', { version: terms.version, day: day(terms.announcedAt) })],
  ]
  return (
    <Box component="dl" className={classes.sheet}>
      {rows.filter(([, value]) => value !== '' && value !== null).map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
    </Box>
  )
}

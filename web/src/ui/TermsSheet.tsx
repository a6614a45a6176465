import { Box } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Terms } from '~/api/types'
import { day, hourly, language, money } from '~/lib/format'
import classes from './TermsSheet.module.css'

/** What an hour brings, said so that nobody has to reckon. */
export function RateLine({ terms }: { terms: Terms }) {
  if (terms.rate === null) return <span>Not stated yet</span>
  const perHour = terms.expectedMinutes === null ? null : hourly(terms.rate, terms.expectedMinutes)
  return (
    <span className={classes.rate}>
      <b>{money(terms.rate)}</b> a task{perHour && <> · about <b>{money(perHour)}</b> an hour at {terms.expectedMinutes} minutes each</>}
    </span>
  )
}

/** All terms of a project, in the order in which people ask for them. */
export function TermsSheet({ terms }: { terms: Terms }) {
  const rows: [string, ReactNode][] = [
    ['Pay', <RateLine key="rate" terms={terms} />],
    ['When it is paid', terms.paySchedule],
    ['Acceptance', terms.reviewHours === null ? null : `A task that nobody objects to within ${terms.reviewHours} hours counts as accepted and is paid.`],
    ['Disputes', terms.disputeProcess],
    ['Duration', terms.duration],
    ['Weekly hours', terms.weeklyHours],
    ['Skills', terms.skills],
    ['Languages', terms.languages.map(language).join(', ')],
    ['Sensitive content', terms.sensitiveContent],
    ['Fees', 'None. Nobody may charge you for working here.'],
    ['Terms', `Version ${terms.version}${terms.announcedAt === null ? '' : `, announced ${day(terms.announcedAt)}`}`],
  ]
  return (
    <Box component="dl" className={classes.sheet}>
      {rows.filter(([, value]) => value !== '' && value !== null).map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
    </Box>
  )
}

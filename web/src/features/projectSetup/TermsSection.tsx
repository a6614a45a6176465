import { announceTerms } from '~/api/projectDesk'
import type { Project } from '~/api/types'
import { day } from '~/lib/format'
import { Section } from './Section'
import { sheetOf, termsOf } from './terms'
import { TermsForm } from './TermsForm'
import { useSectionDraft } from './useSectionDraft'

export function TermsSection({ project }: { project: Project }) {
  const terms = useSectionDraft(project.id, sheetOf(project.terms), (sheet) => announceTerms(project.id, termsOf(sheet)), 'The new terms are announced.')
  const version = project.terms?.version ?? 0
  return (
    <Section title="Terms sheet" error={terms.error} save={terms.save(`Announce version ${version + 1}`)}
      lead={<>Version {version}{project.terms?.announcedAt && <>, announced {day(project.terms.announcedAt)}</>}. A change applies forward only: whoever accepted
        an earlier version keeps it until they accept the new one.</>}>
      <TermsForm sheet={terms.draft} onChange={terms.set} error={terms.error} />
    </Section>
  )
}

import { changeProject } from '~/api/projectDesk'
import type { Project } from '~/api/types'
import { GateForm } from './GateForm'
import { Section } from './Section'
import { useSectionDraft } from './useSectionDraft'

export function GateSection({ project }: { project: Project }) {
  const gate = useSectionDraft(project.id, project.gate, (draft) => changeProject(project.id, { gate: draft }), 'The gate is saved.')
  return (
    <Section title="Gate" lead="What somebody needs to work here, and what restricts them." error={gate.error} save={gate.save('Save the gate')}>
      <GateForm gate={gate.draft} onChange={gate.set} />
    </Section>
  )
}

import { Textarea, TextInput } from '@mantine/core'
import { changeProject } from '~/api/projectDesk'
import type { Project } from '~/api/types'
import { Section } from './Section'
import { faultAt } from './TermsForm'
import { useSectionDraft } from './useSectionDraft'

export function AboutSection({ project }: { project: Project }) {
  const saved = { name: project.name, domain: project.domain, summary: project.summary, description: project.description ?? '' }
  const about = useSectionDraft(project.id, saved, (draft) => changeProject(project.id, draft), 'The description is saved.')
  const field = (name: keyof typeof saved) => ({
    value: about.draft[name], error: faultAt(about.error, name),
    onChange: (event: { currentTarget: { value: string } }) => about.set({ ...about.draft, [name]: event.currentTarget.value }),
  })
  return (
    <Section title="What it is about" error={about.error} save={about.save('Save the description')}>
      <TextInput label="Name" maxLength={100} {...field('name')} />
      <TextInput label="Field" maxLength={100} {...field('domain')} />
      <Textarea label="Summary" autosize minRows={2} maxLength={500} {...field('summary')} />
      <Textarea label="Description" description="Markdown." autosize minRows={4} maxRows={18} {...field('description')} />
    </Section>
  )
}

import { Button, Container, Group, Paper, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { createProject } from '~/api/projectDesk'
import { Fault } from '~/ui/Fault'
import { ButtonLink } from '~/ui/links'
import { PageHeader } from '~/ui/PageHeader'
import { freshSheet, termsOf } from './terms'
import { faultAt, TermsForm } from './TermsForm'

export function NewProjectPage() {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [about, setAbout] = useState({ name: '', domain: '', summary: '', description: '' })
  const [sheet, setSheet] = useState(freshSheet)
  const creating = useMutation({
    mutationFn: () => createProject({ ...about, terms: termsOf(sheet) }),
    onSuccess: async (project) => {
      await queryClient.invalidateQueries({ queryKey: ['projects'] })
      await navigate({ to: '/projects/$projectId/guideline/edit', params: { projectId: project.id } })
    },
  })
  const field = (name: keyof typeof about) => ({
    value: about[name], onChange: (event: { currentTarget: { value: string } }) => setAbout({ ...about, [name]: event.currentTarget.value }), error: faultAt(creating.error, name),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    creating.mutate()
  }
  return (
    <Container size={820} pt="lg" pb={64}>
      <PageHeader title="New project" lead="Nobody sees it until you publish it, and everything here can still be changed then." />
      <form onSubmit={submit}>
        <Stack gap="xl">
          <Stack gap="md" component="section" aria-labelledby="about-title">
            <Title order={2} id="about-title" fz="h4">What it is about</Title>
            <TextInput label="Name" required withAsterisk={false} maxLength={100} placeholder="Everyday answers, side by side" {...field('name')} />
            <TextInput label="Field" required withAsterisk={false} maxLength={100} placeholder="general, software, medicine, law …" {...field('domain')} />
            <Textarea label="Summary" required withAsterisk={false} description="One or two sentences for the list of projects." autosize minRows={2} maxLength={500} {...field('summary')} />
            <Textarea label="Description" description="What people do here and how it is reviewed. Markdown." autosize minRows={4} maxRows={16} {...field('description')} />
          </Stack>
          <Stack gap="md" component="section" aria-labelledby="terms-title">
            <div>
              <Title order={2} id="terms-title" fz="h4">Terms sheet</Title>
              <Text size="sm" c="dimmed">People accept it before they work, and what they accepted is frozen for them. You may leave fields open now; publishing names what is missing.</Text>
            </div>
            <TermsForm sheet={sheet} onChange={setSheet} error={creating.error} />
          </Stack>
          <Paper className="sheet" p="md">
            <Text size="sm">There is no place to charge people a fee for joining, for assessments or for anything else.</Text>
          </Paper>
          <Fault error={creating.error} />
          <Group justify="flex-end">
            <ButtonLink variant="default" to="/projects">Cancel</ButtonLink>
            <Button type="submit" loading={creating.isPending}>Create and write the guideline</Button>
          </Group>
        </Stack>
      </form>
    </Container>
  )
}

import { SimpleGrid, Text, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { templatesQuery } from '~/api/guidelineDesk'
import { Loaded } from '~/ui/Loaded'
import classes from './RubricDesk.module.css'
import type { Written } from './useGuidelineDraft'

/** Where a guideline begins: with a tried review or with an empty page. */
export function TemplateChoice({ onChoose }: { onChoose: (start: Written) => void }) {
  const templates = useQuery(templatesQuery)
  return (
    <Loaded query={templates}>
      {({ items }) => (
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
          {items.map((template) => (
            <UnstyledButton key={template.name} className={classes.template} onClick={() => onChoose({ body: template.body, rubric: template.rubric })}>
              <Text fw={600}>{template.name}</Text>
              <Text size="sm" c="dimmed">{template.description}</Text>
              <Text size="xs" c="dimmed" mt={6}>{template.rubric.criteria.map((criterion) => criterion.title).join(' · ')}</Text>
            </UnstyledButton>
          ))}
          <UnstyledButton className={classes.template} onClick={() => onChoose({ body: '', rubric: { criteria: [] } })}>
            <Text fw={600}>Empty page</Text>
            <Text size="sm" c="dimmed">Your own text and questions from the start.</Text>
          </UnstyledButton>
        </SimpleGrid>
      )}
    </Loaded>
  )
}

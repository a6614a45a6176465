import { Box, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { HouseMark } from '~/ui/HouseMark'
import { LanguageChoice } from '~/ui/LanguageChoice'

/** The doormat: a mark, a sentence and one form. */
export function EntranceFrame(props: { title: string; lead: ReactNode; children: ReactNode }) {
  useDocumentTitle(`${props.title} · Touchstone`)
  return (
    <Box component="main" mih="100dvh" px="md" py={{ base: 32, sm: 72 }}>
      <Stack maw={420} mx="auto" gap="lg">
        <Stack gap={6} align="center" ta="center">
          <HouseMark size={44} />
          <Title order={1} fz={28}>{props.title}</Title>
          <Text c="dimmed" component="div">{props.lead}</Text>
        </Stack>
        <Paper className="sheet" p={{ base: 'md', sm: 'xl' }}>{props.children}</Paper>
        <Group justify="center"><LanguageChoice /></Group>
      </Stack>
    </Box>
  )
}

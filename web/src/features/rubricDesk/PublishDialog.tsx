import { Alert, Button, Group, List, Modal, Radio, Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { changedBy, publishGuideline, type GuidelineDraft } from '~/api/guidelineDesk'
import type { Effect } from '~/api/types'
import { Problem, sentenceOf } from '~/lib/problem'
import { Fault } from '~/ui/Fault'
import { ImpactNote } from './ImpactNote'

const effects: { effect: Effect; label: string; means: string }[] = [
  { effect: 'EDITORIAL', label: 'Editorial', means: 'Wording only. Trainers get a notice and work on.' },
  { effect: 'CLARIFYING', label: 'Clarifying', means: 'A doubt is settled. Trainers read and acknowledge it before their next task.' },
  { effect: 'BREAKING', label: 'Breaking', means: 'What was right may now be wrong. Trainers read and acknowledge it; a short, paid recalibration is drafted from every open calibration for you to check and open. Earlier judgments keep the version they were made under.' },
]

type Props = { projectId: string; version: number; problems: string[]; opened: boolean; onClose: () => void; save: () => Promise<boolean>; revision: () => string; onMet: (theirs: GuidelineDraft, because: string) => void; onLook: () => void }

/** Puts the draft into force as the next version, with what changed and what that asks of people. */
export function PublishDialog({ projectId, version, problems, opened, onClose, save, revision, onMet, onLook }: Props) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const [changeNote, setChangeNote] = useState('')
  const [effect, setEffect] = useState<Effect>('CLARIFYING')
  const first = version === 1
  const publishing = useMutation({
    mutationFn: async () => {
      if (!await save()) throw new Problem(409, 'draft-unsaved', '', 'The draft is not saved, so it cannot be published yet: close this and read what stands above it.')
      return publishGuideline(projectId, { changeNote: changeNote.trim(), effect: first ? 'BREAKING' : effect, revision: revision() })
    },
    onError: (error) => {
      const theirs = changedBy(error)
      if (theirs) onMet(theirs, sentenceOf(error))
    },
    onSuccess: async () => {
      onClose()
      notifications.show({ message: `Version ${version} is in force.` })
      await Promise.all([['guideline', projectId], ['guidelines', projectId], ['project', projectId], ['rechecks', projectId], ['membership', projectId]].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
      await navigate({ to: '/projects/$projectId/guideline', params: { projectId } })
    },
  })
  return (
    <Modal opened={opened} onClose={onClose} size="lg" title={`Publish version ${version}`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack gap="md">
        {problems.length > 0
          ? <Alert color="gold" variant="light" title="Before it can be published"><List size="sm">{problems.map((problem) => <List.Item key={problem}>{problem}</List.Item>)}</List></Alert>
          : (
            <>
              {!first && (
                <>
                  <Textarea label="What changed, and why" description="Everybody who works under it reads this." autosize minRows={2} value={changeNote} onChange={(event) => setChangeNote(event.currentTarget.value)} data-autofocus />
                  <Radio.Group label="What the change asks of trainers" value={effect} onChange={(value) => setEffect(value as Effect)}>
                    <Stack gap="xs" mt={6}>{effects.map((choice) => <Radio key={choice.effect} value={choice.effect} label={choice.label} description={choice.means} />)}</Stack>
                  </Radio.Group>
                </>
              )}
              {!first && <ImpactNote projectId={projectId} effect={effect} onLook={onLook} />}
              <Alert color="gray" variant="light">A published version never changes. {first ? 'Later changes make version 2.' : `Tasks already taken are finished under version ${version - 1}.`}</Alert>
              <Fault error={publishing.error} />
            </>
          )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{problems.length > 0 ? 'Go on writing' : 'Cancel'}</Button>
          {problems.length === 0 && <Button loading={publishing.isPending} disabled={!first && changeNote.trim() === ''} onClick={() => publishing.mutate()}>Publish version {version}</Button>}
        </Group>
      </Stack>
    </Modal>
  )
}

import { Alert, Anchor, Button, Group, Modal, Radio, Stack, Text, Textarea, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { Criterion } from '~/api/types'
import { TextComparison } from '~/ui/TextComparison'
import { byKey, withTheirs, type Clash, type Written } from './merge'
import classes from './RubricDesk.module.css'
import type { Aside, Conflict } from './useGuidelineDraft'

type Choice = 'mine' | 'theirs' | 'both'
const idOf = (clash: Clash) => clash.part === 'criterion' ? `criterion ${clash.key}` : clash.part

/** Two people changed the same part: nothing is saved over the other's before somebody has seen both. */
export function DraftClash({ conflict, mine, onChoose }: { conflict: Conflict; mine: Written; onChoose: (chosen: Written) => void }) {
  const [open, dialog] = useDisclosure(false)
  const { theirs } = conflict
  return (
    <>
      <Alert color="gold" variant="light" mb="md" title={`${theirs.updatedBy} wrote in this draft too`} role="alert">
        <Stack gap="xs">
          <Text size="sm">{conflict.because} Until then what you type is kept in this browser.</Text>
          <Group gap="sm">
            <Button size="sm" onClick={dialog.open}>See both and choose</Button>
            <Button size="sm" variant="default" onClick={() => onChoose(mine)}>Keep all of mine</Button>
            <Button size="sm" variant="default" onClick={() => onChoose({ body: theirs.body, rubric: theirs.rubric })}>Take all of {theirs.updatedBy}’s</Button>
          </Group>
        </Stack>
      </Alert>
      <Modal opened={open} onClose={dialog.close} size="xl" title="Two texts of one draft" closeButtonProps={{ 'aria-label': 'Close' }}>
        <Choices conflict={conflict} mine={mine} onClose={dialog.close} onChoose={(chosen) => { dialog.close(); onChoose(chosen) }} />
      </Modal>
    </>
  )
}

function Choices({ conflict, mine, onClose, onChoose }: { conflict: Conflict; mine: Written; onClose: () => void; onChoose: (chosen: Written) => void }) {
  const { theirs, clashes, merged } = conflict
  const [choices, setChoices] = useState<Record<string, Choice>>({})
  const [body, setBody] = useState(mine.body)
  const open = clashes.filter((clash) => !choices[idOf(clash)])
  const take = () => {
    const chosen = clashes.filter((clash) => choices[idOf(clash)] === 'theirs').reduce((written, clash) => withTheirs(written, theirs, clash), merged)
    onChoose(choices['body'] === 'both' ? { ...chosen, body } : chosen)
  }
  return (
    <Stack gap="lg">
      <Text size="sm">What only one of you changed is in already. {clashes.length === 1 ? 'One part was' : `${clashes.length} parts were`} changed by both:</Text>
      {clashes.map((clash) => {
        const id = idOf(clash)
        return (
          <section key={id} aria-label={nameOf(clash, mine, theirs)}>
            <Title order={3} fz="h5" mb={4}>{nameOf(clash, mine, theirs)}</Title>
            <TextComparison before={told(theirs, clash)} after={told(mine, clash)} names={[`${theirs.updatedBy}’s`, 'Yours']} />
            <Radio.Group aria-label={`What holds of ${nameOf(clash, mine, theirs)}`} mt="xs" value={choices[id] ?? null} onChange={(value) => setChoices({ ...choices, [id]: value as Choice })}>
              <Group gap="md"><Radio value="mine" label="Mine" /><Radio value="theirs" label={`${theirs.updatedBy}’s`} />{clash.part === 'body' && <Radio value="both" label="Both, by hand" />}</Group>
            </Radio.Group>
            {clash.part === 'body' && choices['body'] === 'both' && (
              <Textarea mt="xs" label="The text that holds, in Markdown" description={<>It begins with yours. <Anchor component="button" type="button" size="xs" underline="always" onClick={() => setBody(`${body.trimEnd()}\n\n${theirs.body}`)}>Put {theirs.updatedBy}’s below it</Anchor></>}
                className={classes.source!} autosize minRows={8} maxRows={30} value={body} onChange={(event) => setBody(event.currentTarget.value)} />
            )}
          </section>
        )
      })}
      <Group justify="flex-end">
        {open.length > 0 && <Text size="sm" c="dimmed">{open.length === 1 ? 'One choice is open.' : `${open.length} choices are open.`}</Text>}
        <Button variant="default" onClick={onClose}>Go on writing</Button>
        <Button disabled={open.length > 0} onClick={take}>Save it so</Button>
      </Group>
    </Stack>
  )
}

/** Both texts as they were before the choice, until nobody needs them any more. */
export function KeptAside({ aside, onPutBack, onForget }: { aside: Aside; onPutBack: (written: Written) => void; onForget: () => void }) {
  return (
    <Text size="sm" c="dimmed" component="div" mb="md">
      Your text and {aside.by}’s as they were before you chose are kept in this browser.{' '}
      <Group gap="sm" component="span" display="inline-flex">
        <Anchor component="button" type="button" size="sm" underline="always" onClick={() => onPutBack(aside.mine)}>Put mine back</Anchor>
        <Anchor component="button" type="button" size="sm" underline="always" onClick={() => onPutBack(aside.theirs)}>Put {aside.by}’s back</Anchor>
        <Anchor component="button" type="button" size="sm" underline="always" onClick={onForget}>Forget both</Anchor>
      </Group>
    </Text>
  )
}

function nameOf(clash: Clash, mine: Written, theirs: Written): string {
  switch (clash.part) {
    case 'body': return 'The text'
    case 'rules': return 'The hard rules'
    case 'order': return 'The order of the questions'
    case 'criterion': return `“${(byKey(mine, clash.key) ?? byKey(theirs, clash.key))?.title || clash.key}”`
  }
}

/** One part as text, so that the words that differ can be marked. */
function told(written: Written, clash: Clash): string {
  switch (clash.part) {
    case 'body': return written.body
    case 'rules': return (written.rubric.rules ?? []).map((rule) => `- ${rule.message}`).join('\n') || 'No rules.'
    case 'order': return written.rubric.criteria.map((one, i) => `${i + 1}. ${one.title}`).join('\n')
    case 'criterion': {
      const criterion = byKey(written, clash.key)
      return criterion ? lines(criterion) : 'This question was taken away.'
    }
  }
}

/** All that is set of a question, one line for each. */
function lines({ key: _, title, help, kind, options, anchors, ...rest }: Criterion): string {
  const choices = [...(options ?? []).map((one) => `- ${one.label}${one.help ? `: ${one.help}` : ''}`), ...(anchors ?? []).map((one) => `- ${one.value}: ${one.label}${one.help ? `, ${one.help}` : ''}`)]
  const set = Object.entries(rest).flatMap(([field, value]) => value === null || value === undefined || value === false || (Array.isArray(value) && value.length === 0) ? [] : [`${field}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`])
  return [`**${title}**`, help ?? '', choices.join('\n'), `Kind: ${kind}`, ...set].filter((line) => line !== '').join('\n\n')
}

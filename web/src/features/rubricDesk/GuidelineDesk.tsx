import { Button, Menu, SegmentedControl, Tabs, Text, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { templatesQuery } from '~/api/guidelineDesk'
import { headingsOf } from '~/lib/clauses'
import { Confirm } from '~/ui/confirm'
import { Markdown } from '~/ui/markdown/Markdown'
import { SectionHeader } from '~/ui/SectionHeader'
import { CausesPanel } from './CausesPanel'
import { DraftChanges } from './DraftChanges'
import { DraftClash, KeptAside } from './DraftClash'
import { FormPreview } from './FormPreview'
import { Headings } from './headings'
import { PublishDialog } from './PublishDialog'
import { RubricBuilder } from './RubricBuilder'
import classes from './RubricDesk.module.css'
import { SavingNote } from './SavingNote'
import { useGuidelineDraft, type Written } from './useGuidelineDraft'

type Props = { projectId: string; version: number; stored: Written & { revision?: string }; fresh: boolean; problems: string[] }

/** Where the next version of a guideline is written, with its preview beside it. */
export function GuidelineDesk({ projectId, version, stored, fresh, problems }: Props) {
  const draft = useGuidelineDraft(projectId, stored, problems, (by) => notifications.show({ title: `${by} wrote in this draft too`, message: 'You changed different parts; both are in and saved.' }))
  const [tab, setTab] = useState<string | null>(fresh && stored.body === '' ? 'text' : 'questions')
  const [side, setSide] = useState('write')
  const [publishing, dialog] = useDisclosure(false)
  const [replacing, setReplacing] = useState<Written | null>(null)
  const templates = useQuery(templatesQuery).data?.items ?? []
  const { written, change } = draft
  const headings = useMemo(() => [...new Set(headingsOf(written.body).map((heading) => heading.text))], [written.body])
  useEffect(() => { if (fresh) change(stored) }, [])
  const publish = async () => {
    const saved = await draft.save()
    if (saved || !draft.conflict) dialog.open()
  }
  return (
    <>
      <SectionHeader title={version === 1 ? 'Write the guideline' : `Next version of the guideline`} lead={<SavingNote saving={draft.saving} version={version} />}
        actions={
          <>
            {templates.length > 0 && (
              <Menu position="bottom-end" width={280} shadow="md">
                <Menu.Target><Button variant="default">Start from …</Button></Menu.Target>
                <Menu.Dropdown>{templates.map((template) => <Menu.Item key={template.name} onClick={() => setReplacing({ body: template.body, rubric: template.rubric })}>{template.name}</Menu.Item>)}</Menu.Dropdown>
              </Menu>
            )}
            <Button onClick={() => void publish()}>Publish version {version}</Button>
          </>
        } />
      {draft.conflict && <DraftClash conflict={draft.conflict} mine={written} onChoose={draft.resolve} />}
      {draft.aside && !draft.conflict && <KeptAside aside={draft.aside} onPutBack={change} onForget={draft.forget} />}
      <SegmentedControl hiddenFrom="md" display={tab === 'changes' ? 'none' : undefined} fullWidth mb="sm" aria-label="Write or preview" value={side} onChange={setSide} data={[{ value: 'write', label: 'Write' }, { value: 'preview', label: 'Preview' }]} />
      <div className={classes.desk} data-side={side} data-whole={tab === 'changes' || undefined}>
        <div className={classes.writing}>
          <Tabs value={tab} onChange={setTab} keepMounted={false}>
            <Tabs.List mb="md"><Tabs.Tab value="questions">Questions ({written.rubric.criteria.length})</Tabs.Tab><Tabs.Tab value="text">Text</Tabs.Tab>{version > 1 && <Tabs.Tab value="doubts">Doubts</Tabs.Tab>}{version > 1 && <Tabs.Tab value="changes">Changes</Tabs.Tab>}</Tabs.List>
            <Tabs.Panel value="questions"><Headings value={headings}><RubricBuilder rubric={written.rubric} onChange={(rubric) => change({ ...written, rubric })} /></Headings></Tabs.Panel>
            <Tabs.Panel value="text">
              <Textarea aria-label="Text of the guideline, in Markdown" className={classes.source!} autosize minRows={18} maxRows={60} value={written.body} spellCheck
                placeholder={'# What good work looks like\n\nWhat to check first, what counts as wrong, what to do in doubt. Headings, lists, tables, code and formulas work.'}
                onChange={(event) => change({ ...written, body: event.currentTarget.value })} />
            </Tabs.Panel>
            {version > 1 && <Tabs.Panel value="doubts"><CausesPanel projectId={projectId} /></Tabs.Panel>}
            {version > 1 && <Tabs.Panel value="changes"><DraftChanges projectId={projectId} version={version} written={written} save={draft.save} /></Tabs.Panel>}
          </Tabs>
          {draft.problems.length > 0 && (
            <Text size="sm" c="dimmed" component="div" mt="md" aria-live="polite">Before it can be published:<ul style={{ margin: '2px 0 0', paddingInlineStart: 18 }}>{draft.problems.map((problem) => <li key={problem}>{problem}</li>)}</ul></Text>
          )}
        </div>
        <section className={classes.preview} aria-label="Preview" tabIndex={0}>
          {tab === 'text'
            ? <><div className={classes.previewTitle}><span>As trainers read it</span></div>{written.body.trim() === '' ? <Text size="sm" c="dimmed">The text appears here as you write.</Text> : <Markdown text={written.body} prose />}</>
            : <FormPreview projectId={projectId} rubric={written.rubric} />}
        </section>
      </div>
      <PublishDialog projectId={projectId} version={version} problems={draft.problems} opened={publishing} onClose={dialog.close} save={draft.save} revision={draft.revision} onMet={(theirs, because) => { dialog.close(); void draft.meet(theirs, because) }}
        onLook={() => { dialog.close(); setSide('write'); setTab('changes') }} />
      <Confirm opened={replacing !== null} title="Replace what is written?" action="Replace it" danger pending={false} error={null} onClose={() => setReplacing(null)}
        onConfirm={() => {
          if (replacing) change(replacing)
          setReplacing(null)
        }}>
        The text and the questions of this draft are replaced by the template. Published versions stay as they are.
      </Confirm>
    </>
  )
}

import { fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { Import } from '~/api/imports'
import { show } from '~/test/render'
import { MappingForm } from './MappingForm'

const one: Import = {
  id: 'm1', projectId: 'p1', createdBy: 'a1', createdAt: '2026-01-02T10:00:00Z', finishedAt: null, state: 'UPLOADED', fileName: 'pairs.csv', format: 'CSV', columns: ['q', 'left', 'right'], total: 2, done: 0, imported: 0, duplicates: 0, errorCount: 0, errors: [], error: null,
  preview: [{ q: 'How long do eggs boil?', left: 'Six minutes', right: ['Nine minutes'] }], mapping: { responses: ['left', 'right'] },
}

test('nothing runs until the prompt is named, and then with what was chosen', () => {
  const run = vi.fn()
  show(<MappingForm one={one} pending={false} error={null} onRun={run} />)
  const go = screen.getByRole('button', { name: 'Import 2 rows' })
  expect(screen.getByText('Say which column holds the prompt, or the conversation.')).toBeInTheDocument()
  expect(go).toBeDisabled()
  fireEvent.change(screen.getByRole('combobox', { name: 'Meaning of q' }), { target: { value: 'prompt' } })
  fireEvent.click(go)
  expect(run).toHaveBeenCalledWith(expect.objectContaining({ prompt: 'q', responses: ['left', 'right'], externalId: null }))
})

test('the preview shows lists as they stand in the file', () => {
  show(<MappingForm one={one} pending={false} error={null} onRun={() => undefined} />)
  expect(screen.getByText('["Nine minutes"]')).toBeInTheDocument()
})

import { fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { Import } from '~/api/imports'
import { show } from '~/test/render'
import { MappingForm } from './MappingForm'

const one: Import = {
  id: 'm1', projectId: 'p1', createdBy: 'a1', createdAt: '2026-01-02T10:00:00Z', finishedAt: null, state: 'UPLOADED', fileName: 'pairs.csv', format: 'CSV', columns: ['q', 'left', 'right'], total: 2, done: 0, imported: 0, duplicates: 0, errorCount: 0, errors: [], error: null, previewFaults: [],
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

test('lines that cannot be read are named before anything runs, and counted out', () => {
  show(<MappingForm one={{ ...one, total: 4, previewFaults: [{ line: 2, column: null, message: 'This line is not JSON.' }] }} pending={false} error={null} onRun={() => undefined} />)
  expect(screen.getByRole('button', { name: 'Import 3 of 4 rows' })).toBeInTheDocument()
  expect(screen.getByText('Line 2: This line is not JSON.')).toBeInTheDocument()
  expect(screen.getByText('1 line cannot be read and will be left out')).toBeInTheDocument()
})

test('the preview shows lists as they stand in the file', () => {
  show(<MappingForm one={one} pending={false} error={null} onRun={() => undefined} />)
  expect(screen.getByText('["Nine minutes"]')).toBeInTheDocument()
})

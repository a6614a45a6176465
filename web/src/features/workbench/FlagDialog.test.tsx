import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { show } from '~/test/render'
import { FlagDialog } from './FlagDialog'

test('a note that is too long is said in the dialog, and nothing is handed in or cut off', async () => {
  const onFlag = vi.fn()
  const note = 'x'.repeat(4_001)
  show(<FlagDialog opened kept={{ category: 'ambiguous', note }} onKeep={() => undefined} onClose={() => undefined} onFlag={onFlag} />)
  await screen.findByText('A note has at most 4000 characters; this one has 4001.')
  await userEvent.click(screen.getByRole('button', { name: 'Hand in the flag' }))
  expect(onFlag).not.toHaveBeenCalled()
  expect(screen.getByLabelText('Say it in a sentence')).toHaveValue(note)
})

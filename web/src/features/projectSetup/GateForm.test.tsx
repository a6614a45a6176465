import { fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import type { Gate } from '~/api/types'
import { show } from '~/test/render'
import { GateForm } from './GateForm'

function Desk({ start }: { start: Gate }) {
  const [gate, setGate] = useState(start)
  return <GateForm gate={gate} onChange={setGate} />
}

test('the sentence follows its blanks', () => {
  show(<Desk start={{ requireAcknowledgement: false, restrict: null }} />)
  fireEvent.click(screen.getByRole('switch', { name: /Measured quality may restrict/ }))
  fireEvent.change(screen.getByRole('textbox', { name: 'The line in percent' }), { target: { value: '75 %' } })
  fireEvent.change(screen.getByRole('textbox', { name: 'Least number of answers' }), { target: { value: '20' } })
  expect(screen.getByText('Restrict for 7 days when the whole interval of gold agreement is below 75 % after at least 20 gold answers.')).toBeInTheDocument()
})

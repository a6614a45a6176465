import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { show } from '~/test/render'
import { CardTable, Cell, Head, Row, RowHead } from './CardTable'

test('it is a table to whoever hears it, however it is laid out, and a cell is not named twice', () => {
  show(
    <CardTable least={400} heads={<><Head>Who</Head><Head kept>How many</Head></>}>
      <Row><RowHead>Maya</RowHead><Cell under="How many">12</Cell></Row>
    </CardTable>,
  )
  const table = screen.getByRole('table')
  expect(within(table).getAllByRole('columnheader').map((head) => head.textContent)).toEqual(['Who', 'How many'])
  expect(within(table).getByRole('rowheader')).toHaveTextContent('Maya')
  expect(within(table).getByRole('cell', { name: '12' })).toBeInTheDocument()
})

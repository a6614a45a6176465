import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { expect, test } from 'vitest'
import { show } from '~/test/render'
import { ItemView, plainOptions } from './ItemView'
import { blocksOf, colouredLines, rowsOf } from './programLines'
import { programIn } from './programs'

const python = (body: string) => `Here it is:\n\n\`\`\`python\n${body}\n\`\`\`\n\n\`\`\`output\n3\n\`\`\`\n`

test('the program of an answer is its longest block of code, and what it printed is none', () => {
  expect(programIn(python('def f():\n    return 3'))).toEqual({ language: 'python', code: 'def f():\n    return 3' })
  expect(programIn('```output\nvery long output indeed\n```')).toBeNull()
  expect(programIn('no code')).toBeNull()
  expect(programIn('```js\nlet a = 1')).toEqual({ language: 'js', code: 'let a = 1' })
})

test('a changed line stands beside the one that took its place, and numbers count on', () => {
  expect(rowsOf('a\nb\nc', 'a\nx\ny\nc').map((row) => [row.left?.number ?? null, row.right?.number ?? null, row.same])).toEqual([[1, 1, true], [2, 2, false], [null, 3, false], [3, 4, true]])
  expect(rowsOf('a', 'a').every((row) => row.same)).toBe(true)
})

test('long equal stretches are folded, short ones are not', () => {
  const long = Array.from({ length: 20 }, (_, i) => `l${i}`).join('\n')
  const blocks = blocksOf(rowsOf(`${long}\nx`, `${long}\ny`))
  expect(blocks.map((block) => [block.folded, block.rows.length])).toEqual([[true, 17], [false, 4]])
})

test('lines keep their colours and their text', () => {
  const code = 'def f():\n    """two\n    lines"""\n    return 3'
  const lines = colouredLines({ language: 'python', code })
  expect(lines.map((pieces) => pieces.map((piece) => piece.text).join(''))).toEqual(code.split('\n'))
  expect(lines[2]!.some((piece) => piece.className === 'hljs-string')).toBe(true)
  expect(colouredLines({ language: 'nolang', code: 'x' })).toEqual([[{ text: 'x', className: '' }]])
})

test('two programs are compared where differences are asked for, and the output of running them stands below each', { timeout: 40_000 }, async () => {
  await import('./ProgramDifferences')
  const lines = Array.from({ length: 12 }, (_, i) => `a${i} = ${i}`).join('\n')
  const item = { prompt: 'Write it', responses: [{ text: python(`${lines}\nprint(1)`), output: '1\n' }, { text: python(`${lines}\nprint(2)`), output: '<img src=x onerror=alert(1)>' }] }
  const { container, again } = show(<ItemView item={item} />)
  expect(screen.queryByRole('region', { name: 'Differences between the programs' })).toBeNull()
  again(<ItemView item={item} options={{ ...plainOptions, differences: true }} />)
  const found = within(await screen.findByRole('region', { name: 'Differences between the programs' }, { timeout: 20_000 }))
  expect(found.getByText('only in B:').closest('td')).toHaveTextContent('print(2)')
  await userEvent.setup().click(found.getByRole('button', { name: '9 equal lines' }))
  expect(found.queryByRole('button')).toBeNull()
  expect(screen.getAllByRole('group', { name: /: output when run$/ })).toHaveLength(2)
  expect(container.querySelector('img')).toBeNull()
  const faults = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
  expect(faults.violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([])
})

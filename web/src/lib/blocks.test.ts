import { expect, test } from 'vitest'
import { blocksOf, pairs } from './blocks'

test('a fenced program is one block, blank lines and all', () => {
  expect(blocksOf('One.\n\n```js\na\n\nb\n```\n\nTwo.')).toEqual(['One.', '```js\na\n\nb\n```', 'Two.'])
})

test('what stayed stands beside itself, what changed beside what it became', () => {
  expect(pairs('# Rules\n\nBe kind.\n\nEnd.', '# Rules\n\nBe fair.\n\nEnd.')).toEqual([
    { kind: 'same', before: '# Rules', after: '# Rules' },
    { kind: 'changed', before: 'Be kind.', after: 'Be fair.' },
    { kind: 'same', before: 'End.', after: 'End.' },
  ])
})

test('what one side alone has stands beside nothing', () => {
  expect(pairs('One.', 'One.\n\nTwo.')[1]).toEqual({ kind: 'changed', before: null, after: 'Two.' })
  expect(pairs('One.\n\nTwo.', 'Two.')[0]).toEqual({ kind: 'changed', before: 'One.', after: null })
})

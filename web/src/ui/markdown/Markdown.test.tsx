import { cleanup, waitFor } from '@testing-library/react'
import { beforeAll, describe, expect, test } from 'vitest'
import { attacks } from '~/test/attacks'
import { show } from '~/test/render'
import { Markdown } from './Markdown'
import { PicturesContext } from './pictures'
import { masked, unmasked } from './source'

const html = (text: string) => show(<Markdown text={text} />).container.querySelector<HTMLElement>('[data-markdown]')!

// Formulas and code colours arrive with the first text that has some; from then on they are there at once.
beforeAll(async () => {
  const { container } = show(<Markdown text={'$x$\n\n```python\ndef f(): return 1\n```'} />)
  await waitFor(() => {
    expect(container.querySelector('.katex')).not.toBeNull()
    expect(container.querySelector('.hljs-keyword')).not.toBeNull()
  }, { timeout: 30_000 })
  cleanup()
}, 40_000)

describe('what a text may not do', () => {
  test.each(attacks)('%s', (attack) => {
    const shown = html(attack)
    expect(shown.querySelectorAll('script, iframe, object, embed, form, base, meta, style, link, svg[onload]').length).toBe(0)
    for (const element of shown.querySelectorAll('*')) {
      for (const attribute of element.attributes) {
        expect(attribute.name).not.toMatch(/^on/i)
        if (['href', 'src', 'action', 'xlink:href'].includes(attribute.name)) expect(attribute.value).not.toMatch(/^\s*(javascript|vbscript|data:(?!image\/(png|jpeg|gif|webp)))/i)
      }
    }
  })

  test('a remote picture is named, not fetched', () => {
    const shown = html('![a cat](https://elsewhere.example/cat.png)')
    expect(shown.querySelector('img')).toBeNull()
    expect(shown).toHaveTextContent('[picture: a cat]')
  })

  test('only the item’s own pictures are fetched, and only from where this reader may see them', () => {
    const id = '0a1b2c3d-0000-4000-8000-000000000001'
    const shown = show(<PicturesContext value="/api/v1/leases/l1/images/"><Markdown text={`![chart](image:${id}) ![x](image:../../accounts) ![y](image:a.png" onerror="alert(1))`} /></PicturesContext>).container
    expect([...shown.querySelectorAll('img')].map((image) => image.getAttribute('src'))).toEqual([`/api/v1/leases/l1/images/${id}`])
    expect(html(`![chart](image:${id})`).querySelector('img')).toBeNull()
  })

  test('a link opens elsewhere and tells nothing about us', () => {
    expect(html('[x](https://example.org)').querySelector('a')).toHaveAttribute('rel', 'noopener noreferrer nofollow')
  })
})

describe('what a text shows', () => {
  test('tables, code with colours, and formulas', () => {
    const shown = html('| a | b |\n|---|---|\n| 1 | 2 |\n\n```python\ndef f(): return 1\n```\n\nLet $x^2$ be.')
    expect(shown.querySelectorAll('td')).toHaveLength(2)
    expect(shown.querySelector('.hljs-keyword')).toHaveTextContent('def')
    expect(shown.querySelector('.katex')).not.toBeNull()
  })

  test('what scrolls can be reached by keyboard, what stands in a line is not a stop', () => {
    expect(html('\\[ \\int_0^1 x\\,dx \\]').querySelector('.katex-display')).toHaveAttribute('tabindex', '0')
    expect(html('Let $x^2$ be.').querySelectorAll('[tabindex]')).toHaveLength(0)
  })

  test.each([
    ['from $5 to $10 a day', 0], ['$5-$10', 0], ['US$ 3 and US$ 4', 0], ['costs $5, or $6 with tax', 0],
    ['$x$ and $y$', 2], ['\\(a+b\\) holds', 1], ['so $2x = 4$ and $x = 2$', 2], ['\\[ \\int_0^1 x\\,dx \\]', 1], ['`$x$` is code', 0],
  ])('%s has %i formulas', (text, formulas) => {
    expect(html(text).querySelectorAll('.katex')).toHaveLength(formulas)
  })

  test('money keeps its sign', () => {
    expect(html('from $5 to $10 a day')).toHaveTextContent('from $5 to $10 a day')
  })

  test('preparing a text never changes its length', () => {
    for (const text of ['\\(a\\) $5 $x$ $$y$$', '```\n$1 \\(\n```', 'a $ b', '$$\n\\frac12\n$$']) expect(masked(text)).toHaveLength(text.length)
    expect(unmasked(masked('from $5'))).toBe('from $5')
  })
})

describe('where a text stands in its source', () => {
  const source = '# Dose\n\nGive **240 mg** \\(not\\) more; see `dose()`.\n\n> Wait\n> four hours.\n\n```python\nx = 1  # one\n```\n\n1\\. done & dusted'

  test('every shown piece is found at the place it names', () => {
    const { container } = show(<Markdown text={source} mapped />)
    const pieces = [...container.querySelectorAll<HTMLElement>('[data-at]')].filter((piece) => piece.textContent!.trim())
    expect(pieces.length).toBeGreaterThan(8)
    for (const piece of pieces) {
      const at = Number(piece.dataset['at'])
      expect(source.slice(at, at + piece.textContent!.trimEnd().length)).toBe(piece.textContent!.trimEnd())
    }
  })

  test('a mark covers exactly its passage, across bold and plain', () => {
    const start = source.indexOf('Give')
    const { container } = show(<Markdown text={source} marks={[{ start, end: source.indexOf(' \\(not'), className: 'mark-span' }]} />)
    expect([...container.querySelectorAll('mark')].map((mark) => mark.textContent).join('')).toBe('Give 240 mg')
  })

  test('overlapping marks say so', () => {
    const { container } = show(<Markdown text="one two three" marks={[{ start: 0, end: 7, className: 'a' }, { start: 4, end: 13, className: 'b' }]} />)
    expect([...container.querySelectorAll('mark')].map((mark) => [mark.textContent, mark.classList.contains('mark-overlap')])).toEqual([['one ', false], ['two', true], [' three', false]])
  })
})

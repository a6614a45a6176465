import { t } from '~/lib/i18n'
import { memo, useContext, useMemo } from 'react'
import ReactMarkdown, { defaultUrlTransform, type Components, type Options } from 'react-markdown'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import { displayMath } from './displayMath'
import { useEnrichments } from './enrichments'
import { pictureAddress, PicturesContext } from './pictures'
import classes from './Markdown.module.css'
import { placed, type Mark } from './positions'
import { masked } from './source'

const schema: typeof defaultSchema = {
  ...defaultSchema,
  attributes: { ...defaultSchema.attributes, code: [['className', /^language-./, 'math-inline', 'math-display']] },
  protocols: { ...defaultSchema.protocols, src: [...(defaultSchema.protocols?.src ?? []), 'image'] },
}

const none: Mark[] = []

/** An address that stays inside: remote pictures would tell others who reads what. */
function isLocal(address: string | undefined): boolean {
  return address !== undefined && (/^\/(?!\/)/.test(address) || /^data:image\/(png|jpeg|gif|webp);/.test(address))
}

/** The names of the item's own pictures pass; every other address is cleaned as usual. */
function kept(address: string, attribute: string): string {
  return attribute === 'src' && /^image:[0-9a-f-]{36}$/.test(address) ? address : defaultUrlTransform(address)
}

/** A picture of the item, by the one way this reader may see it; all others are named instead of fetched. */
function Picture({ src, alt }: { src: string | undefined; alt: string | undefined }) {
  const own = pictureAddress(useContext(PicturesContext), src)
  if (own !== null) return <img src={own} alt={alt ?? ''} loading="lazy" />
  return isLocal(src) ? <img src={src} alt={alt ?? ''} loading="lazy" /> : <span className={classes.absent}>[{t('picture')}: {alt || src}]</span>
}

const shared: Components = {
  a: ({ node: _, ...rest }) => <a {...rest} target="_blank" rel="noopener noreferrer nofollow" />,
  img: ({ node: _, src, alt }) => <Picture src={src} alt={alt} />,
  table: ({ node: _, ...rest }) => <div className={classes.wide} tabIndex={0} role="region" aria-label={t('Table')}><table {...rest} /></div>,
  th: ({ node: _, children, ...rest }) => (children === undefined || children === null || children === '' ? <td {...rest} /> : <th {...rest}>{children}</th>),
  pre: ({ node: _, ...rest }) => <pre {...rest} tabIndex={0} />,
  // A formula wider than its column scrolls, so the keyboard must reach it.
  span: ({ node: _, className, ...rest }) => (className?.split(' ').includes('katex-display')
    ? <span className={className} {...rest} tabIndex={0} role="group" aria-label={t('Formula')} /> : <span className={className} {...rest} />),
  input: ({ node: _, ...rest }) => <input {...rest} aria-label={rest.checked ? t('done') : t('not done')} />,
}

/** Headings of a text that is quoted in a page stand below the page's own. */
const quoted: Components = { ...shared, h1: 'h3', h2: 'h4', h3: 'h5', h4: 'h6', h5: 'h6' }

type Props = {
  text: string
  marks?: Mark[]
  /** Whether shown text knows its place in the source, for selecting passages. */
  mapped?: boolean
  /** The text is the page's own prose (a guideline), so its headings keep their rank below the page title. */
  prose?: boolean
}

/** Markdown as assistants write it: tables, code, formulas; whatever could run or phone home is left out. */
export const Markdown = memo(function Markdown({ text, marks = none, mapped = false, prose = false }: Props) {
  const source = useMemo(() => masked(text), [text])
  const { math, code } = useEnrichments(text)
  const rehype: Options['rehypePlugins'] = useMemo(() => [
    [rehypeSanitize, schema],
    displayMath,
    ...math,
    ...code,
    [placed, { source: text, marks, mapped }],
  ], [text, marks, mapped, math, code])
  return (
    <div className={classes.body} data-markdown>
      <ReactMarkdown remarkPlugins={[remarkGfm, remarkMath]} rehypePlugins={rehype}
        urlTransform={kept} remarkRehypeOptions={{ clobberPrefix: 'text-' }} components={prose ? headed : quoted}>{source}</ReactMarkdown>
    </div>
  )
})

const anchored = (Tag: 'h2' | 'h3' | 'h4' | 'h5') => function Heading({ children }: { children?: React.ReactNode }) {
  return <Tag id={anchorOf(plain(children))} tabIndex={-1}>{children}</Tag>
}

const headed: Components = { ...shared, h1: anchored('h2'), h2: anchored('h3'), h3: anchored('h4'), h4: anchored('h5') }

function plain(node: React.ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node)
  if (Array.isArray(node)) return node.map(plain).join('')
  if (node && typeof node === 'object' && 'props' in node) return plain((node.props as { children?: React.ReactNode }).children)
  return ''
}

/** The address of a heading inside its page. */
export function anchorOf(heading: string): string {
  return `s-${heading.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')}`
}

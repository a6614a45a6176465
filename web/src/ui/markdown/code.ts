import type { Options } from 'react-markdown'
import rehypeHighlight from 'rehype-highlight'

export const plugins: NonNullable<Options['rehypePlugins']> = [[rehypeHighlight, { detect: false }]]

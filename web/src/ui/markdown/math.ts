import 'katex/dist/katex.min.css'
import type { Options } from 'react-markdown'
import rehypeKatex from 'rehype-katex'

export const plugins: NonNullable<Options['rehypePlugins']> = [[rehypeKatex, { output: 'htmlAndMathml', trust: false, strict: 'ignore' }]]

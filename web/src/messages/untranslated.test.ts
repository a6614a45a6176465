import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'rolldown/parseAst'
import { expect, test } from 'vitest'

/** Rooms a trainer enters; managers' and leads' own pages speak English only. */
const rooms = ['ui/criteria', 'ui/item', 'ui/markdown', 'features/workbench', 'features/record', 'features/earnings', 'features/account', 'features/projects']
const pages = [
  'ui/TextComparison.tsx', 'ui/RubricComparison.tsx', 'ui/words.ts', 'app/Shell.tsx', 'features/entrance/SignInPage.tsx', 'features/entrance/InvitationPage.tsx',
  ...['GuidelinePage.tsx', 'ComparePage.tsx', 'AnsweredDoubts.tsx', 'effects.ts'].map((page) => `features/guideline/${page}`),
  ...['CalibrationPage.tsx', 'AssessmentsPage.tsx', 'AttemptPage.tsx', 'Taking.tsx', 'TakingItem.tsx', 'Result.tsx', 'BesideStandard.tsx', 'Difference.tsx', 'RoundSheet.tsx', 'places.tsx', 'words.ts'].map((page) => `features/calibration/${page}`),
]
const root = join(process.cwd(), 'src')
const files = [...rooms.flatMap((room) => readdirSync(join(root, room)).filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.')).map((file) => `${room}/${file}`)), ...pages]

/** Attributes whose text is shown or read out. */
const shown = new Set(['label', 'description', 'title', 'lead', 'aria-label', 'placeholder', 'alt', 'legend', 'action'])
/** The product's own name, keys of the keyboard, and words that are compared and never shown. */
const sameEverywhere = /^(Touchstone|Enter|Esc|Tab)$/
const isProse = (text: string) => /[a-z]{3}/.test(text.replace(/&\w+;/g, '')) && !sameEverywhere.test(text.trim())
/** A sentence or a name of several words; single words in code are keys and colours. */
const isSentence = (text: string) => /^[A-Z][a-z’]+ \S/.test(text) && isProse(text)

type Node = { type?: string; [field: string]: unknown }

/** Texts of a file that a person would read and no message file can give. */
function untranslated(file: string): string[] {
  const found: string[] = []
  const visit = (node: unknown, attribute?: string): void => {
    if (Array.isArray(node)) return node.forEach((one) => visit(one, attribute))
    const at = node as Node | null
    if (!at || typeof at !== 'object' || !at.type) return
    if (at.type === 'CallExpression' && ['t', 'count', 'byCode'].includes((at['callee'] as Node)['name'] as string)) return
    if (at.type === 'ImportDeclaration' || at.type === 'BinaryExpression' || at.type === 'TSLiteralType') return
    if (at.type === 'JSXText' && isProse(at['value'] as string)) found.push((at['value'] as string).trim())
    const text = at.type === 'Literal' ? at['value'] : at.type === 'TemplateLiteral' ? (at['quasis'] as { value: { cooked: string } }[]).map((part) => part.value.cooked).join('…') : null
    if (typeof text === 'string' && (isSentence(text) || (attribute !== undefined && shown.has(attribute) && isProse(text) && /^[A-Z]/.test(text)))) found.push(text)
    const name = at.type === 'JSXAttribute' ? ((at['name'] as Node)['name'] as string) : at.type === 'JSXElement' ? undefined : attribute
    for (const [field, value] of Object.entries(at)) if (field !== 'type' && field !== 'name') visit(value, name)
  }
  visit(parseAst(readFileSync(join(root, file), 'utf8'), { lang: file.endsWith('x') ? 'tsx' : 'ts' }))
  return found.map((text) => `${file}: ${text}`)
}

test.each(files)('%s asks for each of its texts', (file) => {
  expect(untranslated(file)).toEqual([])
})

import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'

const root = join(process.cwd(), 'src')

/** Rooms and parts that only those who run a project or the installation see; they speak English. */
const running = new RegExp([
  'features/(audit|cases|imports|items|operations|overview|people|projectSetup|quality|routing|rubricDesk|snapshots)/',
  'features/calibration/(AddItems|AgreementTab|AskedAssessments|AttemptsTab|Confusions|DecideForm|EndingForm|Harvest|MarkForm|NewAssessmentDialog|NewRoundDialog|Participants|RoundPage|SetTab|SheetEditor|SheetForm|StandardEditor|starters)\\.',
  'features/(entrance/SetupPage|guideline/(RecheckSection|AnsweredDoubts)|home/StaffRow)\\.',
  'ui/(OnceShown|causes|figures/\\w+|judged/(ConsensusWords|DecisionRecord|Distribution|GiveBack|PartsAgreed|SideBySide))\\.', 'lib/upload\\.',
].map((place) => `^${place}`).join('|'))

/** Names that are the same in every language: of the product, of languages, of keys, of errors, of a header. */
const names = /^(Touchstone|English|Deutsch|Enter|Esc|Escape|Tab|Ctrl|Alt|Backspace|PgDn|(Arrow|Page)(Up|Down)|Problem|Unreachable|Accept|&nbsp;|textarea, select, input.*|\{n, plural, one \{#)$/

type Node = { type: string; [part: string]: unknown }
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

/** What a person could read: a word that begins like a sentence, or two words in a row. */
const reads = (text: string) => /[A-Za-z’]{2,}[,.;:]? [A-Za-z]{2,}/.test(text) || /^\s*[A-Z][a-z]{2,}/.test(text)
const visible = /^(title|label|lead|placeholder|description|alt|action|aria-label|aria-roledescription|aria-description)$/

function untranslated(file: string, source: string): string[] {
  const found: string[] = []
  const note = (text: string, node: Node) => names.test(text.trim()) || found.push(`${file}:${source.slice(0, node['start'] as number).split('\n').length}: ${text.trim()}`)
  const walk = (node: Node) => {
    switch (node.type) {
      case 'ImportDeclaration': case 'TSTypeAliasDeclaration': case 'TSInterfaceDeclaration': case 'TSTypeAnnotation': case 'TSTypeParameterInstantiation':
        return
      case 'CallExpression': {
        const called = (node['callee'] as Node)['name']
        if (called === 't') return
        break
      }
      case 'JSXText':
        if (/[A-Za-z]{2,}/.test(node['value'] as string)) note(node['value'] as string, node)
        return
      case 'JSXAttribute': {
        const name = (node['name'] as Node)['name'] as string
        if (isNode(node['value']) && (node['value'].type !== 'Literal' || visible.test(name))) walk(node['value'])
        return
      }
      case 'Literal':
        if (typeof node['value'] === 'string' && reads(node['value'])) note(node['value'], node)
        return
      case 'TemplateElement':
        if (reads((node['value'] as { cooked: string }).cooked)) note((node['value'] as { cooked: string }).cooked, node)
        return
    }
    for (const [part, value] of Object.entries(node)) {
      if (part === 'key' && node.type === 'Property') continue
      for (const one of Array.isArray(value) ? value : [value]) if (isNode(one)) walk(one)
    }
  }
  walk(parseSync(file, source, { lang: 'tsx' }).program as unknown as Node)
  return found
}

test('whatever a trainer can see is asked for in their language', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => file.split(sep).join('/'))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !/^(test|messages|api|app\/(routes|theme))\b/.test(file) && !running.test(file))
  expect(files).toContain('features/workbench/Task.tsx')
  expect(files.flatMap((file) => untranslated(file, readFileSync(join(root, file), 'utf8')))).toEqual([])
})

test('the search itself finds a text between tags, in a label and in a condition', () => {
  const page = `const page = <p title={t('Asked')} aria-label="Not asked for" className="tabular">Left behind {late ? 'Too late' : t('In time')} {\`You have \${n}\`}</p>`
  expect(untranslated('page.tsx', page)).toEqual(['page.tsx:1: Not asked for', 'page.tsx:1: Left behind', 'page.tsx:1: Too late', 'page.tsx:1: You have'])
})

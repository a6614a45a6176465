import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const library = join(process.cwd(), 'node_modules', '@mantine', 'core')
const root = join(process.cwd(), 'src')
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.startsWith('test'))
const read = (file: string) => readFileSync(file, 'utf8')

/** The library's modules behind the names that pages import, each with all it imports itself. */
function modulesInUse(): Set<string> {
  const places = new Map([...read(join(library, 'esm', 'index.mjs')).matchAll(/import \{([^}]*)\} from "([^"]+)"/g)]
    .flatMap(([, names, file]) => names!.split(',').map((name) => [name.trim().split(' as ').pop()!, join(library, 'esm', file!)] as const)))
  const names = sources.flatMap((file) => [...read(join(root, file)).matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)])
    .flatMap((match) => match[1]!.split(',').map((name) => name.trim()).filter((name) => name !== '' && !name.startsWith('type ')))
  const found = new Set<string>()
  // Notifications are a package of their own, drawn with this one's Notification.
  const waiting = [...names, 'Notification'].map((name) => places.get(name.split(' as ')[0]!)).filter((file) => file !== undefined)
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file) || !existsSync(file)) continue
    found.add(file)
    const here = dirname(file)
    waiting.push(...[...read(file).matchAll(/from "(\.[^"]+)"/g)].map((match) => join(here, match[1]!)))
  }
  return found
}

test('the styles of every component in use are there, in the order of the library, and no others', () => {
  const whole = read(join(library, 'styles.css'))
  const used = [...modulesInUse()].filter((file) => file.endsWith('.module.mjs')).map((file) => basename(file, '.module.mjs'))
  const wanted = ['baseline', 'default-css-variables', 'global', ...used]
    .map((name) => ({ name, place: whole.indexOf(read(join(library, 'styles', `${name}.css`)).trim()) }))
  expect(wanted.filter(({ place }) => place < 0)).toEqual([])

  const imported = [...read(join(root, 'app', 'mantine.css')).matchAll(/core\/styles\/([\w-]+)\.css/g)].map((match) => match[1]!)
  expect(imported).toEqual(wanted.sort((a, b) => a.place - b.place).map(({ name }) => name))
  expect(imported).toContain('Notification')
})

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { expect, test } from 'vitest'

const root = join(process.cwd(), 'src')
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.startsWith('test'))

/** Imports run down only: app, features, ui, api, lib. */
const floors = ['app', 'features', 'ui', 'api', 'lib']

function imports(file: string): string[] {
  return [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]!)
    .flatMap((target) => (target.startsWith('~/') ? [target.slice(2)] : target.startsWith('.') ? [relative(root, join(root, dirname(file), target)).split(sep).join('/')] : []))
}

test('no floor imports from a floor above it', () => {
  const upward = sources.flatMap((file) => imports(file).filter((target) => {
    const [from, to] = [floors.indexOf(file.split(sep)[0]!), floors.indexOf(target.split('/')[0]!)]
    return from >= 0 && to >= 0 && to < from
  }).map((target) => `${file} → ${target}`))
  expect(upward).toEqual([])
})

test('a feature never imports a feature', () => {
  const sideways = sources.filter((file) => file.startsWith('features')).flatMap((file) => imports(file)
    .filter((target) => target.startsWith('features/') && target.split('/')[1] !== file.split(sep)[1]).map((target) => `${file} → ${target}`))
  expect(sideways).toEqual([])
})

test('nothing of the development backend reaches the app', () => {
  expect(sources.flatMap((file) => imports(file).filter((target) => target.includes('dev/')))).toEqual([])
})

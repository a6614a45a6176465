import { expect, test } from 'vitest'
import { actions, clash, digitOf, keyMap, pressed, storeKeys } from './keys'

const stroke = (key: string, more: Partial<{ code: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean }> = {}) => ({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, ...more })

test('no two actions share a key, and none takes a key that chooses answers', () => {
  const keys = Object.values(actions).map((action) => action.key)
  expect(new Set(keys).size).toBe(keys.length)
  for (const key of keys) expect(key).not.toMatch(/^[a-d0-9=]$/)
})

test('an action can be given another key, but not one in use', () => {
  const map = keyMap({ single: true, changed: { skip: 'z' } })
  expect(map.skip).toBe('z')
  expect(clash('flag', 'z', map)).toBe('“z” is already the key for “Skip with a reason”.')
  expect(clash('flag', 'b', map)).toBe('“b” already chooses answers.')
  expect(clash('flag', 'r', map)).toBeNull()
})

test.each(['mod+w', 'mod+t', 'mod+f', 'mod+1', 'alt+arrowleft', 'alt+d', 'f5', 'mod+alt+q'])('%s stays with the browser', (key) => {
  expect(clash('flag', key, keyMap())).toContain('belongs to the browser')
})

test('none of the first keys belongs to the browser', () => {
  const map = keyMap({ single: true, changed: {} })
  for (const action of Object.keys(actions) as (keyof typeof actions)[]) expect(clash(action, map[action], map)).toBeNull()
})

test('changed keys are remembered', () => {
  storeKeys({ single: false, changed: { flag: 'r' } })
  expect(keyMap().flag).toBe('r')
})

test('digits count on layouts that need shift for them', () => {
  expect(digitOf(stroke('&', { code: 'Digit1' }))).toBe(1)
  expect(digitOf(stroke('3'))).toBe(3)
  expect(digitOf(stroke('1', { ctrlKey: true }))).toBeNull()
  expect(pressed(stroke('Enter', { metaKey: true }))).toBe('mod+enter')
})

test('keys act by their place where the layout has no Latin letters, and by their letter where it has', () => {
  expect(pressed(stroke('ы', { code: 'KeyS' }))).toBe('s')
  expect(pressed(stroke('Σ', { code: 'KeyS' }))).toBe('s')
  expect(pressed(stroke('ש', { code: 'KeyA' }))).toBe('a')
  expect(pressed(stroke('a', { code: 'KeyQ' })), 'on AZERTY the letter counts').toBe('a')
  expect(pressed(stroke('é', { code: 'Digit2' }))).toBe('é')
})

test('submitting has a key of its own choice too, and it stays out of the way of typing', () => {
  expect(clash('submit', 'mod+shift', keyMap())).toBeNull()
  const map = keyMap({ single: true, changed: { submit: 'mod+;' } })
  expect(map.submit).toBe('mod+;')
  expect(clash('submit', 'mod+s', map)).toContain('belongs to the browser')
  expect(clash('submit', 's', map)).toContain('is already the key for')
})

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isInstalled } from './install.mjs'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'install-'))
})
afterEach(() => rmSync(root, { recursive: true }))

function project(placed: object | null) {
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b-win32': { version: '1.0.0', optional: true },
  }
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: wanted }))
  if (!placed) return
  mkdirSync(join(root, 'node_modules'))
  writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: placed }))
}

it.each([
  ['nothing is there yet', null, false],
  [
    'npm has placed what the lock names, but for other platforms',
    { 'node_modules/a': { version: '1.0.0' } },
    true,
  ],
  ['the lock has moved on to another version', { 'node_modules/a': { version: '0.9.0' } }, false],
  ['the lock names a package that is new', {}, false],
])('when %s, installed is %s', (_, placed, installed) => {
  project(placed)
  expect(isInstalled(root)).toBe(installed)
})

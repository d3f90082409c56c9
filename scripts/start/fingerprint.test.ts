import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { fingerprint, hasFingerprint, recordFingerprint } from './fingerprint.mjs'

const root = mkdtempSync(join(tmpdir(), 'fingerprint-'))
afterAll(() => rmSync(root, { recursive: true }))

beforeEach(() => {
  rmSync(join(root, 'lib'), { recursive: true, force: true })
  mkdirSync(join(root, 'lib/lead'), { recursive: true })
  writeFileSync(join(root, 'lib/a.ts'), 'a')
  writeFileSync(join(root, 'lib/lead/b.ts'), 'b')
})

const take = () => fingerprint(root, ['lib', 'next.config.ts'], (name) => !name.endsWith('.test.ts'))

it('stays the same while nothing changes, so that a second start builds nothing', () => {
  const before = take()
  writeFileSync(join(root, 'lib/a.ts'), 'a')
  writeFileSync(join(root, 'lib/a.test.ts'), 'a test is not served')
  expect(take()).toBe(before)
})

it.each([
  ['a changed file', () => writeFileSync(join(root, 'lib/lead/b.ts'), 'c')],
  ['a new file', () => writeFileSync(join(root, 'lib/c.ts'), '')],
  ['a removed file', () => rmSync(join(root, 'lib/a.ts'))],
  ['a renamed file', () => renameSync(join(root, 'lib/a.ts'), join(root, 'lib/z.ts'))],
  ['text moved from one file to the next', () => writeFileSync(join(root, 'lib/a.ts'), 'ab')],
])('differs after %s, because what was built from it is stale', (_, change) => {
  const before = take()
  change()
  expect(take()).not.toBe(before)
})

it('is absent where it was never recorded, and then something has to be built', () => {
  const record = join(root, 'built/sources')
  expect(hasFingerprint(record, take())).toBe(false)
  recordFingerprint(record, take())
  expect(hasFingerprint(record, take())).toBe(true)
})

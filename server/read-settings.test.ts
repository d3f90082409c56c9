import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { readSettings } from './read-settings'
import { StartError } from './start-error'

const before = { ...process.env }
let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lead-api-settings-'))
})
afterEach(() => {
  rmSync(root, { recursive: true })
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
  globalThis.leadApiSetOutside = undefined
})

const write = (name: string, text = 'VITEC_MAX_PER_SECOND=3\n') => writeFileSync(join(root, name), text)

/** What Next reads of the folder's files, in a process of its own that has the environment of this one. */
function readByNext(mode: 'development' | 'production') {
  const program = `
    const next = require.resolve('next/package.json')
    const { loadEnvConfig } = require(require.resolve('@next/env', { paths: [next] }))
    const { loadedEnvFiles } = loadEnvConfig(${JSON.stringify(root)}, ${mode === 'development'})
    const names = loadedEnvFiles.map(({ path }) => path)
    console.log(JSON.stringify({ names, perSecond: process.env.VITEC_MAX_PER_SECOND ?? null }))`
  const env = { ...process.env, NODE_ENV: mode }
  const printed = execFileSync(process.execPath, ['-e', program], { env, encoding: 'utf8' })
  return z.object({ names: z.array(z.string()), perSecond: z.string().nullable() }).parse(JSON.parse(printed))
}

it('takes what `.env` says, unless the environment says otherwise', () => {
  write('.env', 'VITEC_MAX_PER_SECOND=3\nVITEC_MAX_CONCURRENT=4\n')
  process.env.VITEC_MAX_CONCURRENT = '2'
  expect(readSettings(root)).toMatchObject({ VITEC_MAX_PER_SECOND: 3, VITEC_MAX_CONCURRENT: 2 })
})

it('refuses every other file that Next would read, because the application would obey what was never checked', () => {
  const names = ['.env.local', '.env.production', '.env.production.local', '.env.development']
  for (const name of [...names, '.env.development.local', '.env.test', '.env.old', '.env.example'])
    write(name)
  const found = new Set([...readByNext('production').names, ...readByNext('development').names])
  expect([...found]).toEqual(expect.arrayContaining(names))
  for (const name of found) {
    const alone = mkdtempSync(join(root, 'alone-'))
    writeFileSync(join(alone, name), '')
    expect(() => readSettings(alone)).toThrow(StartError)
    expect(() => readSettings(alone)).toThrow(`${name} is not read. Move what it says into .env`)
  }
})

it('does not mind files that nobody reads: examples, and what an editor or an operator put aside', () => {
  for (const name of ['.env.example', '.env.old', '.env.test']) write(name)
  expect(readSettings(root)).toMatchObject({ VITEC_MAX_PER_SECOND: 10 })
})

it('leaves Next nothing to read in `.env` that Node did not see there: the two do not take the same lines', () => {
  write('.env', 'VITEC_MAX_PER_SECOND: 3\n')
  expect(readByNext('production').perSecond).toBe('3')
  expect(readSettings(root)).toMatchObject({ VITEC_MAX_PER_SECOND: 10 })
  expect(readByNext('production').perSecond).toBeNull()
  expect(readByNext('development').perSecond).toBeNull()
})

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { compileFront } from './compile-front.mjs'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'front-'))
  write('tsconfig.json', '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }')
  write('lib/words.ts', "export const word: string = 'first'")
  write('server/door.ts', "export { word } from '@/lib/words'")
  write('server/front-door.ts', "export { word } from './door'")
})
afterEach(() => rmSync(root, { recursive: true }))

function write(path: string, text: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
const compiled = () => readdirSync(join(root, 'node_modules/.cache/lead-api'))

it('reads what is imported as everywhere else, by its short name and without an ending', async () => {
  expect(await compileFront(root)).toMatchObject({ word: 'first' })
})

it('is made anew from what has changed, and nothing is kept of the one before', async () => {
  await compileFront(root)
  write('lib/words.ts', "export const word: string = 'second'")
  expect(await compileFront(root)).toMatchObject({ word: 'second' })
  expect(compiled()).toHaveLength(1)
})

it('names the file and leaves nothing where it cannot be made', async () => {
  write('server/door.ts', 'export const = 1')
  await expect(compileFront(root)).rejects.toThrow(/^server\/ cannot be compiled: .*\nserver\/door\.ts:1:13/)
  expect(compiled()).toEqual([])
})

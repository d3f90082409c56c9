import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { importersOf } from './importers.mjs'
import { productFiles } from './product-code.mjs'
import { shapeOf } from './shape-of.mjs'

const root = mkdtempSync(join(tmpdir(), 'shape-'))
afterAll(() => rmSync(root, { recursive: true }))

/** Each file's lines and, if it is longer than what it says, its length. */
const tree: Record<string, [text: string[], length?: number]> = {
  // Without baseUrl the paths would be sought from where the tests run.
  'tsconfig.json': [['{ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["./*"] } } }']],
  // Next's names and exports, short as it wants them.
  'app/page.tsx': [["import '@/components/form'", "import '@/lib/twice'", 'export const dynamic = 1']],
  'app/(staff)/[id]/page.tsx': [
    ["import '@/lib/twice'", "import '@/lib/lead/lead'", 'export const dynamic = 1'],
  ],
  'app/page-reader.ts': [['const hidden = 1', 'export default hidden']],
  'components/form.tsx': [
    [
      "import type { Typed } from '@/lib/typed'",
      'export function Shared() {}',
      'export const { a, b: [bound] } = x',
    ],
    19,
  ],
  'components/lead.tsx': [
    [
      "import { bound } from './form'",
      "export { Shared } from './form'",
      "export type { Typed } from './page'",
      "const late = import('./page')",
    ],
    200,
  ],
  'components/page.ts': [['type Typed = 1', 'export { type Typed, late as bound }'], 20],
  'lib/twice.ts': [['export const of = 1', 'export type of = 1'], 30],
  'lib/typed.ts': [['export interface Typed {}', "export type Far = import('./lead/lead').Lead"], 40],
  'lib/lead/lead.ts': [['export class Shared {}', 'export enum hidden {}', "export * from '../twice'"], 201],
  'lib/page.ts': [['export const dynamic = 1'], 50],
  // None of these is product, however it is named, and whatever it imports.
  'lib/lead/lead.test.ts': [["import '../page'", 'export const of = 1']],
  'lib/testing/lead.ts': [["import '../page'", 'export const of = 1']],
  'lib/conformance/lead.ts': [['export const of = 1']],
  'lib/db/simulation/lead.ts': [['export const of = 1'], 900],
  'lib/db/generated/lead.ts': [['export const of = 1'], 900],
  'lib/lead.d.ts': [['export const of: 1'], 900],
  'lib/lead.css': [['a {}'], 900],
  'server/gate.test.ts': [['export const of = 1'], 900],
}

for (const [path, [text, length = text.length]] of Object.entries(tree)) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), `${text.join('\n')}${'\n'.repeat(length - text.length + 1)}`)
}
const shape = await shapeOf(root, [])

it('counts what is served and nothing else, so that tests and generated code can be as long as they need to be', () => {
  expect(shape.files).toBe(10)
  expect(shape.overTwoHundred).toEqual([{ path: 'lib/lead/lead.ts', lines: 201 }])
})

it('takes the lines of the file in the middle, and of the one that nine in ten are not longer than', () => {
  // 2, 3, 3, 19, 20, 30, 40, 50, 200, 201
  expect(shape).toMatchObject({ medianLines: 20, p90Lines: 200 })
})

it('lets files in app be short, because Next wants one for every address', () => {
  expect(shape).toMatchObject({ underTwenty: 1, outsideApp: 7 })
})

it('counts an import of a type and one passed on as imports, a test as no importer, and nothing of what is loaded on use', async () => {
  const paths = productFiles(root).map(({ path }) => path)
  const importers = [...(await importersOf(root, paths))].filter(([, some]) => some.length > 0)
  expect(Object.fromEntries(importers)).toEqual({
    'components/form.tsx': ['app/page.tsx', 'components/lead.tsx'],
    'lib/lead/lead.ts': ['app/(staff)/[id]/page.tsx', 'lib/typed.ts'],
    'lib/twice.ts': ['app/(staff)/[id]/page.tsx', 'app/page.tsx', 'lib/lead/lead.ts'],
    'lib/typed.ts': ['components/form.tsx'],
  })
  expect(shape.oneImporter).toBe(1)
})

it('finds file names that are there twice, but for those that Next gave', () => {
  expect(shape.sameFileNames).toEqual([
    { name: 'lead', paths: ['components/lead.tsx', 'lib/lead/lead.ts'] },
    { name: 'page', paths: ['components/page.ts', 'lib/page.ts'] },
  ])
})

it('finds exported names that two modules declare; one that passes it on, and a type of its value’s name, are no second', () => {
  expect(shape.sameExportedNames).toEqual([
    { name: 'Shared', paths: ['components/form.tsx', 'lib/lead/lead.ts'] },
    { name: 'Typed', paths: ['components/page.ts', 'lib/typed.ts'] },
    { name: 'bound', paths: ['components/form.tsx', 'components/page.ts'] },
  ])
})

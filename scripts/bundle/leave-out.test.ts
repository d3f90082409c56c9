import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import leaveOut from './leave-out.mjs'

const read = (path: string) => readFileSync(`node_modules/${path}`, 'utf8')

it.each([
  'react-aria/dist/private/menu/intlStrings.mjs',
  'react-aria-components/dist/private/intlStrings.mjs',
])('leaves Swedish and English in %s, because pages are in no other language', (path) => {
  const left = leaveOut(read(path))
  expect([...left.matchAll(/"([a-z]{2}-[A-Z]{2})":/g)].map(([, language]) => language)).toEqual([
    'en-US',
    'sv-SE',
  ])
  expect(left.match(/^import /gm)).toHaveLength(2)
})

it('takes out of zod what writes JSON Schema, which only the server does, and formats that nothing asks for', () => {
  const left = leaveOut(read('zod/v4/classic/schemas.js'))
  expect(left).not.toContain('json-schema')
  expect(left).not.toContain('this.check(core._email(')
  expect(left).toContain('export function object(')
})

it('is needed by no schema: a format of a text (`z.string().email()`) is not there in a browser', () => {
  const files = ['app', 'components', 'lib'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !file.includes('generated'))
      .map((file) => `${folder}/${file}`),
  )
  const formats =
    /\.string\([^()]*\)(?:\s*\.\w+\([^()]*\))*\s*\.(?:email|url|jwt|emoji|[gu]uid\w*|nanoid|cuid2?|ulid|xid|ksuid|base64\w*|ipv\d|cidrv\d|e164|datetime|date|time|duration)\(/
  expect(files.filter((file) => formats.test(readFileSync(file, 'utf8')))).toEqual([])
})

it.each([
  ['zod/v4/core/schemas.js', '$ZodTuple', '$ZodObject'],
  ['zod/v4/core/checks.js', '$ZodCheckMultipleOf', '$ZodCheckRegex'],
])('takes out of %s what would stay although nothing names it', (path, gone, stays) => {
  const left = leaveOut(read(path))
  expect(left).toContain(`export const ${gone} = undefined`)
  expect(left).toContain(`export const ${stays} = /*@__PURE__*/`)
})

it("takes the form library's own rules for fields out, because each form of ours is checked by a schema", () => {
  expect(leaveOut(read('react-hook-form/dist/index.esm.mjs'))).toContain(
    'var validateField = async () => ({});',
  )
  const makers = readdirSync('components', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(`components/${file}`, 'utf8'))
    .filter((text) => /\buseForm</.test(text))
  expect(makers.length).toBeGreaterThan(0)
  for (const text of makers) expect(text).toContain('resolver:')
})

it('takes the numbering plans out of what a browser is sent of phone numbers at first', () => {
  const left = leaveOut(readFileSync('lib/validation/phone-field.ts', 'utf8'))
  expect(left).not.toMatch(/^import \{[^}]*\} from 'libphonenumber-js'/m)
  expect(left).toContain("import('libphonenumber-js')")
})

it('stops a build where a package came in another shape: it would be heavier, and nobody would know', () => {
  expect(() => leaveOut('export default {}')).toThrow()
})

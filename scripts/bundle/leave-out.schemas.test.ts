import { readdirSync, readFileSync } from 'node:fs'
import { build } from 'esbuild'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import type { z } from 'zod'
import { leadRequestSchema } from '@/lib/leads/wire-lead'
import { exampleRequest } from '@/lib/openapi/lead-examples'
import { wrongFields } from '@/lib/validation/field-error'
import leaveOut from './leave-out.mjs'

type Module = Record<string, unknown>
type Both = { name: string; whole: z.ZodType; lessened: z.ZodType }

/** What pages take of `lib`, but for what they take as types. */
const modules = [
  ...new Set(
    readdirSync('components', { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
      .flatMap((file) => [
        ...readFileSync(`components/${file}`, 'utf8').matchAll(
          /^(?:import (?!type )[^;']*?|\} )from '@\/(lib\/[^']+)'/gm,
        ),
      ])
      .map(([, path = '']) => path),
  ),
].toSorted()

const schemas: Both[] = []
let lessenedRequest: typeof leadRequestSchema

beforeAll(async () => {
  const bundled = await build({
    stdin: {
      contents: modules.map((path, index) => `export * as m${index} from '@/${path}'`).join('\n'),
      resolveDir: process.cwd(),
    },
    ...{ bundle: true, write: false, format: 'esm', platform: 'browser', logLevel: 'silent' },
    plugins: [
      {
        name: 'leave-out',
        setup: ({ onLoad }) =>
          onLoad(
            { filter: /node_modules\/zod\/v4\/(?:(?:classic|core)\/schemas|core\/checks)\.js$/ },
            ({ path }) => ({
              contents: leaveOut(readFileSync(path, 'utf8')),
            }),
          ),
      },
    ],
  })
  const code = bundled.outputFiles[0]?.text ?? ''
  const lessened: Record<string, Module> = await import(
    /* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
  )
  for (const [index, path] of modules.entries()) {
    const whole: Module = await import(/* @vite-ignore */ `@/${path}`)
    const inBrowser = lessened[`m${index}`] ?? {}
    for (const [name, schema] of Object.entries(whole))
      if (isSchema(schema) && isSchema(inBrowser[name]))
        schemas.push({ name: `${path} ${name}`, whole: schema, lessened: inBrowser[name] })
    if (path === 'lib/leads/wire-lead')
      lessenedRequest = inBrowser.leadRequestSchema as typeof leadRequestSchema
  }
})

const isSchema = (value: unknown): value is z.ZodType =>
  typeof value === 'object' && value !== null && '_zod' in value

const saysOf = (schema: z.ZodType, value: unknown) => {
  const { success, data, error } = schema.safeParse(value)
  return success ? data : wrongFields(error)
}

/** Values in the places of an object's fields, where the schema is of one. */
const inFields = (schema: z.ZodType, values: unknown[]) =>
  'shape' in schema && typeof schema.shape === 'object'
    ? Object.fromEntries(Object.keys(schema.shape ?? {}).map((key, at) => [key, values[at % values.length]]))
    : values[0]

it('leaves each schema of a page what it needs, and what it says of any value', () => {
  expect(schemas.length).toBeGreaterThan(40)
  const values = fc.array(fc.anything({ maxDepth: 2 }), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(values, (some) => {
      for (const { name, whole, lessened } of schemas) {
        const value = inFields(whole, some)
        expect(saysOf(lessened, value), name).toEqual(saysOf(whole, value))
      }
    }),
    { numRuns: 60 },
  )
})

it('leaves the form what it says of a lead, whatever is wrong with it', () => {
  const today = '2026-11-28'
  const odd = fc.oneof(
    fc.anything({ maxDepth: 1 }),
    fc.constantFrom('', '  ', '070-123 45 67', -0, Number.POSITIVE_INFINITY, 72.5),
  )
  const place = fc.constantFrom(
    ...Object.entries(exampleRequest).flatMap(([part, fields]) =>
      Object.keys(fields).map((field) => [part, field] as const),
    ),
  )
  expect(saysOf(lessenedRequest(today), exampleRequest)).toEqual(
    saysOf(leadRequestSchema(today), exampleRequest),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(place, odd), { maxLength: 4 }), (changes) => {
      const lead: Record<string, Record<string, unknown>> = structuredClone(exampleRequest)
      for (const [[part, field], value] of changes) lead[part] = { ...lead[part], [field]: value }
      expect(saysOf(lessenedRequest(today), lead)).toEqual(saysOf(leadRequestSchema(today), lead))
    }),
    { numRuns: 200 },
  )
})

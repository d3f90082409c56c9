import fc from 'fast-check'
import { z } from 'zod'

const texts = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\u202etxt',
  '\ud800',
  'e\u0301',
  '😀',
  'null',
  '0',
  '-1',
  '1e400',
  '../../etc/passwd',
  "' OR 1=1 --",
  '"; DROP TABLE lead; --',
  '<script>alert(1)</script>',
  '=cmd|calc',
  '%00',
  '%s%n',
  '{{7*7}}',
  '__proto__',
  '00000000-0000-0000-0000-000000000000',
  '2026-02-30',
  '19811218-9876',
  '+46701234567'.repeat(9),
  'x'.repeat(10_000),
]
const numbers = [0, -0, -1, 0.1, 1e308, -1e308, 5e-324, 2 ** 31, 2 ** 53, 1e21]

const scalar = fc.oneof(
  fc.constantFrom(...texts),
  fc.constantFrom(...numbers),
  fc.constantFrom(null, true, false),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)
const deep = fc.integer({ min: 1, max: 500 }).map((depth) => {
  let value: unknown = 1
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { a: value }
  return value
})

/** Any value that JSON can say, with more of those that have broken services before. */
export const anyJson: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 1, arbitrary: fc.jsonValue() },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 5 }) },
  { weight: 1, arbitrary: fc.dictionary(fc.constantFrom('__proto__', 'constructor', 'id', 'a'), scalar) },
  { weight: 1, arbitrary: deep },
)

/** As much of JSON Schema as the OpenAPI document uses to describe what it takes. */
export type Schema = {
  type?: string | string[] | undefined
  properties?: Record<string, Schema> | undefined
  enum?: unknown[] | undefined
  examples?: unknown[] | undefined
  pattern?: string | undefined
  format?: string | undefined
  minimum?: number | undefined
  maximum?: number | undefined
}
export const schemaSchema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    properties: z.record(z.string(), schemaSchema).optional(),
    enum: z.array(z.unknown()).optional(),
    examples: z.array(z.unknown()).optional(),
    pattern: z.string().optional(),
    format: z.string().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
  }),
)

const absent = Symbol('absent')

/** What a schema allows, nearly: at times a part is something else, is missing, or has something beside it. */
export function nearly(schema: Schema): fc.Arbitrary<unknown> {
  return schema.properties
    ? nearlyObject(schema.properties)
    : fc.oneof({ weight: 30, arbitrary: allowed(schema) }, other)
}

const other = { weight: 1, arbitrary: anyJson }
const nothing = { weight: 1, arbitrary: fc.constant(absent) }

function nearlyObject(properties: Record<string, Schema>): fc.Arbitrary<unknown> {
  const parts = Object.entries(properties).map(([name, schema]) =>
    fc.oneof({ weight: 30, arbitrary: nearly(schema) }, nothing).map((value) => [name, value] as const),
  )
  const extra = fc.oneof(
    { weight: 8, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(fc.tuple(fc.string({ maxLength: 12 }), anyJson), { maxLength: 3 }) },
  )
  const object = fc
    .tuple(fc.tuple(...parts), extra)
    .map(([given, more]) => Object.fromEntries([...given, ...more].filter(([, value]) => value !== absent)))
  return fc.oneof({ weight: 40, arbitrary: object }, other)
}

function allowed({
  enum: values,
  examples,
  type,
  minimum = 0,
  maximum = 1_000,
}: Schema): fc.Arbitrary<unknown> {
  if (values) return fc.constantFrom(...values)
  if (examples?.length) return fc.constantFrom(...examples)
  const [first] = [type].flat()
  if (first === 'integer') return fc.integer({ min: minimum, max: Math.min(maximum, 2 ** 31 - 1) })
  if (first === 'number') return fc.double({ min: minimum, max: maximum, noNaN: true })
  if (first === 'boolean') return fc.boolean()
  return fc.string({ unit: 'grapheme', maxLength: 20 })
}

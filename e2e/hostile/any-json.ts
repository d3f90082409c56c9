import fc from 'fast-check'

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

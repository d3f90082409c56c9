import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bodyHash } from './idempotency-key'

const hash = (json: string) => Buffer.from(bodyHash(JSON.parse(json))).toString('hex')

it('is the same whatever the order of keys and the white space, at every depth', () => {
  expect(hash('{"a":1,"b":{"c":2,"d":[{"e":1,"f":2}]}}')).toBe(
    hash('{ "b": {"d":[{"f":2,"e":1}],"c":2}, "a": 1 }'),
  )
})

it.each([
  ['{"a":1}', '{"a":"1"}'],
  ['[1,2]', '[2,1]'],
  ['{"a":null}', '{}'],
  ['{"__proto__":1}', '{}'],
  ['{"__proto__":{"x":1}}', '{"__proto__":{"x":2}}'],
])('tells %s from %s', (one, other) => {
  expect(hash(one)).not.toBe(hash(other))
})

it.each([
  ['brackets', `${'['.repeat(32_000)}${']'.repeat(32_000)}`],
  ['objects', `${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}`],
])(
  'is there for a tower of %s too, because who nests deeper than the stack is must not bring down a request',
  (_, tower) => {
    expect(hash(tower)).toMatch(/^[0-9a-f]{64}$/)
    expect(hash(`[${tower}]`)).not.toBe(hash(tower))
  },
)

it('is of plain JSON, so that a key that was used before an upgrade is known after it', () => {
  const sorted = (value: unknown): unknown =>
    typeof value !== 'object' || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
  const plain = (value: unknown) =>
    createHash('sha256')
      .update(JSON.stringify(value, (_, member) => sorted(member)))
      .digest('hex')
  // Keys that are whole numbers stand first in every object of JavaScript's, however they are sorted.
  const json = fc.jsonValue().filter((value) => !/"\d+":/.test(JSON.stringify(value)))
  fc.assert(
    fc.property(json, (value) => {
      // What is parsed has no -0, which JSON cannot tell from 0.
      const text = JSON.stringify(value)
      expect(hash(text)).toBe(plain(JSON.parse(text)))
    }),
  )
})

import { expect, it } from 'vitest'
import { bodyHash } from './body-hash'

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

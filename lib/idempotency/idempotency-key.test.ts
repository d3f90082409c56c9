import { expect, it } from 'vitest'
import { idempotencyKey } from './idempotency-key'

it.each([
  ['8e03978e-40d5-43dd-bc93-6894a57f9324', '8e03978e-40d5-43dd-bc93-6894a57f9324'],
  ['"8e03978e"', '8e03978e'],
  [' a ', 'a'],
  ['"', '"'],
  ['x'.repeat(255), 'x'.repeat(255)],
])('reads %s, quoted or not, because clients do both', (header, key) => {
  expect(idempotencyKey(header)).toBe(key)
})

it('is none where there is no header', () => {
  expect(idempotencyKey(null)).toBeNull()
})

it.each(['', '""', ' ', 'a b', 'å', 'x'.repeat(256), 'a\tb'])(
  'refuses "%s" rather than ignore it, since the caller relies on it',
  (header) => {
    expect(() => idempotencyKey(header)).toThrow('Idempotency-Key')
  },
)

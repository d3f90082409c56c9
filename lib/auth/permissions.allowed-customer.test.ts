import { expect, it } from 'vitest'
import { defaultCustomer, type Identity, mayUseCustomer } from './permissions'

const key = (...customers: string[]): Identity => ({
  kind: 'key',
  id: 'k',
  mode: 'live',
  customers,
  perMinute: 60,
})
const keyOfAll: Identity = { kind: 'key', id: 'k', mode: 'live', customers: null, perMinute: 60 }
const person: Identity = { kind: 'person', id: 'p', role: 'staff' }

it('lets a key use its customers and no others, written exactly as Vitec writes them', () => {
  expect(mayUseCustomer(key('A', 'B'), 'B')).toBe(true)
  expect(mayUseCustomer(key('A', 'B'), 'b')).toBe(false)
  expect(mayUseCustomer(key(), 'A')).toBe(false)
})

it('lets a key of all customers, people and the open sandbox use any', () => {
  const all: Identity[] = [keyOfAll, person, { kind: 'open' }]
  expect(all.map((identity) => mayUseCustomer(identity, 'C'))).toEqual([true, true, true])
})

it('takes the only customer of a key as meant, before that of the settings', () => {
  expect(defaultCustomer(key('A'), 'Z')).toBe('A')
})

it('takes that of the settings where the caller may use it, and none where not', () => {
  expect(defaultCustomer(key('A', 'Z'), 'Z')).toBe('Z')
  expect(defaultCustomer(key('A', 'B'), 'Z')).toBeNull()
  expect(defaultCustomer(keyOfAll, 'Z')).toBe('Z')
  expect(defaultCustomer(person, null)).toBeNull()
})

import { expect, it } from 'vitest'
import type { Identity } from '@/lib/auth/permissions'
import { createIdentify } from './caller'

const person: Identity = { kind: 'person', id: 'p', role: 'staff' }
const key: Identity = { kind: 'key', id: 'k', mode: 'live', customers: null, perMinute: 60 }
const asks = (headers: Record<string, string>, access: 'open' | 'closed' = 'closed') =>
  createIdentify({
    access,
    keyIn: (given) => given.get('x-api-key'),
    identifyKey: async (secret) => (secret === 'right' ? key : null),
    identifyPerson: async (given) => (given.has('cookie') ? person : null),
  })(new Headers(headers))

it('takes a key before a session, because a system that sends one means it', async () => {
  expect(await asks({ 'x-api-key': 'right', cookie: 'session' })).toEqual(key)
  expect(await asks({ cookie: 'session' })).toEqual(person)
})

it('does not fall back to a session for a wrong key: it would hide that the key is wrong', async () => {
  expect(await asks({ 'x-api-key': 'wrong', cookie: 'session' })).toBeNull()
})

it('asks nobody in the open sandbox, and knows nobody without a key or a session elsewhere', async () => {
  expect(await asks({ 'x-api-key': 'wrong' }, 'open')).toEqual({ kind: 'open' })
  expect(await asks({})).toBeNull()
})

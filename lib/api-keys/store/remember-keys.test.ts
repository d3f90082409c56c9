import { expect, it, vi } from 'vitest'
import { newSecret } from '@/lib/api-keys/api-key-secret'
import type { ApiKeyStore, UsableKey } from '@/lib/api-keys/api-key-store'
import { someone } from '@/test/support/audit/someone'
import { rememberKeys } from './remember-keys'

const now = new Date('2026-03-01T12:00:00Z')
const { hash } = newSecret().stored
const usable: UsableKey = {
  id: 'k',
  customers: null,
  perMinute: 60,
  lastUsedAt: null,
  usableUntil: null,
  ...{ name: 'Portal', mode: 'live', expiresAt: null, worksUntil: null },
}
const found = (usableUntil: Date | null = null) => ({ ...usable, usableUntil })

function remembered() {
  const find = vi.fn<ApiKeyStore['find']>(async () => found())
  const write = vi.fn(async () => undefined)
  const unused = async () => {
    throw new Error('not used here')
  }
  return { find, keys: rememberKeys({ find, used: write, change: unused, rotate: unused, revoke: unused }) }
}

it('reads a key once, because every request of a system asks for it', async () => {
  const { find, keys } = remembered()
  expect(await keys.find(hash, now)).toEqual(found())
  expect(await keys.find(Uint8Array.from(hash), now)).toEqual(found())
  expect(find).toHaveBeenCalledTimes(1)
})

it('reads it again after a write, also after one that failed: it may have changed the key all the same', async () => {
  const { find, keys } = remembered()
  await keys.find(hash, now)
  await keys.used('k', now, now)
  await keys.find(hash, now)
  await expect(keys.revoke('k', now, someone)).rejects.toThrow()
  await keys.find(hash, now)
  expect(find).toHaveBeenCalledTimes(3)
})

it('does not keep what was read while a key was revoked, or that would work for ever', async () => {
  const { find, keys } = remembered()
  let answer = (_: UsableKey) => {}
  find.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)))
  const reading = keys.find(hash, now)
  await keys.used('k', now, now)
  answer(found())
  await reading
  find.mockResolvedValue(null)
  expect(await keys.find(hash, now)).toBeNull()
})

it('ends a key at its moment without reading it again', async () => {
  const { find, keys } = remembered()
  find.mockResolvedValue(found(new Date(now.getTime() + 1)))
  expect(await keys.find(hash, now)).not.toBeNull()
  expect(await keys.find(hash, new Date(now.getTime() + 1))).toBeNull()
  expect(find).toHaveBeenCalledTimes(1)
})

it('keeps nothing of a wrong secret, or anybody could fill the memory', async () => {
  const { find, keys } = remembered()
  find.mockResolvedValue(null)
  await keys.find(hash, now)
  await keys.find(hash, now)
  expect(find).toHaveBeenCalledTimes(2)
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiKeyMode } from '@/lib/api-keys/api-key'
import { newSecret, secretHash } from '@/lib/api-keys/api-key-secret'
import type { ApiKeyStore, StoredKey } from '@/lib/api-keys/api-key-store'
import { identifyKey } from '@/lib/api-keys/issue-api-keys'
import type { Database } from '@/lib/db/open-database'
import { someone } from '@/test/support/audit/someone'
import { testDatabases } from '@/test/support/database/test-database'
import { createApiKeyStore } from './create-api-key-store'

const now = new Date('2026-03-01T12:00:00Z')
const hour = 3_600_000
const fresh = (mode: ApiKeyMode) => newSecret(mode).stored
const later = (ms: number) => new Date(now.getTime() + ms)

describe.each(testDatabases)('API keys on $kind', ({ create }) => {
  let database: Database
  let store: ApiKeyStore
  beforeAll(async () => {
    database = await create()
    store = createApiKeyStore(database)
  })
  afterAll(() => database.close())

  const make = async (changes: Partial<Pick<StoredKey, 'customers' | 'expiresAt' | 'mode'>> = {}) => {
    const { secret, stored } = newSecret(changes.mode ?? 'live')
    const plain = { name: 'Widget', customers: ['ABC123'], perMinute: 60, expiresAt: null, createdAt: now }
    const key = { ...plain, mode: 'live' as const }
    return { secret, key: await store.add({ ...key, ...changes }, stored, someone) }
  }
  const idOf = async (secret: string, at = now) => (await identifyKey({ store, now: at }, secret))?.id ?? null

  it('are found by their secret, with the customers they may use', async () => {
    const one = await make()
    const all = await make({ customers: null })
    expect(await identifyKey({ store, now }, one.secret)).toMatchObject({
      id: one.key.id,
      customers: ['ABC123'],
      perMinute: 60,
    })
    expect(await identifyKey({ store, now }, all.secret)).toMatchObject({ customers: null })
  })

  it('are nobody for a secret that is wrong, in another case, or no secret at all', async () => {
    const { secret } = await make()
    expect(await idOf(newSecret('live').secret)).toBeNull()
    expect(await idOf(secret.toUpperCase())).toBeNull()
    expect(await idOf(`${secret} `)).toBeNull()
    expect(await idOf('')).toBeNull()
  })

  it('are found by one indexed read, because every request makes it', async () => {
    const { secret } = await make()
    const hash = Buffer.from(secretHash(secret) ?? []).toString('hex')
    const query = `EXPLAIN SELECT FROM api_key_secret s JOIN api_key k ON k.id = s.api_key_id WHERE s.hash = '\\x${hash}'`
    const client = await database.pool.connect()
    // With the few rows of a test a scan would be cheaper.
    await client.query('BEGIN; SET LOCAL enable_seqscan = off')
    const { rows } = await client.query<Record<string, string>>(query)
    await client.query('ROLLBACK')
    client.release()
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/api_key_secret_pkey/)
  })

  it('say why a secret opens nothing any more, so that its caller knows what to ask for', async () => {
    const why = (secret: string, at = now) => store.refusal(secretHash(secret) ?? new Uint8Array(32), at)
    expect(await why(newSecret('live').secret)).toBe('unknown')
    const expiring = await make({ expiresAt: later(hour) })
    expect(await why(expiring.secret, later(hour))).toBe('expired')
    const ended = await make()
    await store.revoke(ended.key.id, now, someone)
    expect(await why(ended.secret)).toBe('revoked')
    const rotated = await make()
    await store.rotate(rotated.key.id, fresh, later(hour), now, someone)
    expect(await idOf(rotated.secret, later(hour))).toBeNull()
    expect(await why(rotated.secret, later(hour))).toBe('replaced')
  })

  it('are stored without the secret, because who reads the database must not be able to call us', async () => {
    const { secret } = await make()
    const { rows } = await database.pool.query('SELECT s::text, k::text FROM api_key_secret s, api_key k')
    const bare = secret.replace('lead_live_', '')
    expect(bare).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(rows)).not.toContain(bare)
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(bare).toString('hex'))
  })

  it('end when they expire, and when they are revoked', async () => {
    const { secret, key } = await make({ expiresAt: later(hour) })
    expect(await idOf(secret, later(hour - 1))).toBe(key.id)
    expect(await idOf(secret, later(hour))).toBeNull()
    expect((await store.revoke(key.id, now, someone)).state).toBe('revoked')
    expect(await idOf(secret)).toBeNull()
    const again = store.revoke(key.id, later(hour), someone)
    await expect(again).rejects.toMatchObject({ code: 'not_allowed' })
    const kept = (await store.list(now)).find(({ id }) => id === key.id)
    expect(kept?.revokedAt).toBe(now.toISOString())
  })

  it('work by the old secret and the new one for as long as they overlap', async () => {
    const { secret: old, key } = await make()
    const { secret: next, stored } = newSecret('live')
    const rotated = await store.rotate(key.id, () => stored, later(hour), now, someone)
    expect(rotated.secrets.map(({ worksUntil }) => worksUntil)).toEqual([null, later(hour).toISOString()])
    expect([await idOf(old), await idOf(next)]).toEqual([key.id, key.id])
    expect([await idOf(old, later(hour)), await idOf(next, later(hour))]).toEqual([null, key.id])
  })

  it('give an old secret no longer life by another rotation, and end it at once when asked to', async () => {
    const { secret: first, key } = await make()
    await store.rotate(key.id, fresh, later(hour), now, someone)
    await store.rotate(key.id, fresh, later(9 * hour), now, someone)
    expect(await idOf(first, later(hour))).toBeNull()
    const { secret: last, stored } = newSecret('live')
    const { secrets } = await store.rotate(key.id, () => stored, now, now, someone)
    expect(secrets).toHaveLength(1)
    expect([await idOf(first), await idOf(last)]).toEqual([null, key.id])
  })

  it('are not changed or given a secret when they are revoked, or not there', async () => {
    const { key } = await make()
    await store.revoke(key.id, now, someone)
    const change = { name: 'Other', customers: null, perMinute: 1 }
    await expect(store.change(key.id, change, now, someone)).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(store.rotate(key.id, fresh, now, now, someone)).rejects.toMatchObject({
      code: 'not_allowed',
    })
    const missingId = crypto.randomUUID()
    await expect(store.change(missingId, change, now, someone)).rejects.toMatchObject({ code: 'not_found' })
    await expect(store.rotate(missingId, fresh, now, now, someone)).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(store.revoke(missingId, now, someone)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('take a new name, other customers and another limit', async () => {
    const { secret, key } = await make()
    const changed = await store.change(
      key.id,
      { name: 'Portal', customers: ['M30011'], perMinute: 5 },
      now,
      someone,
    )
    expect(changed).toMatchObject({ name: 'Portal', customers: ['M30011'], perMinute: 5 })
    expect(await identifyKey({ store, now }, secret)).toMatchObject({ customers: ['M30011'], perMinute: 5 })
  })

  it('say when they were last used, written at most once a minute however often they are', async () => {
    const { secret, key } = await make()
    const noted = async () => (await store.list(now)).find(({ id }) => id === key.id)?.lastUsedAt
    expect(await noted()).toBeNull()
    await idOf(secret, now)
    await idOf(secret, later(59_999))
    expect(await noted()).toBe(now.toISOString())
    await idOf(secret, later(60_000))
    expect(await noted()).toBe(later(60_000).toISOString())
  })

  it('are for tests or live, as their secrets say, and stay that with a new secret and other customers', async () => {
    const { secret, key } = await make({ mode: 'test' })
    expect([secret.slice(0, 10), key.mode]).toEqual(['lead_test_', 'test'])
    const made: ApiKeyMode[] = []
    await store.rotate(
      key.id,
      (mode) => {
        made.push(mode)
        return fresh(mode)
      },
      now,
      now,
      someone,
    )
    await store.change(key.id, { name: 'Other', customers: null, perMinute: 1 }, now, someone)
    expect(made).toEqual(['test'])
    const { key: live } = await make()
    const modes = (await store.list(now)).filter(({ id }) => [key.id, live.id].includes(id))
    expect(modes.map(({ id, mode }) => [id === key.id, mode])).toEqual(
      expect.arrayContaining([
        [true, 'test'],
        [false, 'live'],
      ]),
    )
  })

  it('that were made before there were test keys stay live, and work', async () => {
    const { key } = await make()
    const secret = `leadapi_${'5a'.repeat(32)}`
    const hash = secretHash(secret)
    if (!hash) throw new Error('not of the form of a secret')
    await store.rotate(key.id, () => ({ hash, hint: '5a5a', mode: 'live' }), now, now, someone)
    expect(await identifyKey({ store, now }, secret)).toMatchObject({ id: key.id, mode: 'live' })
  })
})

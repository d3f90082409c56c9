import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { newSecret } from '@/lib/api-keys/api-key-secret'
import { createApiKeyStore } from '@/lib/api-keys/store/create-api-key-store'
import type { Database } from '@/lib/db/open-database'
import { sandbox } from '@/lib/environments/environment'
import { createIdempotencyStore } from '@/lib/idempotency/store/create-idempotency-store'
import { createAddLead } from '@/lib/leads/store/add-lead'
import { someone } from '@/test/support/audit/someone'
import { letPass } from '@/test/support/database/let-pass'
import { testDatabases } from '@/test/support/database/test-database'
import { newLead, storeLead } from '@/test/support/leads/store-lead'
import { forgetExpired } from './forget-expired'

const hour = 3_600_000
const day = 24 * hour
const tables = [
  'idempotency_record',
  'person_session',
  'sign_in_challenge',
  'invitation',
  'rate_limit',
  'lead_event',
  'lead_match',
  'lead_draft',
  'device_notice',
  'alert',
  'view_link',
]

describe.each(testDatabases)('what passes with time, on $kind', ({ create }) => {
  let database: Database
  beforeAll(async () => {
    database = await create()
  })
  afterAll(() => database.close())
  afterEach(() => vi.useRealTimers())
  beforeEach(async () => {
    await database.pool.query(`TRUNCATE lead, person, ${tables.join()} CASCADE`)
    await database.pool.query('UPDATE clock_watch SET seen_at = clock_timestamp(), rows_up_to = NULL')
  })

  const request = { caller: 'api', key: 'k', bodyHash: new Uint8Array([1]) }
  const addWithKey = () =>
    createAddLead(database, sandbox)({ ...newLead({ at: new Date() }), idempotency: request })
  /** One row of each table that ends after a time, an interval of PostgreSQL's. */
  async function store(time: string) {
    const lead = await storeLead(database, { at: new Date() })
    const end = `clock_timestamp() + '${time}'::interval`
    const id = 'gen_random_uuid()'
    for (const statement of [
      `INSERT INTO person (id, name, email, role) VALUES (${id}, 'Example', ${id} || '@example.com', 'staff')`,
      `INSERT INTO person_session (id, token, person_id, expires_at) SELECT ${id}, ${id}, id, ${end} FROM person LIMIT 1`,
      `INSERT INTO sign_in_challenge (id, identifier, value, expires_at) VALUES (${id}, 'i', 'v', ${end})`,
      `INSERT INTO invitation (id, token_hash, role, expires_at) VALUES (${id}, ${id}::text::bytea, 'staff', ${end})`,
      `INSERT INTO rate_limit (subject, spent_until, is_full) VALUES (${id}::text::bytea, ${end}, false)`,
      `INSERT INTO lead_event (lead_id, kind, expires_at) VALUES ('${lead}', 'delivered', ${end})`,
      `UPDATE lead_match SET expires_at = ${end} WHERE lead_id = '${lead}'`,
      `INSERT INTO lead_draft (actor, sealed, revision, saved_at, expires_at) VALUES (${id}, 's', 1, ${end}, ${end})`,
      `INSERT INTO device_notice (id, person_id, at, next_at, expires_at) SELECT ${id}, id, ${end}, ${end}, ${end} FROM person LIMIT 1`,
      `INSERT INTO alert (id, kind, since, ended_at, expires_at) VALUES (${id}, 'doubts', ${end}, ${end}, ${end})`,
      `INSERT INTO view_link (token_hash, sealed, actor, expires_at) VALUES (${id}::text::bytea, '', 'open', ${end})`,
      `INSERT INTO idempotency_record (caller, key, body_hash, lead_id, created_at, expires_at)
       VALUES ('api', ${id}, '', '${lead}', clock_timestamp(), ${end})`,
    ])
      await database.pool.query(statement)
  }
  const left = async () => {
    const counts = tables.map((table) => `SELECT '${table}' AS name FROM ${table}`)
    const { rows } = await database.pool.query<{ name: string }>(counts.join(' UNION ALL '))
    return rows.map(({ name }) => name)
  }
  const shiftProcess = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })

  it('is forgotten when its time is over, and not before', async () => {
    await store('-1 second')
    await store('1 hour')
    await forgetExpired(database.pool)
    expect((await left()).sort()).toEqual([...tables].sort())
  })

  it.each([
    ['three years ahead', 3 * 366 * day],
    ['a day behind', -day],
    ['an hour ahead', hour - 60_000],
    ['an hour behind', -hour],
  ])('is kept as long as it was to last when a process’s clock is %s', async (_, ms) => {
    await store('1 hour')
    await addWithKey()
    shiftProcess(ms)
    await forgetExpired(database.pool)
    expect(await createIdempotencyStore(database, sandbox).find(request)).toMatchObject({
      kind: 'unanswered',
    })
    expect(await addWithKey()).toBeNull()
    vi.useRealTimers()
    expect((await left()).sort()).toEqual(['idempotency_record', 'lead_match', ...tables].sort())
  })

  it('is kept by a database’s clock that is years ahead, or a caller who repeats makes a second lead', async () => {
    await addWithKey()
    await letPass(database, '3 years')
    await store('-1 second')
    await forgetExpired(database.pool)
    expect((await left()).sort()).toEqual(['idempotency_record', 'lead_match', ...tables].sort())
    expect(await addWithKey()).toBeNull()
    expect(await createIdempotencyStore(database, sandbox).find(request)).not.toEqual({ kind: 'free' })
  })

  it('leaves an old secret of a key that is replaced under a wrong clock, which works when it is right again', async () => {
    const keys = createApiKeyStore(database)
    const [first, second, third] = [newSecret('live'), newSecret('live'), newSecret('live')]
    const now = new Date()
    const key = {
      name: 'Key',
      mode: 'live' as const,
      customers: null,
      perMinute: 60,
      createdAt: now,
      expiresAt: null,
    }
    const { id } = await keys.add(key, first.stored, someone)
    await keys.rotate(id, () => second.stored, new Date(now.getTime() + day), now, someone)
    shiftProcess(3 * 366 * day)
    await keys.rotate(id, () => third.stored, new Date(), new Date(), someone)
    vi.useRealTimers()
    // As another instance reads it, that remembers no keys.
    expect(await createApiKeyStore(database).find(first.stored.hash, now)).toMatchObject({ id })
  })
})

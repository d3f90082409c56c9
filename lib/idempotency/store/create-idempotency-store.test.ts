import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { sandbox } from '@/lib/environments/environment'
import { bodyHash } from '@/lib/idempotency/idempotency-key'
import type { IdempotencyStore } from '@/lib/idempotency/idempotency-store'
import { createAddLead } from '@/lib/leads/store/add-lead'
import { forgetExpired } from '@/lib/privacy/store/forget-expired'
import { testDatabases } from '@/test/support/database/test-database'
import { newLead } from '@/test/support/leads/store-lead'
import { createIdempotencyStore } from './create-idempotency-store'

const request = (key: string) => ({ caller: 'api', key, bodyHash: bodyHash({ a: 1 }) })

describe.each(testDatabases)('idempotency keys on $kind', ({ create }) => {
  let database: Database
  let store: IdempotencyStore
  beforeAll(async () => {
    database = await create()
    store = createIdempotencyStore(database, sandbox)
  })
  afterAll(() => database.close())

  const add = (key: string) => createAddLead(database, sandbox)({ ...newLead(), idempotency: request(key) })
  const letPass = (time: string) =>
    database.pool.query(
      'UPDATE idempotency_record SET created_at = created_at - $1::interval, expires_at = expires_at - $1::interval',
      [time],
    )

  it('let one of many requests at once store its lead, and the others store nothing', async () => {
    const before = await database.prisma.lead.count()
    const ids = await Promise.all(Array.from({ length: 40 }, () => add('many')))
    expect(ids.filter((id) => id !== null)).toHaveLength(1)
    expect(await database.prisma.lead.count()).toBe(before + 1)
  })

  it('are free, then unanswered with their lead, then answered', async () => {
    expect(await store.find(request('life'))).toEqual({ kind: 'free' })
    const leadId = (await add('life'))?.id
    await letPass('1 hour')
    const ageMs = expect.closeTo(3_600_000, -5)
    expect(await store.find(request('life'))).toEqual({ kind: 'unanswered', leadId, ageMs })
    const answer = { httpStatus: 202, body: '{"b":1, "a":2}' }
    expect(await store.keep(request('life'), answer)).toEqual(answer)
    expect(await store.find(request('life'))).toEqual({ kind: 'answered', answer })
  })

  it('keep the first of two answers, so that all callers are told the same', async () => {
    await add('two')
    await store.keep(request('two'), { httpStatus: 200, body: '1' })
    expect(await store.keep(request('two'), { httpStatus: 202, body: '2' })).toEqual({
      httpStatus: 200,
      body: '1',
    })
  })

  it('know another body, and keep callers apart', async () => {
    await add('body')
    expect(await store.find({ ...request('body'), bodyHash: bodyHash({ a: 2 }) })).toEqual({
      kind: 'other_body',
    })
    expect(await store.find({ ...request('body'), caller: 'staff' })).toEqual({ kind: 'free' })
  })

  it('are free live when the sandbox used them, because an answer of the sandbox is of no real lead', async () => {
    await add('mode')
    await store.keep(request('mode'), { httpStatus: 200, body: '1' })
    const live = 'https://connect.example.com'
    expect(await createIdempotencyStore(database, live).find(request('mode'))).toEqual({
      kind: 'free',
    })
    const addLive = (environment: string) =>
      createAddLead(database, environment)({ ...newLead(), idempotency: request('mode') })
    expect(await addLive(live)).not.toBeNull()
    expect(await addLive('https://new.example.com'), 'two hosts of Vitec have the same real leads').toBeNull()
  })

  it('are free again after a day, and then forgotten', async () => {
    await add('old')
    await add('older')
    await letPass('23 hours 59 minutes')
    expect(await add('old')).toBeNull()
    await letPass('1 minute')
    expect(await store.find(request('old'))).toEqual({ kind: 'free' })
    expect(await add('old')).not.toBeNull()
    await forgetExpired(database.pool)
    expect(await database.prisma.idempotencyRecord.count({ where: { key: 'older' } })).toBe(0)
    expect(await database.prisma.idempotencyRecord.count({ where: { key: 'old' } })).toBe(1)
  })
})

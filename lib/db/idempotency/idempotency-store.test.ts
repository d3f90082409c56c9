import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyHash } from '@/lib/idempotency/body-hash'
import type { IdempotencyStore } from '@/lib/idempotency/idempotency-store'
import { createAddLead } from '../lead/add-lead'
import type { Database } from '../open-database'
import { newLead } from '../testing/store-lead'
import { testDatabases } from '../testing/test-database'
import { createIdempotencyStore } from './idempotency-store'

const now = new Date('2026-03-01T12:00:00Z')
const nextDay = new Date('2026-03-02T12:00:00Z')
const request = (key: string) => ({ caller: 'api', key, bodyHash: bodyHash({ a: 1 }) })

describe.each(testDatabases)('idempotency keys on $kind', ({ create }) => {
  let database: Database
  let store: IdempotencyStore
  beforeAll(async () => {
    database = await create()
    store = createIdempotencyStore(database.prisma)
  })
  afterAll(() => database.close())

  const add = (key: string, at = now) =>
    createAddLead(database.prisma, async () => {})({ ...newLead({ at }), idempotency: request(key) })

  it('let one of many requests at once store its lead, and the others store nothing', async () => {
    const before = await database.prisma.lead.count()
    const ids = await Promise.all(Array.from({ length: 40 }, () => add('many')))
    expect(ids.filter((id) => id !== null)).toHaveLength(1)
    expect(await database.prisma.lead.count()).toBe(before + 1)
  })

  it('are free, then unanswered with their lead, then answered', async () => {
    expect(await store.find(request('life'), now)).toEqual({ kind: 'free' })
    const leadId = await add('life')
    expect(await store.find(request('life'), now)).toEqual({ kind: 'unanswered', leadId, since: now })
    const answer = { httpStatus: 202, body: '{"b":1, "a":2}' }
    expect(await store.keep(request('life'), answer)).toEqual(answer)
    expect(await store.find(request('life'), now)).toEqual({ kind: 'answered', answer })
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
    expect(await store.find({ ...request('body'), bodyHash: bodyHash({ a: 2 }) }, now)).toEqual({
      kind: 'other_body',
    })
    expect(await store.find({ ...request('body'), caller: 'staff' }, now)).toEqual({ kind: 'free' })
  })

  it('are free again after a day, and then forgotten', async () => {
    await add('old')
    expect(await store.find(request('old'), nextDay)).toEqual({ kind: 'free' })
    expect(await add('old', nextDay)).not.toBeNull()
    await add('older')
    await store.forgetExpired(nextDay)
    expect(await database.prisma.idempotencyRecord.count({ where: { key: 'older' } })).toBe(0)
    expect(await database.prisma.idempotencyRecord.count({ where: { key: 'old' } })).toBe(1)
  })
})

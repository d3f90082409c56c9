import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BulkSendStore } from '@/lib/bulk-sends/bulk-send-store'
import { workBulkSend } from '@/lib/bulk-sends/run-bulk-sends'
import type { Database } from '@/lib/db/open-database'
import type { AttemptResult } from '@/lib/deliveries/attempt-result'
import { sandbox } from '@/lib/environments/environment'
import { noFilter } from '@/lib/leads/log-filter'
import { someone } from '@/test/support/audit/someone'
import { testDatabases } from '@/test/support/database/test-database'
import { type TimedDelivery, timedDelivery } from '@/test/support/deliveries/begin-attempt'
import { storeLead } from '@/test/support/leads/store-lead'
import { createBulkSendStore } from './create-bulk-send-store'

const now = new Date('2026-03-01T12:00:00Z')
const later = new Date('2026-03-01T13:00:00Z')
const noAnswer = { httpStatus: null, answer: null, word: 'x' }
const doubt: AttemptResult = { ...noAnswer, outcome: 'unknown', errorKind: 'timeout' }
const rejected: AttemptResult = { outcome: 'rejected', httpStatus: 400, answer: '{}', word: 'No.' }
const misconfigured: AttemptResult = {
  ...noAnswer,
  outcome: 'misconfigured',
  httpStatus: 401,
  errorKind: 'credentials',
}

describe.each(testDatabases)('sending many again on $kind', ({ create }) => {
  let database: Database
  let store: BulkSendStore
  let delivery: TimedDelivery
  let steps: string[]

  beforeEach(async () => {
    database = await create()
    steps = []
    const book = async (_: unknown, id: string) => {
      steps.push(id)
    }
    store = createBulkSendStore(database, { book, environment: sandbox })
    delivery = timedDelivery(database)
  })
  afterEach(() => database.close())

  const attempt = (leadId: string, result: AttemptResult, at = now) => delivery.attempt(leadId, result, at)
  /** The leads whose turn has come, and that are due for it. */
  const due = async () => {
    const taken = await database.prisma.bulkSendItem.findMany({
      where: { state: 'taken' },
      orderBy: { leadId: 'asc' },
      select: { leadId: true },
    })
    return taken.map(({ leadId }) => leadId)
  }
  const leads = async (count: number, result: AttemptResult, firstName = 'Erik') => {
    const ids: string[] = []
    for (let made = 0; made < count; made++) {
      const id = await storeLead(database, { firstName })
      await attempt(id, result)
      ids.push(id)
    }
    return ids
  }
  const begin = async (status: 'rejected' | 'unknown' | 'pending', expected: number, search = '') => {
    const id = randomUUID()
    const begun = await store.begin({ ...noFilter, id, status, search, expected }, later, someone)
    if (begun.kind !== 'begun') throw new Error(`not begun: ${JSON.stringify(begun)}`)
    return id
  }
  const step = (id: string, places = 20) => workBulkSend({ store, now: () => later, places }, id)

  it('takes the leads that the log shows for the same filter, and no others', async () => {
    const [wanted] = await leads(1, rejected, 'Astrid')
    await leads(1, rejected, 'Erik')
    await leads(1, doubt, 'Astrid')
    expect(await store.count({ ...noFilter, status: 'rejected', search: 'astrid' })).toBe(1)
    await step(await begin('rejected', 1, 'astrid'))
    expect(await due()).toEqual([wanted])
  })

  it('sends nothing when the set has changed since it was shown, and says how many there are', async () => {
    await leads(3, rejected)
    const request = { ...noFilter, id: randomUUID(), status: 'rejected', expected: 2 } as const
    expect(await store.begin(request, later, someone)).toEqual({ kind: 'changed', total: 3 })
    expect(await database.prisma.bulkSend.count()).toBe(0)
    expect(steps).toEqual([])
  })

  it('takes each lead once when two people press at once', async () => {
    await leads(5, rejected)
    const press = () =>
      store.begin({ ...noFilter, id: randomUUID(), status: 'rejected', expected: 5 }, later, someone)
    const presses = await Promise.all([press(), press()])
    expect(presses).toContainEqual({ kind: 'changed', total: 0 })
    expect(await database.prisma.bulkSendItem.count()).toBe(5)
  })

  it('begins once for an id, so that who got no answer can ask again although all have been sent by then', async () => {
    const [lead = ''] = await leads(1, rejected)
    const request = { ...noFilter, id: randomUUID(), status: 'rejected', expected: 1 } as const
    await store.begin(request, later, someone)
    await step(request.id)
    await attempt(lead, rejected, later)
    expect(await store.begin(request, later, someone)).toEqual({ kind: 'begun' })
    await step(request.id)
    expect(await due()).toEqual([lead])
  })

  it('gives each lead one turn, however many instances work at once', async () => {
    const ids = await leads(12, rejected)
    const id = await begin('rejected', 12)
    await Promise.all(Array.from({ length: 4 }, () => step(id)))
    expect((await due()).toSorted()).toEqual(ids.toSorted())
    expect(await store.read(id)).toMatchObject({ taken: 12, skipped: 0, now: { pending: 12, rejected: 0 } })
  })

  it('has only so many under way, because what is not under way can be cancelled', async () => {
    const ids = await leads(7, rejected)
    const id = await begin('rejected', 7)
    await step(id, 3)
    await step(id, 3)
    expect(await due()).toEqual(ids.slice(0, 3))
    await attempt(ids[0] ?? '', rejected, later)
    await step(id, 3)
    expect(await due()).toEqual(ids.slice(0, 4))
  })

  it('ends when the last attempt has ended, and books no more steps', async () => {
    const ids = await leads(2, rejected)
    const id = await begin('rejected', 2)
    await step(id)
    expect(await store.read(id)).toMatchObject({ state: 'running', endedAt: null })
    for (const lead of ids) await attempt(lead, rejected, later)
    const booked = steps.length
    await step(id)
    expect(await store.read(id)).toMatchObject({ state: 'ended', taken: 2, endedAt: later.toISOString() })
    expect(steps).toHaveLength(booked)
  })

  it('leaves alone what is not as the person saw it: settled, sent by somebody else, tried since', async () => {
    const [settled = '', resent = '', tried = '', same = ''] = await leads(4, doubt)
    const id = await begin('unknown', 4)
    await delivery.act(settled, 'settle', now, someone)
    await delivery.act(resent, 'send_again', now, someone)
    await delivery.act(tried, 'send_again', now, someone)
    await attempt(tried, doubt)
    await step(id)
    expect(await due()).toEqual([same])
    expect(await store.read(id)).toMatchObject({ taken: 1, skipped: 3 })
  })

  it('leaves alone a lead that is being sent', async () => {
    const lead = await storeLead(database)
    const id = await begin('pending', 1)
    await delivery.begin(lead, now)
    await step(id)
    expect(await store.read(id)).toMatchObject({ state: 'ended', taken: 0, skipped: 1 })
  })

  it('takes a turn whole or not at all, so that a crash in the middle neither loses nor doubles a lead', async () => {
    const [lead = ''] = await leads(1, doubt)
    const id = await begin('unknown', 1)
    await database.pool.query(`
      CREATE FUNCTION crash() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'gone'; END $$;
      CREATE TRIGGER crash BEFORE UPDATE ON lead FOR EACH ROW EXECUTE FUNCTION crash()`)
    await expect(step(id)).rejects.toThrow('gone')
    await database.pool.query('DROP FUNCTION crash CASCADE')
    expect(await delivery.state(lead)).toMatchObject({ status: 'unknown', nextAttemptAt: null })
    await store.bookAll(later)
    expect(steps).toEqual([id, id])
    await Promise.all([step(id), step(id)])
    expect(await due()).toEqual([lead])
  })

  it('leaves alone, when it is cancelled, what was not under way; and those can be chosen anew', async () => {
    const ids = await leads(5, rejected)
    const id = await begin('rejected', 5)
    await step(id, 2)
    expect(await store.cancel(id, later, someone)).toBe(true)
    await step(id, 5)
    expect(await due()).toEqual(ids.slice(0, 2))
    expect(await store.read(id)).toMatchObject({ state: 'cancelled', total: 5, taken: 2, skipped: 0 })
    expect(await store.cancel(id, later, someone)).toBe(false)
    expect(await store.count({ ...noFilter, status: 'rejected' })).toBe(3)
  })

  it('goes on with the rest while the customer of some is paused', async () => {
    const ids = await leads(3, rejected)
    await attempt(await storeLead(database), misconfigured)
    const id = await begin('rejected', 3)
    for (let times = 0; times < 4; times++) await step(id, 1)
    expect(await due()).toEqual(ids)
    expect(await store.read(id)).toMatchObject({ state: 'ended', now: { pending: 3 } })
  })

  it('shows those that run and those that have just ended', async () => {
    await leads(1, rejected)
    await leads(1, doubt)
    const [over, running] = [await begin('rejected', 1), await begin('unknown', 1)]
    await store.cancel(over, now, someone)
    expect((await store.recent(later)).map(({ id }) => id)).toEqual([running])
    expect((await store.recent(new Date(0))).map(({ id }) => id).toSorted()).toEqual(
      [over, running].toSorted(),
    )
  })
})

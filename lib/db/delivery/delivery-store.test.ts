import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { afterAttempt, type Move } from '@/lib/delivery/after-attempt'
import type { AttemptResult } from '@/lib/delivery/attempt-result'
import type { DeliveryStore } from '@/lib/delivery/delivery-store'
import { plainActions } from '@/lib/delivery/moves'
import type { Database } from '../open-database'
import { beginAttempt, noLimits, request } from '../testing/begin-attempt'
import { storeLead } from '../testing/store-lead'
import { testDatabases } from '../testing/test-database'
import { createDeliveryStore } from './delivery-store'

const now = new Date('2026-03-01T12:00:00Z')
const later = new Date('2026-03-01T13:00:00Z')
const noAnswer = { httpStatus: null, answer: null, word: 'x' }
const delivered: AttemptResult = {
  outcome: 'delivered',
  httpStatus: 200,
  answer: '"CM1"',
  vitecLeadId: 'CM1',
}
const refused: AttemptResult = { ...noAnswer, outcome: 'not_sent', errorKind: 'refused', retryAfterMs: null }
const doubt: AttemptResult = { ...noAnswer, outcome: 'unknown', errorKind: 'timeout' }
const wrongPassword: AttemptResult = {
  ...noAnswer,
  outcome: 'misconfigured',
  httpStatus: 401,
  errorKind: 'credentials',
  word: 'Wrong password.',
}
const moveAfter = (result: AttemptResult): Move =>
  afterAttempt(result, { attemptsMade: 1, now, random: () => 0 })

describe.each(testDatabases)('delivery on $kind', ({ create }) => {
  let database: Database
  let store: DeliveryStore
  const booked: { leadId: string; at: Date }[] = []

  beforeAll(async () => {
    database = await create()
    store = createDeliveryStore(
      database.prisma,
      async (_, leadId, at) => {
        booked.push({ leadId, at })
      },
      noLimits,
    )
  })
  afterAll(() => database.close())

  const begin = (leadId: string, at = now) => beginAttempt(store, leadId, at)

  /** Makes one attempt with the given result. */
  const attempt = async (leadId: string, result: AttemptResult, at = now) => {
    const open = await begin(leadId, at)
    if (!open) throw new Error('no attempt was due')
    await store.closeAttempt(open, result, moveAfter(result), at)
  }

  it('opens one attempt for a lead, however many ask at once', async () => {
    const id = await storeLead(database)
    const asked = await Promise.all(Array.from({ length: 20 }, () => begin(id)))
    expect(asked.filter((open) => open !== null)).toEqual([
      { leadId: id, number: 1, scheduleStep: 1, startedAt: now },
    ])
  })

  it('keeps the request before the answer is known, so that a crash does not hide what was sent', async () => {
    const id = await storeLead(database)
    await begin(id)
    const [row] = await database.prisma.deliveryAttempt.findMany({ where: { leadId: id } })
    expect(row).toMatchObject({
      requestUrl: request.url,
      requestBody: request.body,
      endedAt: null,
      outcome: null,
    })
  })

  it('never opens an attempt for a lead that is delivered', async () => {
    const id = await storeLead(database)
    await attempt(id, delivered)
    expect(await store.state(id)).toMatchObject({
      status: 'delivered',
      vitecLeadId: 'CM1',
      nextAttemptAt: null,
    })
    expect(await begin(id, later)).toBeNull()
    for (const action of plainActions) expect(await store.act(id, action, later), action).toBe(false)
  })

  it('never opens an attempt for a doubt, until a person says so', async () => {
    const id = await storeLead(database)
    await attempt(id, doubt)
    expect(await begin(id, later)).toBeNull()
    expect(await store.act(id, 'send_again', later)).toBe(true)
    expect(await begin(id, later)).toMatchObject({ number: 2, scheduleStep: 1 })
  })

  it('sends a lead again only for whoever has seen all its attempts, so that a late second click does nothing', async () => {
    const id = await storeLead(database)
    await attempt(id, doubt)
    const press = () => store.act(id, 'send_again', later, 1)
    expect(await press()).toBe(true)
    await attempt(id, doubt, later)
    expect(await press()).toBe(false)
    expect(await store.act(id, 'send_again', later, 2)).toBe(true)
  })

  it('lets a person settle a doubt as delivered, once', async () => {
    const id = await storeLead(database)
    await attempt(id, doubt)
    const clicks = await Promise.all(Array.from({ length: 10 }, () => store.act(id, 'settle', later)))
    expect(clicks.filter(Boolean)).toHaveLength(1)
    expect(await store.state(id)).toMatchObject({ status: 'delivered', vitecLeadId: null })
    expect(await store.act(id, 'send_again', later)).toBe(false)
  })

  it('sends a cancelled lead no more, until a person says so', async () => {
    const id = await storeLead(database)
    expect(await store.act(id, 'cancel', now)).toBe(true)
    expect(await begin(id, later)).toBeNull()
    expect(await store.act(id, 'settle', later)).toBe(false)
    expect(await store.act(id, 'send_again', later)).toBe(true)
  })

  it('lets nobody cancel a lead that is being sent, because Vitec may have it', async () => {
    const id = await storeLead(database)
    await begin(id)
    for (const action of plainActions) expect(await store.act(id, action, later), action).toBe(false)
  })

  it('lets nobody cancel or resume a lead in the moment in which its sending begins', async () => {
    const customerId = `B${database.kind}`
    const id = await storeLead(database, { customerId })
    const late: Promise<unknown>[] = []
    await database.prisma.$transaction(async (transaction) => {
      await transaction.$executeRaw`
        UPDATE lead SET next_attempt_at = NULL, attempt_count = 1, schedule_step = 1 WHERE id = ${id}::uuid`
      await transaction.deliveryAttempt.create({
        data: { leadId: id, number: 1, startedAt: now, requestUrl: '', requestBody: '' },
        select: { id: true },
      })
      late.push(store.act(id, 'cancel', later), store.act(id, 'send_again', later))
      late.push(store.resume(customerId, later))
      await untilTheyWait(database, late.length)
    })
    expect(await Promise.all(late)).toEqual([false, false, 0])
    expect(await store.state(id)).toMatchObject({ status: 'pending', nextAttemptAt: null })
  })

  it('books the next attempt for what was not sent, and not before its time', async () => {
    const id = await storeLead(database)
    await attempt(id, refused)
    const at = new Date('2026-03-01T12:00:05Z')
    expect(await store.state(id)).toMatchObject({ status: 'pending', nextAttemptAt: at })
    expect(booked).toContainEqual({ leadId: id, at })
    expect(await begin(id)).toBeNull()
    expect(await begin(id, at)).toMatchObject({ number: 2, scheduleStep: 2 })
  })

  it('makes all leads of a customer wait while its password is wrong, and due when it is resumed', async () => {
    const customerId = `M${database.kind}`
    const [first, second] = [
      await storeLead(database, { customerId }),
      await storeLead(database, { customerId }),
    ]
    await attempt(first, wrongPassword)
    expect(await store.state(first)).toMatchObject({ status: 'pending', nextAttemptAt: null })
    expect(await begin(second, later)).toBeNull()
    expect(await store.resume(customerId, later)).toBe(2)
    expect(await begin(first, later)).not.toBeNull()
    expect(await begin(second, later)).not.toBeNull()
  })

  it('shows a paused customer that our list did not know, because nobody would lift its pause', async () => {
    const customerId = `N${database.kind}`
    await attempt(await storeLead(database, { customerId }), wrongPassword)
    expect(await database.prisma.customer.count({ where: { vitecId: customerId } })).toBe(1)
  })

  it('turns an attempt that a crash left open into a doubt, and leaves newer ones alone', async () => {
    const [old, young] = [await storeLead(database), await storeLead(database, { at: later })]
    const open = await begin(old)
    await begin(young, later)
    expect(await store.settleInterrupted(later, later)).toBeGreaterThanOrEqual(1)
    expect(await store.state(old)).toMatchObject({ status: 'unknown' })
    expect(await store.state(young)).toMatchObject({ status: 'pending' })
    if (open) await store.closeAttempt(open, delivered, moveAfter(delivered), later)
    expect(await store.state(old)).toMatchObject({ status: 'unknown' })
  })

  it('finds due leads whose booking was lost, and not those that wait for a later time', async () => {
    const [lost, waiting] = [await storeLead(database), await storeLead(database)]
    await attempt(waiting, refused, later)
    const ids = await store.overdue(new Date(now.getTime() + 1), 1000)
    expect(ids).toContain(lost)
    expect(ids).not.toContain(waiting)
  })

  it('keeps an answer with NUL, which PostgreSQL refuses, so that a broken neighbour loses no record', async () => {
    const id = await storeLead(database)
    await attempt(id, { ...doubt, httpStatus: 200, answer: 'a\0b', word: 'c\0d' })
    expect(await store.state(id)).toMatchObject({ status: 'unknown', word: 'c\uFFFDd' })
  })

  it('keeps the lead and its booking together: when one fails, neither is there', async () => {
    const count = () => database.prisma.lead.count()
    const before = await count()
    const failing = () => Promise.reject(new Error('no job'))
    await expect(storeLead(database, {}, failing)).rejects.toThrow('no job')
    expect(await count()).toBe(before)
  })
})

/** Until so many sessions wait for a row. The embedded database has one session, and lets them begin afterwards. */
async function untilTheyWait({ kind, prisma }: Database, count: number): Promise<void> {
  for (let waiting = 0; kind === 'postgres' && waiting < count; ) {
    const [found] = await prisma.$queryRaw<{ waiting: number }[]>`
      SELECT count(*)::int AS waiting FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`
    waiting = found?.waiting ?? 0
  }
}

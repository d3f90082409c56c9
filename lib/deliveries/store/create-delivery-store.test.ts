import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { afterAttempt } from '@/lib/deliveries/after-attempt'
import type { AttemptResult } from '@/lib/deliveries/attempt-result'
import { plainActions } from '@/lib/deliveries/transitions'
import { sandbox } from '@/lib/environments/environment'
import { someone } from '@/test/support/audit/someone'
import { testDatabases } from '@/test/support/database/test-database'
import { request, type TimedDelivery, timedDelivery } from '@/test/support/deliveries/begin-attempt'
import { storeLead } from '@/test/support/leads/store-lead'

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

describe.each(testDatabases)('delivery on $kind', ({ create }) => {
  let database: Database
  let store: TimedDelivery

  beforeAll(async () => {
    database = await create()
    store = timedDelivery(database)
  })
  afterAll(() => database.close())

  const begin = (leadId: string, at = now) => store.begin(leadId, at)

  /** Makes one attempt with the given result. */
  const attempt = (leadId: string, result: AttemptResult, at = now) => store.attempt(leadId, result, at)

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
    for (const action of plainActions) expect(await store.act(id, action, later, someone), action).toBe(false)
  })

  it('never opens an attempt for a doubt, until a person says so', async () => {
    const id = await storeLead(database)
    await attempt(id, doubt)
    expect(await begin(id, later)).toBeNull()
    expect(await store.act(id, 'send_again', later, someone)).toBe(true)
    expect(await begin(id, later)).toMatchObject({ number: 2, scheduleStep: 1 })
  })

  it('sends a lead again only for whoever has seen all its attempts, so that a late second click does nothing', async () => {
    const id = await storeLead(database)
    await attempt(id, doubt)
    const press = () => store.act(id, 'send_again', later, someone, 1)
    expect(await press()).toBe(true)
    await attempt(id, doubt, later)
    expect(await press()).toBe(false)
    expect(await store.act(id, 'send_again', later, someone, 2)).toBe(true)
  })

  it('lets a person settle a doubt as delivered, once', async () => {
    const id = await storeLead(database)
    await attempt(id, doubt)
    const clicks = await Promise.all(
      Array.from({ length: 10 }, () => store.act(id, 'settle', later, someone)),
    )
    expect(clicks.filter(Boolean)).toHaveLength(1)
    expect(await store.state(id)).toMatchObject({ status: 'delivered', vitecLeadId: null })
    expect(await store.act(id, 'send_again', later, someone)).toBe(false)
  })

  it('sends a cancelled lead no more, until a person says so', async () => {
    const id = await storeLead(database)
    expect(await store.act(id, 'cancel', now, someone)).toBe(true)
    expect(await begin(id, later)).toBeNull()
    expect(await store.act(id, 'settle', later, someone)).toBe(false)
    expect(await store.act(id, 'send_again', later, someone)).toBe(true)
  })

  it('lets nobody cancel a lead that is being sent, because Vitec may have it', async () => {
    const id = await storeLead(database)
    await begin(id)
    for (const action of plainActions) expect(await store.act(id, action, later, someone), action).toBe(false)
  })

  it('lets nobody cancel or resume a lead in the moment in which its sending begins', async () => {
    const customerId = `B${database.kind}`
    const id = await storeLead(database, { customerId })
    await database.prisma.customer.create({ data: { vitecId: customerId, name: 'Norr' } })
    const pause = { environment: sandbox, vitecCustomerId: customerId, reason: 'rights' }
    await database.prisma.customerPause.create({ data: pause })
    const late: Promise<unknown>[] = []
    await database.prisma.$transaction(async (transaction) => {
      await transaction.$executeRaw`
        UPDATE lead SET next_attempt_at = NULL, attempt_count = 1, schedule_step = 1 WHERE id = ${id}::uuid`
      await transaction.deliveryAttempt.create({
        data: { leadId: id, number: 1, startedAt: now, requestUrl: '', requestBody: '' },
        select: { id: true },
      })
      late.push(store.act(id, 'cancel', later, someone), store.act(id, 'send_again', later, someone))
      late.push(store.resume(customerId, later, someone))
      // Resuming touches no lead, and waits for none.
      await untilTheyWait(database, 2)
    })
    // The customer goes on; the lead is left to the attempt that has begun.
    expect(await Promise.all(late)).toEqual([false, false, true])
    expect(await store.state(id)).toMatchObject({ status: 'pending', nextAttemptAt: null })
  })

  it('has the next attempt of what was not sent in its time, and not before', async () => {
    const id = await storeLead(database)
    await attempt(id, refused)
    const at = new Date('2026-03-01T12:00:05Z')
    expect(await store.state(id)).toMatchObject({ status: 'pending', nextAttemptAt: at })
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
    const soon = new Date('2026-03-01T12:01:00Z')
    expect(await begin(second, soon)).toBeNull()
    expect(await store.resume(customerId, soon, someone)).toBe(true)
    expect(await begin(first, soon)).not.toBeNull()
    expect(await begin(second, soon)).not.toBeNull()
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
    expect(await (await store.at(later)).settleInterrupted()).toBeGreaterThanOrEqual(1)
    expect(await store.state(old)).toMatchObject({ status: 'unknown' })
    expect(await store.state(young)).toMatchObject({ status: 'pending' })
    if (!open) throw new Error('no attempt was due')
    expect(await store.close(open, delivered, later)).toMatchObject({ kind: 'late' })
    expect(await store.state(old), 'no other attempt followed').toMatchObject({
      status: 'delivered',
      vitecLeadId: 'CM1',
    })
  })

  it('keeps an answer that came after the lead was sent again as evidence, and says that there may be two', async () => {
    const id = await storeLead(database)
    const first = await begin(id)
    await (await store.at(later)).settleInterrupted()
    await store.act(id, 'send_again', later, someone)
    await attempt(id, { ...delivered, vitecLeadId: 'CM2' }, later)
    if (!first) throw new Error('no attempt was due')
    expect(await store.close(first, delivered, later)).toMatchObject({ kind: 'evidence' })
    expect(await store.state(id)).toMatchObject({ status: 'delivered', vitecLeadId: 'CM2' })
    const events = await database.prisma.leadEvent.findMany({ where: { leadId: id }, orderBy: { id: 'asc' } })
    expect(events.map(({ kind, attempt }) => [kind, attempt])).toEqual([
      ['unknown', 1],
      ['delivered', 2],
      ['maybe_twice', 1],
    ])
    const [evidence] = await database.prisma.deliveryAttempt.findMany({ where: { leadId: id, number: 1 } })
    expect(evidence).toMatchObject({ outcome: 'delivered', answer: '"CM1"', answeredLateAt: later })
  })

  it('settles by a late answer what a person has asked to be sent again, so that it is not sent twice', async () => {
    const id = await storeLead(database)
    const first = await begin(id)
    await (await store.at(later)).settleInterrupted()
    await store.act(id, 'send_again', later, someone)
    if (!first) throw new Error('no attempt was due')
    expect(await store.close(first, delivered, later)).toMatchObject({ kind: 'late' })
    expect(await begin(id, later)).toBeNull()
  })

  it('writes a result once, however often it is written, because a lost answer has it written again', async () => {
    const id = await storeLead(database)
    const open = await begin(id)
    if (!open) throw new Error('no attempt was due')
    expect(await store.close(open, refused, now)).toMatchObject({ kind: 'on_time' })
    expect(await store.close(open, refused, now)).toMatchObject({ kind: 'before', status: 'pending' })
    expect(await database.prisma.leadEvent.count({ where: { leadId: id } })).toBe(1)
  })

  it('lifts a pause also when it is written again, because whoever wrote it first did not hear so', async () => {
    const customerId = 'M-UNHEARD'
    const id = await storeLead(database, { customerId })
    await attempt(id, wrongPassword)
    const probe = await begin(id, later)
    if (!probe) throw new Error('no probe was to be had')
    const move = afterAttempt(delivered, { attemptsMade: 1, saysNothingOfVitec: false, random: () => 0 })
    await store.store.settle(probe, delivered, move)
    await store.close(probe, delivered, later)
    const paused = { where: { vitecCustomerId: customerId } }
    expect(await database.prisma.customerPause.count(paused)).toBe(0)
  })

  it('keeps an answer with NUL, which PostgreSQL refuses, so that a broken neighbour loses no record', async () => {
    const id = await storeLead(database)
    await attempt(id, { ...doubt, httpStatus: 200, answer: 'a\0b', word: 'c\0d' })
    expect(await store.state(id)).toMatchObject({ status: 'unknown', word: 'c\uFFFDd' })
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

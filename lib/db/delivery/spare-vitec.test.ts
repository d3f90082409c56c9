import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { afterAttempt } from '@/lib/delivery/after-attempt'
import type { AttemptResult } from '@/lib/delivery/attempt-result'
import type { DeliveryStore } from '@/lib/delivery/delivery-store'
import type { OutboundLimits } from '@/lib/delivery/outbound-limits'
import type { Database } from '../open-database'
import { beginAttempt, request } from '../testing/begin-attempt'
import { storeLead } from '../testing/store-lead'
import { testDatabases } from '../testing/test-database'
import { createDeliveryStore } from './delivery-store'

const now = new Date('2026-03-01T12:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const noAnswer = { httpStatus: null, answer: null, word: 'x' }
const doubt: AttemptResult = { ...noAnswer, outcome: 'unknown', errorKind: 'timeout' }
const noRights: AttemptResult = {
  ...noAnswer,
  outcome: 'misconfigured',
  httpStatus: 403,
  errorKind: 'rights',
}
const delivered: AttemptResult = {
  outcome: 'delivered',
  httpStatus: 200,
  answer: '"CM1"',
  vitecLeadId: 'CM1',
}
const limits: OutboundLimits = { atOnce: 5, perSecond: 10, timeoutMs: 30_000, magicPrefix: 'SANDBOX-' }

describe.each(testDatabases)('Vitec is spared on $kind', ({ create }) => {
  let database: Database
  let store: DeliveryStore
  let booked: { leadId: string; at: Date }[]

  beforeEach(async () => {
    database = await create()
    booked = []
    const book = async (_: unknown, leadId: string, at: Date) => {
      booked.push({ leadId, at })
    }
    store = createDeliveryStore(database.prisma, book, limits)
  })
  afterEach(() => database.close())

  const open = (leadId: string, at = now) =>
    store.openAttempt(leadId, request, { now: at, random: 0, reason: 'waiting' })
  const leads = (count: number, customerId = 'M1') =>
    Promise.all(Array.from({ length: count }, () => storeLead(database, { customerId })))
  const attempt = async (leadId: string, result: AttemptResult, at = now, reason?: 'probe') => {
    const begun = await beginAttempt(store, leadId, at, reason)
    if (!begun) throw new Error('no attempt was to be had')
    const move = afterAttempt(result, { attemptsMade: begun.scheduleStep, now: at, random: () => 0 })
    await store.closeAttempt(begun, result, move, at)
  }
  const kinds = (openings: { kind: string }[], kind: string) => openings.filter((it) => it.kind === kind)

  it('has no more attempts under way than allowed, however many instances ask', async () => {
    const openings = await Promise.all((await leads(12)).map((id) => open(id)))
    expect(kinds(openings, 'opened')).toHaveLength(5)
    expect(kinds(openings, 'full')).toHaveLength(7)
    const more = await storeLead(database)
    expect(await open(more, later(20))).toMatchObject({ kind: 'full' })
  })

  it('forgets attempts of a process that is gone, so that a crash does not take its places for ever', async () => {
    await Promise.all((await leads(5)).map((id) => open(id)))
    const more = await storeLead(database)
    expect(await open(more, later(32))).toMatchObject({ kind: 'opened' })
  })

  it('has no more attempts begun in a second than allowed, and says when there is room', async () => {
    const [more = '', ...ids] = await leads(11)
    for (const id of ids) await attempt(id, delivered)
    expect(await open(more, later(0.4))).toEqual({ kind: 'full', waitMs: 600 })
    expect(await open(more, later(1))).toMatchObject({ kind: 'opened' })
  })

  it('is left alone when it fails as a whole, and its leads are due and booked for later', async () => {
    for (const id of await leads(5)) await attempt(id, doubt)
    const id = await storeLead(database)
    expect(await open(id, later(1))).toEqual({ kind: 'held' })
    expect(await store.heldUntil(later(1))).toEqual(later(30))
    expect(await store.state(id)).toMatchObject({ status: 'pending', nextAttemptAt: later(30) })
    expect(booked).toEqual([{ leadId: id, at: later(30) }])
  })

  it('is asked with one lead when the time is up, and with the rest when that one is answered', async () => {
    for (const id of await leads(5)) await attempt(id, doubt)
    const [probe = '', other = ''] = await leads(2)
    const begun = await beginAttempt(store, probe, later(31))
    expect(begun).not.toBeNull()
    expect(await open(other, later(31))).toEqual({ kind: 'held' })
    if (begun) {
      const move = afterAttempt(delivered, { attemptsMade: 1, now: later(32), random: () => 0 })
      await store.closeAttempt(begun, delivered, move, later(32))
    }
    expect(await store.heldUntil(later(33))).toBeNull()
    expect(await open(other, later(40))).toMatchObject({ kind: 'opened' })
  })

  it('keeps its breaker shut for the faults that are asked for by name in the sandbox', async () => {
    for (const id of await leads(6, 'SANDBOX-TIMEOUT')) await attempt(id, doubt)
    expect(await open(await storeLead(database))).toMatchObject({ kind: 'opened' })
  })

  it('lets those pass too while the breaker is open, so that a fault can be tried at any time', async () => {
    for (const id of await leads(5)) await attempt(id, doubt)
    expect(await open(await storeLead(database, { customerId: 'SANDBOX-500' }))).toMatchObject({
      kind: 'opened',
    })
  })

  it('is probed for a paused customer with one lead, by one instance, and less and less often', async () => {
    const [first = ''] = await leads(3)
    await attempt(first, noRights)
    expect(await store.probes(later(299))).toEqual([])
    const asked = await Promise.all([store.probes(later(300)), store.probes(later(300))])
    expect(asked.flat()).toHaveLength(1)
    const [probe = ''] = asked.flat()
    await attempt(probe, noRights, later(300), 'probe')
    expect(await store.probes(later(599))).toEqual([])
    expect(await store.probes(later(600))).toHaveLength(1)
    expect(await store.probes(later(1199))).toEqual([])
  })

  it('takes the customer’s other leads when a probe gets through', async () => {
    const [first = '', second = ''] = await leads(2)
    await attempt(first, noRights)
    expect(await open(second, later(10))).toEqual({ kind: 'not_due' })
    await attempt(first, delivered, later(300), 'probe')
    expect(await store.state(second)).toMatchObject({ status: 'pending', nextAttemptAt: later(300) })
    expect(await open(second, later(301))).toMatchObject({ kind: 'opened' })
  })

  it('keeps a customer paused for an answer to an attempt that began before the pause', async () => {
    const [early = '', late = '', waiting = ''] = await leads(3)
    const begun = await beginAttempt(store, early, now)
    await attempt(late, noRights, later(1))
    if (!begun) throw new Error('no attempt was to be had')
    const move = afterAttempt(delivered, { attemptsMade: 1, now: later(2), random: () => 0 })
    await store.closeAttempt(begun, delivered, move, later(2))
    expect(await open(waiting, later(3))).toEqual({ kind: 'not_due' })
  })

  it('sends no probe where no pause is, because a lead is sent when it is due', async () => {
    const id = await storeLead(database, { at: later(60) })
    expect(await beginAttempt(store, id, now, 'probe')).toBeNull()
  })
})

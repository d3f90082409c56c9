import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import type { AttemptResult } from '@/lib/deliveries/attempt-result'
import type { OutboundLimits, Turn } from '@/lib/deliveries/delivery-store'
import { sandbox } from '@/lib/environments/environment'
import { someone } from '@/test/support/audit/someone'
import { testDatabases } from '@/test/support/database/test-database'
import { request, type TimedDelivery, timedDelivery } from '@/test/support/deliveries/begin-attempt'
import { storeLead } from '@/test/support/leads/store-lead'

const now = new Date('2026-03-01T12:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const noAnswer = { httpStatus: null, answer: null, word: 'x' }
const doubt: AttemptResult = { ...noAnswer, outcome: 'unknown', errorKind: 'reset' }
const timeout: AttemptResult = { ...noAnswer, outcome: 'unknown', errorKind: 'timeout' }
const noRights: AttemptResult = {
  ...noAnswer,
  outcome: 'misconfigured',
  httpStatus: 403,
  errorKind: 'rights',
}
const tooMuch = (retryAfterMs: number | null): AttemptResult => ({
  ...noAnswer,
  outcome: 'not_saved',
  httpStatus: 429,
  errorKind: 'limited',
  retryAfterMs,
})
const delivered: AttemptResult = {
  outcome: 'delivered',
  httpStatus: 200,
  answer: '"CM1"',
  vitecLeadId: 'CM1',
}
const limits: OutboundLimits = { atOnce: 5, perSecond: 10, slotMs: 35_000, magicPrefix: 'SANDBOX-' }

describe.each(testDatabases)('Vitec is spared on $kind', ({ create }) => {
  let database: Database
  let delivery: TimedDelivery

  beforeEach(async () => {
    database = await create()
    delivery = timedDelivery(database, limits)
  })
  afterEach(() => database.close())

  const leads = async (count: number, customerId = 'M1') => {
    const ids: string[] = []
    for (let made = 0; made < count; made++) ids.push(await storeLead(database, { customerId }))
    return ids
  }
  const take = async (at = now) => (await delivery.at(at)).takePlace()
  /** Takes what is due, and claims it. */
  const open = async (at = now) => {
    const turn = await take(at)
    if (turn.kind !== 'place') return turn.kind
    const attempt = await delivery.store.claim(turn, request)
    if (!attempt) throw new Error('a place could not be claimed')
    return attempt
  }
  /** Attempts one lead after the other, a second apart, all with the same result. */
  const attempts = async (ids: string[], result: AttemptResult, from = 0) => {
    for (const [number, id] of ids.entries()) await delivery.attempt(id, result, later(from + number))
  }
  const customerOf = async (turn: Turn) => {
    if (turn.kind !== 'place') return turn.kind
    const found = await delivery.store.read(turn.leadId)
    return found?.lead.vitecCustomerId
  }

  describe('in how many attempts are under way', () => {
    it('has no more than allowed, however many instances ask, and no customer has them all', async () => {
      await leads(12, 'M1')
      await leads(12, 'M2')
      const turns = await Promise.all(Array.from({ length: 12 }, () => take()))
      const customers = await Promise.all(turns.map(customerOf))
      expect(customers.filter((customer) => customer === 'full')).toHaveLength(7)
      for (const customer of ['M1', 'M2'])
        expect(customers.filter((it) => it === customer).length).toBeLessThan(5)
    })

    it('leaves one place free for others while one customer is slow', async () => {
      await leads(12, 'SLOW')
      for (let taken = 0; taken < 4; taken++) expect(await open(later(taken))).toMatchObject({ number: 1 })
      expect(await take(later(4))).toMatchObject({ kind: 'full' })
      const [good] = await leads(1, 'GOOD')
      expect(await take(later(4))).toMatchObject({ kind: 'place', leadId: good })
    })

    it('forgets attempts of a process that is gone, so that a crash does not take its places for ever', async () => {
      await leads(6)
      for (let taken = 0; taken < 4; taken++) await open(later(taken * 0.1))
      expect(await open(later(34))).toBe('full')
      const turn = await take(later(36))
      expect(turn).toMatchObject({ kind: 'place', abandoned: true })
      expect(await delivery.store.settleInterrupted()).toBe(4)
    })

    it('gives a place that was not claimed in time to the next, and the lead is sent all the same', async () => {
      const [id] = await leads(1)
      const missed = await take()
      if (missed.kind !== 'place') throw new Error('no place was to be had')
      await delivery.at(later(0.2))
      expect(await delivery.store.claim(missed, request)).toBeNull()
      expect(await take(later(0.3))).toMatchObject({ kind: 'place', leadId: id })
    })
  })

  describe('in how many attempts are sent in a second', () => {
    it('sends them evenly, a little more than a tenth of a second apart, because one may be late by as much', async () => {
      await leads(4, 'M1')
      const waits: unknown[] = []
      for (let taken = 0; taken < 4; taken++) {
        const turn = await take()
        waits.push(turn.kind === 'place' && turn.waitMs)
      }
      expect(waits).toEqual([0, 105, 210, 315])
    })

    it('books nothing more than a second ahead, because its clock may be set back', async () => {
      const patient = timedDelivery(database, { ...limits, perSecond: 1 })
      await leads(2, 'M1')
      await leads(2, 'M2')
      const kinds: unknown[] = []
      for (let taken = 0; taken < 3; taken++) {
        const turn = await (await patient.at(now)).takePlace()
        kinds.push([turn.kind, turn.kind === 'idle' || turn.waitMs])
      }
      expect(kinds).toEqual([
        ['place', 0],
        ['full', 50],
        ['full', 50],
      ])
    })

    it('waits a second where the schedule was lost with a crash of the database', async () => {
      await leads(1)
      await delivery.at(now)
      await database.pool.query('DELETE FROM outbound_schedule')
      expect(await take()).toMatchObject({ kind: 'place', waitMs: 1000 })
    })
  })

  describe('whose turn it is', () => {
    it('goes from customer to customer, however many leads one of them has', async () => {
      await leads(3, 'A')
      await leads(1, 'B')
      await leads(1, 'C')
      const order: unknown[] = []
      for (let taken = 0; taken < 4; taken++) order.push(await customerOf(await take(later(taken))))
      expect(order).toEqual(['A', 'B', 'C', 'A'])
    })

    it('takes of each customer what somebody waits for, then what is tried again, then what is sent in bulk', async () => {
      const [bulk = '', retried = '', first = ''] = await leads(3)
      await database.prisma.lead.update({ where: { id: bulk }, data: { lane: 2 } })
      await database.prisma.lead.update({ where: { id: retried }, data: { lane: 1 } })
      const order: unknown[] = []
      for (let taken = 0; taken < 3; taken++) {
        const attempt = await open(later(taken))
        if (typeof attempt === 'string') throw new Error(attempt)
        order.push(attempt.leadId)
      }
      expect(order).toEqual([first, retried, bulk])
    })

    it('takes the oldest first', async () => {
      const young = await storeLead(database, { at: later(2) })
      const old = await storeLead(database, { at: later(1) })
      const order = [await open(later(3)), await open(later(4))]
      expect(order).toMatchObject([{ leadId: old }, { leadId: young }])
    })

    it('passes over a lead that somebody has locked, so that it stops no other', async () => {
      const [locked = '', other] = await leads(2)
      if (database.kind === 'embedded') return
      await database.prisma.$transaction(async (transaction) => {
        await transaction.$queryRaw`SELECT id::text FROM lead WHERE id = ${locked}::uuid FOR UPDATE`
        expect(await open()).toMatchObject({ leadId: other })
        expect(await open(later(1))).toBe('idle')
      })
      expect(await open(later(2))).toMatchObject({ leadId: locked })
    })
  })

  describe('after trouble', () => {
    it('leaves a customer alone whose leads fail, and takes the others’', async () => {
      await attempts(await leads(5, 'BAD'), doubt)
      await leads(3, 'BAD')
      const [good] = await leads(1, 'GOOD')
      expect(await open(later(5))).toMatchObject({ leadId: good })
      expect(await open(later(6))).toBe('idle')
      expect(await delivery.store.heldUntil(), 'one customer is not all of Vitec').toBeNull()
    })

    it.each([
      ['four leads in a row are not enough', 4, 1],
      ['one lead that fails again and again is not, because that may be the lead', 1, 5],
    ])('goes on with a customer: %s', async (_, count, times) => {
      const ids = await leads(count)
      for (let time = 0; time < times; time++) {
        for (const [number, id] of ids.entries()) {
          if (time > 0) await delivery.act(id, 'send_again', later(time * 10 + number), someone)
          await delivery.attempt(id, doubt, later(time * 10 + number))
        }
      }
      await leads(1)
      expect(await open(later(60))).toMatchObject({ number: 1 })
    })

    it('leaves a customer alone for as long again as its trouble has lasted, ten minutes at most', async () => {
      await attempts(await leads(5), doubt)
      const waits: number[] = []
      for (let now = 40; waits.length < 6; ) {
        const [id = ''] = await leads(1)
        await delivery.attempt(id, doubt, later(now))
        const [other = ''] = await leads(1)
        const { nextAttemptAt } = (await delivery.state(other)) ?? {}
        await delivery.act(other, 'cancel', later(now), someone)
        const wait = ((nextAttemptAt?.getTime() ?? 0) - later(now).getTime()) / 1000
        waits.push(wait)
        now += wait
      }
      expect(waits).toEqual([36, 72, 144, 288, 576, 600])
    })

    it.each([
      ['refuses a lead', { ...noAnswer, outcome: 'rejected', httpStatus: 400 }],
      ['takes one', delivered],
    ] as const)('takes all of a customer’s leads again when Vitec %s', async (_, answer) => {
      await attempts(await leads(5), doubt)
      await attempts(await leads(1), answer, 40)
      await leads(2)
      expect(await open(later(41))).toMatchObject({ number: 1 })
      expect(await open(later(42))).toMatchObject({ number: 1 })
    })

    it('asks a customer that failed with one lead when the time is up, and takes the rest when that one is delivered', async () => {
      await attempts(await leads(5), doubt)
      const ids = await leads(2)
      const attempt = await open(later(40))
      if (typeof attempt === 'string') throw new Error(attempt)
      expect(ids).toContain(attempt.leadId)
      expect(await open(later(41)), 'while the first is under way').toBe('full')
      await delivery.close(attempt, delivered, later(42))
      expect(await open(later(43))).toMatchObject({ number: 1 })
    })

    it('says when a lead is sent next while its customer is left alone', async () => {
      await attempts(await leads(5), doubt)
      const [id = ''] = await leads(1)
      expect(await delivery.state(id)).toMatchObject({ nextAttemptAt: later(4 + 30) })
    })

    it('has one attempt of a customer at a time after one that was not answered in time, until one is delivered', async () => {
      await attempts(await leads(1), timeout)
      await leads(3)
      const attempt = await open(later(1))
      if (typeof attempt === 'string') throw new Error(attempt)
      expect(await open(later(2))).toBe('full')
      await delivery.close(attempt, delivered, later(3))
      await open(later(4))
      expect(await open(later(5))).toMatchObject({ number: 1 })
    })

    it('is left alone as a whole when different customers fail and none succeeds', async () => {
      for (const [number, customer] of ['A', 'B', 'C', 'A', 'B'].entries())
        await attempts(await leads(1, customer), doubt, number)
      await leads(1, 'D')
      expect(await take(later(5))).toMatchObject({ kind: 'held' })
      expect(await delivery.store.heldUntil()).toEqual(later(4 + 30))
      const attempt = await open(later(36))
      if (typeof attempt === 'string') throw new Error(attempt)
      await leads(1, 'E')
      expect(await open(later(37)), 'one at a time').toBe('full')
      await delivery.close(attempt, delivered, later(38))
      expect(await open(later(39))).toMatchObject({ number: 1 })
    })

    it('is not left alone as a whole while one customer succeeds', async () => {
      for (const [number, customer] of ['A', 'B', 'C', 'A'].entries())
        await attempts(await leads(1, customer), doubt, number)
      await attempts(await leads(1, 'GOOD'), delivered, 4)
      await attempts(await leads(1, 'B'), doubt, 5)
      await leads(1, 'D')
      expect(await open(later(6))).toMatchObject({ number: 1 })
    })

    it('holds nothing against it that was asked for by name in the sandbox', async () => {
      await attempts(await leads(6, 'SANDBOX-TIMEOUT'), timeout)
      await leads(3, 'SANDBOX-TIMEOUT')
      await open(later(7))
      expect(await open(later(8))).toMatchObject({ number: 1 })
    })
  })

  describe('when it says that it is too much', () => {
    it('leaves the customer alone for as long as it asks, and the others not', async () => {
      await attempts(await leads(1, 'BUSY'), tooMuch(20_000))
      await leads(1, 'BUSY')
      const [good] = await leads(1, 'GOOD')
      expect(await open(later(1))).toMatchObject({ leadId: good })
      expect(await open(later(19))).toBe('idle')
      expect(await open(later(21))).toMatchObject({ number: 1 })
    })

    it('is left alone by all, at most a minute, when it said so to two customers within a minute', async () => {
      await attempts(await leads(1, 'BUSY'), tooMuch(3_600_000))
      await attempts(await leads(1, 'ALSO'), tooMuch(3_600_000), 10)
      await leads(1, 'GOOD')
      expect(await take(later(11))).toMatchObject({ kind: 'held', waitMs: 59_000 })
      expect(await open(later(71))).toMatchObject({ number: 1 })
    })
  })

  describe('while a customer is paused', () => {
    it('is probed with one lead, by one instance, and less and less often', async () => {
      const [first = ''] = await leads(3)
      await delivery.attempt(first, noRights, now)
      expect(await open(later(299))).toBe('idle')
      const turns = [await take(later(300)), await take(later(300))]
      expect(turns.map(({ kind }) => kind)).toEqual(['place', 'full'])
      const [probe] = turns
      if (probe?.kind !== 'place') throw new Error('there was no probe')
      const attempt = await delivery.store.claim(probe, request)
      if (!attempt) throw new Error('the probe could not be claimed')
      await delivery.close(attempt, noRights, later(300))
      expect(await open(later(599))).toBe('idle')
      const second = await open(later(600))
      if (typeof second === 'string') throw new Error(second)
      await delivery.close(second, noRights, later(600))
      expect(await open(later(1199))).toBe('idle')
    })

    it('takes the customer’s other leads when a probe gets through', async () => {
      const [first = '', second = ''] = await leads(2)
      await delivery.attempt(first, noRights, now)
      expect(await open(later(10))).toBe('idle')
      await delivery.attempt(first, delivered, later(300))
      expect(await open(later(301))).toMatchObject({ leadId: second })
    })

    it('keeps it paused for an answer to an attempt that began before the pause', async () => {
      const [early = '', late = ''] = await leads(3)
      const begun = await delivery.begin(early, now)
      await delivery.attempt(late, noRights, later(1))
      if (!begun) throw new Error('no attempt was to be had')
      await delivery.close(begun, delivered, later(2))
      expect(await open(later(3))).toBe('idle')
    })
  })

  describe('whatever its clock does', () => {
    it('goes on when the clock is set back an hour, with what was due and what is to come', async () => {
      const [due = '', retried = ''] = await leads(2)
      await delivery.attempt(
        retried,
        { ...noAnswer, outcome: 'not_sent', errorKind: 'dns', retryAfterMs: null },
        now,
      )
      await take(later(1))
      // As a clock that is set back does it: nothing of the schedule is begun anew.
      const back = "UPDATE test_clock SET at = at - interval '1 hour'"
      await database.pool.query(back)
      expect(await delivery.store.takePlace()).toMatchObject({ kind: 'place', leadId: due, waitMs: 1000 })
      const { nextAttemptAt } = (await delivery.state(retried)) ?? {}
      expect(nextAttemptAt).toEqual(later(5 - 3600))
    })

    it('is left alone no longer for what failed by a clock that was set back, and anew for what fails then', async () => {
      const customers = ['A', 'B', 'C', 'A', 'B']
      for (const [number, customer] of customers.entries())
        await attempts(await leads(1, customer), doubt, number)
      await leads(1, 'D')
      expect(await take(later(5))).toMatchObject({ kind: 'held' })
      await database.pool.query("UPDATE test_clock SET at = at - interval '1 hour'")
      expect(await delivery.store.takePlace()).toMatchObject({ kind: 'place' })
      expect(await delivery.store.heldUntil()).toBeNull()
      for (const [number, customerId] of customers.entries()) {
        const id = await storeLead(database, { customerId, at: later(-3600) })
        await delivery.attempt(id, doubt, later(number + 7 - 3600))
      }
      expect(await delivery.store.heldUntil()).toEqual(later(11 + 30 - 3600))
    })

    it('has an attempt in doubt after an hour forward, and its answer settles it', async () => {
      const [id = ''] = await leads(1)
      const begun = await delivery.begin(id, now)
      await database.pool.query("UPDATE test_clock SET at = at + interval '1 hour'")
      const turn = await delivery.store.takePlace()
      expect(turn).toMatchObject({ abandoned: true })
      await delivery.store.settleInterrupted()
      if (!begun) throw new Error('no attempt was to be had')
      await delivery.close(begun, delivered, later(3600))
      expect(await delivery.state(id)).toMatchObject({ status: 'delivered' })
    })
  })

  it('is sent nothing of another environment', async () => {
    await storeLead(database, { environment: 'https://connect.example.com' })
    expect(await open()).toBe('idle')
    expect(sandbox).not.toBe('https://connect.example.com')
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDeliveryStore } from '@/lib/db/delivery/delivery-store'
import type { Database } from '@/lib/db/open-database'
import { noLimits } from '@/lib/db/testing/begin-attempt'
import { storeLead } from '@/lib/db/testing/store-lead'
import { testDatabases } from '@/lib/db/testing/test-database'
import { deliverLead } from '@/lib/delivery/deliver-lead'
import type { DeliveryStore } from '@/lib/delivery/delivery-store'
import { retryDelays } from '@/lib/delivery/retry-schedule'
import { listenHttp } from '@/lib/vitec/testing/local-server'
import { testClient } from '@/lib/vitec/testing/test-client'

const begin = new Date('2026-03-01T12:00:00Z')
const second = 1000
const minute = 60 * second
const hour = 60 * minute

describe.each(testDatabases)('a lead that Vitec is away for, on $kind', ({ create }) => {
  let database: Database
  let store: DeliveryStore
  const booked: { leadId: string; at: Date }[] = []
  beforeAll(async () => {
    database = await create()
    const book = async (_: unknown, leadId: string, at: Date) => {
      booked.push({ leadId, at })
    }
    store = createDeliveryStore(database.prisma, book, noLimits)
  })
  afterAll(() => database.close())

  /** A lead, a clock that stands still until it is set, and what the job engine does at each time. */
  const start = async (baseUrl: string) => {
    const leadId = await storeLead(database, { at: begin })
    let now = begin
    const clock = () => now
    const ports = {
      store,
      vitec: testClient(baseUrl, 5_000, clock),
      now: clock,
      random: () => 0,
      wait: async () => {},
    }
    const state = async () => {
      const found = await store.state(leadId)
      if (!found) throw new Error('the lead is gone')
      return found
    }
    const attempts = () => database.prisma.deliveryAttempt.count({ where: { leadId } })
    const deliver = () => deliverLead(ports, leadId, { reason: 'waiting', isWanted: () => true })
    /** Attempts it at the time given, if it is due. Resolves to the wait until the next attempt in ms; `null`: there is none. */
    const deliverAt = async (at: Date) => {
      now = at
      const before = await attempts()
      await deliver()
      const { nextAttemptAt } = await state()
      if ((await attempts()) === before) return 'not made'
      return nextAttemptAt && nextAttemptAt.getTime() - at.getTime()
    }
    const due = async () => (await state()).nextAttemptAt ?? new Date(Number.NaN)
    return { leadId, state, attempts, deliverAt, due, clock }
  }
  const justBefore = (time: Date) => new Date(time.getTime() - 1)

  it.each([
    ['answers 503', () => listenHttp((_, response) => response.writeHead(503).end()), 'HTTP 503'],
    ['refuses the connection', async () => 'http://127.0.0.1:1', 'The connection was refused'],
  ])('is tried ten times in two days by the schedule, and given up, while it %s', async (_, vitec, word) => {
    const lead = await start(await vitec())
    const waits = [await lead.deliverAt(begin)]
    const times: Date[] = []
    while ((await lead.state()).status === 'pending') {
      const due = await lead.due()
      times.push(due)
      expect(await lead.deliverAt(justBefore(due)), 'a moment too early').toBe('not made')
      waits.push(await lead.deliverAt(due))
    }
    expect(waits).toEqual([...retryDelays, null])
    expect(await lead.state()).toMatchObject({ status: 'failed', nextAttemptAt: null, word })
    expect(booked.filter(({ leadId }) => leadId === lead.leadId).map(({ at }) => at)).toEqual(times)
    expect(await lead.deliverAt(new Date('2027-03-01')), 'a year later').toBe('not made')
    expect(await lead.attempts()).toBe(10)
  })

  it('begins the schedule anew when a person sends it again, and is delivered when Vitec is back', async () => {
    let isBack = false
    const base = await listenHttp((_, response) => response.writeHead(isBack ? 200 : 503).end('"CMLEAD1"'))
    const lead = await start(base)
    for (let at = begin; Number.isFinite(at.getTime()); at = await lead.due()) await lead.deliverAt(at)
    expect(await lead.state()).toMatchObject({ status: 'failed' })
    expect(await store.act(lead.leadId, 'send_again', lead.clock())).toBe(true)
    expect(await lead.deliverAt(lead.clock())).toBe(retryDelays[0])
    isBack = true
    expect(await lead.deliverAt(await lead.due())).toBeNull()
    expect(await lead.state()).toMatchObject({ status: 'delivered', vitecLeadId: 'CMLEAD1' })
    expect(await lead.attempts()).toBe(12)
  })

  it('waits as long as Vitec asks, in seconds or until a time, where that is longer and at most an hour', async () => {
    let retryAfter = ''
    const base = await listenHttp((_, response) =>
      response.writeHead(503, { 'Retry-After': retryAfter }).end(),
    )
    const lead = await start(base)
    const waitAfter = async (at: Date, header: string) => {
      retryAfter = header
      return lead.deliverAt(at)
    }
    const inUtc = (at: Date, ms: number) => new Date(at.getTime() + ms).toUTCString()
    expect(await waitAfter(begin, '2'), 'less than the schedule').toBe(5 * second)
    expect(await waitAfter(await lead.due(), '120'), 'more').toBe(2 * minute)
    const third = await lead.due()
    expect(await waitAfter(third, inUtc(third, 7 * minute)), 'until a time').toBe(7 * minute)
    const fourth = await lead.due()
    expect(await waitAfter(fourth, inUtc(fourth, 24 * hour)), 'until tomorrow').toBe(hour)
    expect(await waitAfter(await lead.due(), '86400'), 'for a day').toBe(hour)
    expect(await waitAfter(await lead.due(), 'soon'), 'nobody knows').toBe(3 * hour)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { someone } from '@/lib/audit/testing/someone'
import type { Database } from '@/lib/db/open-database'
import { storeLead } from '@/lib/db/testing/store-lead'
import { testDatabases } from '@/lib/db/testing/test-database'
import { sendingInstance } from '@/lib/server/testing/sending-instance'
import { listenHttp } from '@/lib/vitec/testing/local-server'
import { testClient } from '@/lib/vitec/testing/test-client'
import { retryDelays } from './after-attempt'

const begin = new Date('2026-03-01T12:00:00Z')
const second = 1000
const minute = 60 * second
const hour = 60 * minute

describe.each(testDatabases)('a lead that Vitec is away for, on $kind', ({ create }) => {
  let database: Database
  beforeAll(async () => {
    database = await create()
  })
  afterAll(() => database.close())

  /** A lead, a clock that stands still until it is set, and what an instance does at each time. */
  const start = async (baseUrl: string) => {
    const leadId = await storeLead(database, { at: begin })
    let now = begin
    const clock = () => now
    const instance = sendingInstance(database, testClient(baseUrl, 5_000, clock))
    const state = async () => {
      const found = await instance.state(leadId)
      if (!found) throw new Error('the lead is gone')
      return found
    }
    /** When each was made. */
    const attempts = async () => {
      const select = { startedAt: true }
      const found = await database.prisma.deliveryAttempt.findMany({
        where: { leadId },
        orderBy: { number: 'asc' },
        select,
      })
      return found.map(({ startedAt }) => startedAt)
    }
    /** Attempts it at the time given, if it is due. Resolves to the wait until the next attempt in ms; `null`: there is none. */
    const deliverAt = async (at: Date) => {
      now = at
      const before = (await attempts()).length
      await instance.send(leadId, at)
      const { nextAttemptAt } = await state()
      if ((await attempts()).length === before) return 'not made'
      return nextAttemptAt && nextAttemptAt.getTime() - at.getTime()
    }
    const due = async () => (await state()).nextAttemptAt ?? new Date(Number.NaN)
    const sendAgain = () => instance.act(leadId, 'send_again', now, someone)
    return { state, attempts, deliverAt, due, clock, sendAgain }
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
    expect(await lead.deliverAt(new Date('2027-03-01')), 'a year later').toBe('not made')
    expect(await lead.attempts()).toEqual([begin, ...times])
    expect(times).toHaveLength(9)
  })

  it('begins the schedule anew when a person sends it again, and is delivered when Vitec is back', async () => {
    let isBack = false
    const base = await listenHttp((_, response) => response.writeHead(isBack ? 200 : 503).end('"CMLEAD1"'))
    const lead = await start(base)
    for (let at = begin; Number.isFinite(at.getTime()); at = await lead.due()) await lead.deliverAt(at)
    expect(await lead.state()).toMatchObject({ status: 'failed' })
    expect(await lead.sendAgain()).toBe(true)
    expect(await lead.deliverAt(lead.clock())).toBe(retryDelays[0])
    isBack = true
    expect(await lead.deliverAt(await lead.due())).toBeNull()
    expect(await lead.state()).toMatchObject({ status: 'delivered', vitecLeadId: 'CMLEAD1' })
    expect(await lead.attempts()).toHaveLength(12)
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

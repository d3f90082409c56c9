import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createBulkSendStore } from '@/lib/bulk-sends/store/create-bulk-send-store'
import type { Database } from '@/lib/db/open-database'
import { lookUpLead } from '@/lib/deliveries/look-up/look-up-lead'
import { createLookUpStore } from '@/lib/deliveries/store/create-look-up-store'
import { noFilter } from '@/lib/leads/log-filter'
import { readRecord } from '@/lib/leads/store/read-record'
import { someone } from '@/test/support/audit/someone'
import { testDatabases } from '@/test/support/database/test-database'
import { noLimits } from '@/test/support/deliveries/begin-attempt'
import { storeLead } from '@/test/support/leads/store-lead'
import { sendingInstance } from '@/test/support/sending/sending-instance'
import { listenHttp } from '@/test/support/vitec/local-server'
import { testClient } from '@/test/support/vitec/test-client'
import { type EnvironmentId, sandbox } from './environment'

const live = 'https://connect.example.com'
const newHost = 'https://new.example.com'
const begin = new Date('2026-03-01T12:00:00Z')
const nextDay = new Date('2026-03-02T12:00:00Z')

/** What a Vitec answers to leads of customers that are named after it. */
const answers: Record<string, [number, string]> = {
  AWAY: [503, ''],
  SHUT: [403, ''],
  LOST: [200, 'unreadable'],
  NO: [400, '"No."'],
  WELL: [200, '"CMLEAD1"'],
}

describe.each(testDatabases)('a lead that was born elsewhere, on $kind', ({ create }) => {
  let database: Database
  beforeEach(async () => {
    database = await create()
  })
  afterEach(() => database.close())

  /** A process that sends to one place, and all that was sent to it. */
  const open = async (environment: EnvironmentId, limits = noLimits) => {
    const requests: string[] = []
    const baseUrl = await listenHttp((request, response) => {
      requests.push(request.url ?? '')
      const [status, body] = answers[/[A-Z]+/.exec(request.url?.split('/Lead/')[1] ?? '')?.[0] ?? ''] ?? [
        200,
        '"CM1"',
      ]
      response.writeHead(status).end(body)
    })
    const bulk = createBulkSendStore(database, { book: async () => {}, environment })
    const vitec = testClient(baseUrl)
    const instance = sendingInstance(database, vitec, { environment, limits })
    let now = begin
    return {
      ...instance,
      bulk,
      requests,
      send: (id: string) => instance.send(id, now),
      lookUp: (id: string) =>
        lookUpLead(
          {
            store: createLookUpStore(database.prisma, environment),
            list: vitec.listIncomingLeads,
            now: () => now,
          },
          id,
          someone,
        ),
      /** What the machine does by itself a day later. */
      async nextDay() {
        now = nextDay
        await instance.sendDue(nextDay)
      },
    }
  }

  /** Leads that a process took in and tried to send, in every state in which one can be sent once more. */
  const leadsOf = async (environment: EnvironmentId, process: Awaited<ReturnType<typeof open>>) => {
    const ids: string[] = []
    for (const customerId of ['AWAY', 'SHUT', 'SHUT', 'LOST', 'NO']) {
      const id = await storeLead(database, {
        customerId: `${customerId}-${environment.length}`,
        at: begin,
        environment,
      })
      await process.send(id)
      ids.push(id)
    }
    const stopped = await storeLead(database, { customerId: 'WELL', at: begin, environment })
    await process.act(stopped, 'cancel', begin, someone)
    return [...ids, stopped]
  }

  it.each([
    ['a lead of the sandbox, live', sandbox, live],
    ['a live lead, in the sandbox', live, sandbox],
    ['a lead for another host of Vitec', live, newHost],
  ])('is never sent: %s, whoever asks and however', async (_, born, here) => {
    const there = await open(born)
    const ids = await leadsOf(born, there)
    const now = await open(here)
    await now.nextDay()
    for (const id of ids) {
      await now.send(id)
      expect(await now.act(id, 'send_again', nextDay, someone)).toBe(false)
      await expect(now.lookUp(id)).rejects.toMatchObject({ code: 'not_allowed' })
      expect(await readRecord(database.prisma, here, id)).toMatchObject({
        environment: born,
        obstacle: 'environment',
        allowedActions: expect.not.arrayContaining(['send_again', 'look_up']),
      })
    }
    for (const status of ['pending', 'rejected', 'unknown', 'cancelled'] as const) {
      const chosen = { ...noFilter, status }
      expect(await now.bulk.count(chosen), status).toBe(0)
      const request = { ...chosen, id: crypto.randomUUID(), expected: 1 }
      expect(await now.bulk.begin(request, nextDay, someone)).toEqual({ kind: 'changed', total: 0 })
    }
    expect(await now.resume(`SHUT-${born.length}`, nextDay, someone)).toBe(false)
    expect(now.requests).toEqual([])

    const before = there.requests.length
    await there.nextDay()
    expect(there.requests.length - before, 'at home two are sent on: what was due, and a probe').toBe(2)
  })

  it('can be stopped, and be said to be there, by a person who looked', async () => {
    const there = await open(sandbox)
    const [away = '', , , lost = ''] = await leadsOf(sandbox, there)
    const now = await open(live)
    expect(await now.act(away, 'cancel', nextDay, someone)).toBe(true)
    expect(await now.act(lost, 'settle', nextDay, someone)).toBe(true)
  })

  it('pauses its customer where it was refused, and nowhere else', async () => {
    const customerId = 'SHUT'
    const there = await open(sandbox)
    await there.send(await storeLead(database, { customerId, at: begin, environment: sandbox }))
    const now = await open(live)
    const real = await storeLead(database, { customerId, at: begin, environment: live })
    expect(await readRecord(database.prisma, live, real)).toMatchObject({ customerPaused: false })
    await now.send(real)
    expect(now.requests).toHaveLength(1)
    await there.resume(customerId, nextDay, someone)
    expect(await readRecord(database.prisma, live, real)).toMatchObject({ customerPaused: true })
  })

  it('says nothing of how another Vitec is: five that failed in the sandbox hold up nothing live', async () => {
    // Without customers whose failures are meant: those count for no customer.
    const limits = { ...noLimits, magicPrefix: null }
    const there = await open(sandbox, limits)
    for (let count = 0; count < 5; count++)
      await there.send(
        await storeLead(database, { customerId: `AWAY-${count}`, at: begin, environment: sandbox }),
      )
    expect(await there.store.heldUntil()).not.toBeNull()
    expect(await (await open(live, limits)).store.heldUntil()).toBeNull()
  })
})

import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createBulkSendStore } from '@/lib/bulk-sends/store/create-bulk-send-store'
import type { Database } from '@/lib/db/open-database'
import { lookUpLead } from '@/lib/deliveries/look-up/look-up-lead'
import { createLookUpStore } from '@/lib/deliveries/store/create-look-up-store'
import { sandbox } from '@/lib/environments/environment'
import { noFilter } from '@/lib/leads/log-filter'
import { readRecord } from '@/lib/leads/store/read-record'
import { log } from '@/lib/log'
import { someone } from '@/test/support/audit/someone'
import { testDatabases } from '@/test/support/database/test-database'
import { storeLead } from '@/test/support/leads/store-lead'
import { sendingInstance } from '@/test/support/sending/sending-instance'
import { listenHttp } from '@/test/support/vitec/local-server'
import { testClient } from '@/test/support/vitec/test-client'
import { createSending } from './control-sending'
import { beginHold, createHoldStore } from './store/create-hold-store'
import type { WaitingAction, WaitingFilter } from './waiting-lead'

const silent = vi.spyOn(log, 'error').mockReturnValue(undefined)
afterAll(() => silent.mockRestore())

const live = 'https://connect.example.com'
const former = 'https://former.example.com'
const begin = new Date('2026-03-01T12:00:00Z')
const nextDay = new Date('2026-03-02T12:00:00Z')
const all: WaitingFilter = { customer: null, status: null, leadId: null, environment: null }

describe.each(testDatabases)('while all sending is held, on $kind', ({ create }) => {
  let database: Database
  let requests: string[]
  let vitec: ReturnType<typeof testClient>
  beforeEach(async () => {
    database = await create()
    requests = []
    vitec = testClient(
      await listenHttp((request, response) => {
        requests.push(request.url ?? '')
        response.end(`"CM${requests.length}"`)
      }),
    )
  })
  afterEach(() => database.close())

  /** A process; two of them share the database and nothing else. */
  const open = (environment = sandbox) => {
    const instance = sendingInstance(database, vitec, { environment })
    const looking = {
      store: createLookUpStore(database.prisma, environment),
      list: vitec.listIncomingLeads,
      now: () => nextDay,
    }
    const sending = createSending({
      store: createHoldStore(database.prisma, environment),
      lookUp: (id) => lookUpLead(looking, id, someone),
      wake: () => {},
    })
    const bulk = createBulkSendStore(database, { book: async () => {}, environment })
    return {
      ...instance,
      send: (id: string) => instance.send(id, nextDay),
      sendDue: () => instance.sendDue(nextDay),
      sending,
      bulk,
    }
  }
  const lead = (customerId = 'M1', environment = sandbox) =>
    storeLead(database, { customerId, at: begin, environment })
  const hold = () => open().sending.hold(someone)
  const restore = () =>
    database.prisma.$transaction((transaction) =>
      beginHold(transaction, { reason: 'restored', actor: 'system', from: 'none' }),
    )
  const statusOf = async (id: string) => (await open().state(id))?.status
  /** Does an act to all that a person was shown, as the screen does. */
  const act = async (action: WaitingAction, filter = all, { sending } = open()) => {
    const { total, until } = await sending.count(action, filter)
    if (total === 0) return { total, done: 0 }
    let [seen, done, after]: [number, number, string | null] = [0, 0, null]
    for (;;) {
      const step = await sending.step(
        {
          id: crypto.randomUUID(),
          action,
          filter,
          until,
          expected: total - seen,
          after,
        },
        someone,
      )
      seen += step.seen
      done += step.done
      after = step.next
      if (after === null || seen >= total) return { total, done }
    }
  }

  it('nothing is sent, by no instance, however it is asked for, until it is let go: then all of it', async () => {
    const ids = [await lead(), await lead()]
    const paused = await lead('M2')
    const customer = { environment: sandbox, vitecCustomerId: 'M2' }
    await database.prisma.customerPause.create({ data: { ...customer, reason: 'x', nextProbeAt: begin } })
    const { hold: held } = await hold()
    for (const instance of [open(), open()]) {
      await instance.sendDue()
      for (const id of [...ids, paused]) await instance.send(id)
    }
    const [first = ''] = ids
    await open().act(first, 'send_again', nextDay, someone)
    const { bulk } = open()
    const chosen = { ...noFilter, id: crypto.randomUUID(), status: 'pending', expected: 3 } as const
    expect(await bulk.begin(chosen, nextDay, someone)).toEqual({ kind: 'begun' })
    while (await bulk.takeTurn(chosen.id, nextDay)) await open().sendDue()
    expect(requests).toEqual([])
    expect(await readRecord(database.prisma, sandbox, first)).toMatchObject({ obstacle: 'hold' })

    await open().sending.lift(held?.id ?? '', someone)
    for (const id of ids) await open().send(id)
    expect(await Promise.all(ids.map(statusOf))).toEqual(['delivered', 'delivered'])
  })

  it('an attempt that is under way ends as it will', async () => {
    const id = await lead()
    const { begin: beginAttempt, close } = open()
    const attempt = await beginAttempt(id, nextDay)
    await hold()
    if (!attempt) throw new Error('no attempt was due')
    const result = { outcome: 'delivered', httpStatus: 200, answer: '"CM9"', vitecLeadId: 'CM9' } as const
    await close(attempt, result, nextDay)
    expect(await statusOf(id)).toBe('delivered')
  })

  it('is begun once by two who press at once, lifted by whoever saw it, and both are told who it was', async () => {
    const [one, other] = await Promise.all([hold(), hold()])
    expect(one).toEqual(other)
    expect(one.hold).toMatchObject({ reason: 'administrator', by: someone.by })
    const events = await database.prisma.auditEvent.count({ where: { verb: 'sending.hold' } })
    expect(events).toBe(1)
    const lift = () => open().sending.lift(one.hold?.id ?? '', someone)
    expect(await lift()).toEqual({ hold: null })
    await expect(lift()).rejects.toMatchObject({ code: 'not_allowed' })
  })

  it('a part is released by customer, and the rest waits', async () => {
    const [mine, other] = [await lead('M1'), await lead('M2')]
    await hold()
    expect(await act('release', { ...all, customer: 'M1' })).toEqual({ total: 1, done: 1 })
    await open().sendDue()
    expect([await statusOf(mine), await statusOf(other)]).toEqual(['delivered', 'pending'])
    expect(await open().sending.overview()).toMatchObject({ pending: 1, customers: [{ vitecId: 'M2' }] })
  })

  it('no act is done to more leads than the person was shown', async () => {
    await lead()
    await hold()
    const { sending } = open()
    const { total, until } = await sending.count('release', all)
    await lead()
    const late = await storeLead(database, { at: nextDay })
    const step = {
      id: crypto.randomUUID(),
      action: 'release',
      filter: all,
      until,
      expected: total,
      after: null,
    } as const
    await expect(sending.step(step, someone)).rejects.toMatchObject({
      code: 'set_changed',
      details: { total: 2 },
    })
    expect(await sending.step({ ...step, expected: 2 }, someone)).toMatchObject({ seen: 2, done: 2 })
    await open().sendDue()
    expect(await statusOf(late), 'it came later than what was counted').toBe('pending')
  })

  it('what waits in short steps is released whole, also where it is more than one step', async () => {
    const first = await lead()
    await database.pool.query(
      `INSERT INTO lead SELECT (l).* FROM (
         SELECT jsonb_populate_record(lead, jsonb_build_object('id', gen_random_uuid())) AS l
         FROM lead, generate_series(1, 1100) WHERE id = $1) copies`,
      [first],
    )
    await hold()
    expect(await act('release')).toEqual({ total: 1101, done: 1101 })
    expect(await open().sending.overview()).toMatchObject({ pending: 0 })
  })

  it('what waits for an administrator alone cannot be said to be in Vitec: it was never sent', async () => {
    const id = await lead()
    await hold()
    expect(await act('settle')).toEqual({ total: 0, done: 0 })
    expect(await open().act(id, 'settle', nextDay, someone)).toBe(false)
  })

  it('after a restore what waits can be said to be in Vitec, singly and together; what came later cannot', async () => {
    const [one, ...more] = [await lead(), await lead(), await lead()]
    await restore()
    const late = await storeLead(database, { at: new Date(Date.now() + 60_000) })
    expect(await readRecord(database.prisma, sandbox, one ?? '')).toMatchObject({
      obstacle: 'restore',
      allowedActions: ['settle', 'cancel', 'look_up', 'replace'],
    })
    expect(await open().act(one ?? '', 'settle', nextDay, someone)).toBe(true)
    expect(await act('settle')).toEqual({ total: 2, done: 2 })
    for (const id of more)
      expect(await open().state(id)).toMatchObject({ status: 'delivered', nextAttemptAt: null })
    expect(await statusOf(late)).toBe('pending')
    expect(requests).toEqual([])
  })

  it('after a restore leads that were let out of the hold before are held again', async () => {
    const id = await lead()
    await hold()
    await act('release')
    await restore()
    await open().send(id)
    expect(requests).toEqual([])
  })

  it('leads of a former address of Vitec are moved by an administrator, and never out of the sandbox or into it', async () => {
    const ofFormer = await lead('M1', former)
    const madeUp = await lead('M1', sandbox)
    const now = open(live)
    expect((await now.sending.overview()).elsewhere).toEqual([
      { environment: former, leads: 1, mayMove: true },
      { environment: sandbox, leads: 1, mayMove: false },
    ])
    expect(await act('move', { ...all, environment: sandbox }, now)).toEqual({ total: 0, done: 0 })
    expect(await act('move', { ...all, environment: former })).toEqual({ total: 0, done: 0 })
    await now.sendDue()
    expect(requests).toEqual([])
    expect(await act('move', { ...all, environment: former }, now)).toEqual({ total: 1, done: 1 })
    expect(await now.begin(ofFormer, nextDay)).toMatchObject({ number: 1 })
    expect(await now.takePlace(madeUp, nextDay)).toMatchObject({ kind: 'idle' })
  })
})

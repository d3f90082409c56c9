import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import type { AttemptResult } from '@/lib/deliveries/attempt-result'
import type { LookUpStore } from '@/lib/deliveries/look-up/look-up-store'
import { sandbox } from '@/lib/environments/environment'
import { noFilter } from '@/lib/leads/log-filter'
import { listLeads } from '@/lib/leads/store/list-leads'
import { someone } from '@/test/support/audit/someone'
import { testDatabases } from '@/test/support/database/test-database'
import { type TimedDelivery, timedDelivery } from '@/test/support/deliveries/begin-attempt'
import { storeLead } from '@/test/support/leads/store-lead'
import { createLookUpStore } from './create-look-up-store'

const now = new Date('2026-03-01T12:00:00Z')
const doubt: AttemptResult = {
  httpStatus: null,
  answer: null,
  word: 'x',
  outcome: 'unknown',
  errorKind: 'timeout',
}

describe.each(testDatabases)('looking a lead up on $kind', ({ create }) => {
  let database: Database
  let delivery: TimedDelivery
  let store: LookUpStore
  let people = 0

  beforeAll(async () => {
    database = await create()
    delivery = timedDelivery(database)
    store = createLookUpStore(database.prisma, sandbox)
  })
  afterAll(() => database.close())

  const attempt = (leadId: string, result: AttemptResult) => delivery.attempt(leadId, result, now)
  /** A lead in doubt; unless told, of a person that no other has. */
  const storeDoubt = async (changes: Parameters<typeof storeLead>[1] = {}) => {
    const person = { customerId: `M${++people}` }
    const id = await storeLead(database, { ...person, ...changes })
    await attempt(id, doubt)
    return id
  }
  const settle = (leadId: string, vitecLeadId: string, attemptCount = 1) =>
    store.settleFound({ leadId, attemptCount, vitecLeadId })

  it('reads what was sent and how, and what our list calls the lead source', async () => {
    const customer = { vitecId: 'KNOWN', name: 'Firman' }
    const leadSources = { create: { vitecId: 'LEAD456', name: 'Värdering på webben' } }
    await database.prisma.customer.create({ data: { ...customer, leadSources }, select: { id: true } })
    const id = await storeDoubt({ customerId: 'KNOWN' })
    expect(await store.doubt(id)).toEqual({
      vitecCustomerId: 'KNOWN',
      status: 'unknown',
      attemptCount: 1,
      isOurs: true,
      restoredSince: null,
      attempts: [{ outcome: 'unknown', startedAt: now, endedAt: now }],
      sought: {
        vitecSourceId: 'LEAD456',
        leadSourceName: 'Värdering på webben',
        firstName: 'Erik',
        lastName: 'Andersson',
        email: 'erik.andersson@example.com',
        phone: '+46701234567',
        message: expect.stringContaining('Erik Andersson'),
        hasTwin: false,
      },
    })
    expect(await store.doubt('01900000-0000-7000-8000-000000000000')).toBeNull()
  })

  it('knows of another lead of the same person that may be there, until its id is known', async () => {
    const [one, other] = [
      await storeDoubt({ customerId: 'TWINS' }),
      await storeDoubt({ customerId: 'TWINS' }),
    ]
    const hasTwin = async () => (await store.doubt(one))?.sought.hasTwin
    expect(await hasTwin()).toBe(true)
    await settle(other, 'CMTWIN')
    expect(await hasTwin()).toBe(false)
  })

  it('settles a lead by the id it was found by, and it can be searched for by that id', async () => {
    const id = await storeDoubt()
    expect(await settle(id, 'CMFOUND1')).toBe(true)
    expect(await delivery.state(id)).toMatchObject({
      status: 'delivered',
      vitecLeadId: 'CMFOUND1',
      word: 'Found in Vitec by a look-up: CMFOUND1',
    })
    const { leads } = await listLeads(database, sandbox, {
      ...noFilter,
      search: 'cmfound1',
      cursor: null,
    })
    expect(leads.map((lead) => lead.id)).toEqual([id])
    const row = await database.prisma.lead.findUnique({ where: { id }, select: { deliveredAt: true } })
    expect(row).toEqual({ deliveredAt: now })
  })

  it('settles a lead once, however many look it up at once', async () => {
    const id = await storeDoubt()
    const settled = await Promise.all(Array.from({ length: 10 }, () => settle(id, 'CMONCE')))
    expect(settled.filter(Boolean)).toHaveLength(1)
  })

  it('gives an id to one of two leads that are alike, looked up at once', async () => {
    const alike = [await storeDoubt({ customerId: 'ALIKE' }), await storeDoubt({ customerId: 'ALIKE' })]
    const settled = await Promise.all(alike.map((id) => settle(id, 'CMALIKE')))
    expect(settled.toSorted()).toEqual([false, true])
  })

  it('tells which ids other leads of the customer have, so that a lead just settled is not told to be missing', async () => {
    const [one, other] = [
      await storeDoubt({ customerId: 'TAKEN' }),
      await storeDoubt({ customerId: 'TAKEN' }),
    ]
    await settle(one, 'CMTAKEN')
    const ids = ['CMTAKEN', 'CMFREE']
    expect(await store.takenVitecIds(other, 'TAKEN', ids)).toEqual(['CMTAKEN'])
    expect(await store.takenVitecIds(one, 'TAKEN', ids)).toEqual([])
    expect(await store.takenVitecIds(other, 'ANOTHER', ids)).toEqual([])
  })

  it('takes the same id at another customer for another lead', async () => {
    const ids = [await storeDoubt(), await storeDoubt()]
    for (const id of ids) expect(await settle(id, 'CM1')).toBe(true)
  })

  it('settles nothing that is being sent, or that was sent again since, because that may have made two', async () => {
    const id = await storeDoubt()
    await delivery.act(id, 'send_again', now, someone)
    expect(await settle(id, 'CMLATE'), 'while it waits').toBe(false)
    const open = await delivery.begin(id, now)
    expect(await settle(id, 'CMLATE'), 'while it is being sent').toBe(false)
    if (!open) throw new Error('no attempt was due')
    await delivery.close(open, doubt, now)
    expect(await settle(id, 'CMLATE'), 'as it was before').toBe(false)
    expect(await settle(id, 'CMLATE', 2)).toBe(true)
  })

  it('leaves a lead alone that was settled by hand or never was in doubt', async () => {
    const byHand = await storeDoubt()
    await delivery.act(byHand, 'settle', now, someone)
    const waiting = await storeLead(database)
    expect([await settle(byHand, 'CMX'), await settle(waiting, 'CMX', 0)]).toEqual([false, false])
  })
})

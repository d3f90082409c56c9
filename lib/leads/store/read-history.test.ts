import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import type { AttemptResult } from '@/lib/deliveries/attempt-result'
import { testDatabases } from '@/test/support/database/test-database'
import { type TimedDelivery, timedDelivery } from '@/test/support/deliveries/begin-attempt'
import { storeLead } from '@/test/support/leads/store-lead'
import { storePerson } from '@/test/support/people/store-person'
import { readLeadHistory } from './read-history'

const now = new Date('2026-03-01T12:00:00Z')
const later = new Date('2026-03-01T13:00:00Z')
const noAnswer = { httpStatus: null, answer: null, word: 'x' }
const doubt: AttemptResult = { ...noAnswer, outcome: 'unknown', errorKind: 'timeout' }
const noRights: AttemptResult = { ...noAnswer, outcome: 'misconfigured', errorKind: 'rights' }

describe.each(testDatabases)('the history of a lead, on $kind', ({ create }) => {
  let database: Database
  let store: TimedDelivery
  beforeAll(async () => {
    database = await create()
    store = timedDelivery(database)
  })
  afterAll(() => database.close())

  const historyOf = async (id: string) => {
    const history = await readLeadHistory(database.prisma, id, 'open')
    if (!history) throw new Error('no history')
    return history
  }

  it('is none of an id that no lead has, or that is no id', async () => {
    expect(await readLeadHistory(database.prisma, crypto.randomUUID(), 'open')).toBeNull()
    expect(await readLeadHistory(database.prisma, 'LEAD-1', 'open')).toBeNull()
  })

  it('has what people did, in order, under the names they have today', async () => {
    const person = await database.prisma.person.create({
      data: {
        ...{ id: crypto.randomUUID(), name: 'Example Staff', role: 'staff' },
        email: `${crypto.randomUUID()}@example.com`,
      },
    })
    const by = `person:${person.id}`
    const id = await storeLead(database, { at: now })
    await store.attempt(id, doubt, now)
    for (const action of ['settle', 'unsettle', 'settle'] as const)
      await store.act(id, action, later, { by, from: '192.0.2.9' })
    const { acts, settledAt } = await historyOf(id)
    expect(acts.map(({ verb, byName }) => [verb, byName])).toEqual([
      ['lead.settle', 'Example Staff'],
      ['lead.unsettle', 'Example Staff'],
      ['lead.settle', 'Example Staff'],
    ])
    expect(settledAt).toBe(later.toISOString())
  })

  it('has the pause that the lead waits for, and those that ended while it waited', async () => {
    const customerId = `P${database.kind}`
    const id = await storeLead(database, { customerId, at: now })
    await store.attempt(id, noRights, later)
    const pause = { since: later.toISOString(), until: null, reason: 'rights' }
    expect((await historyOf(id)).pauses).toEqual([pause])
    const { id: subject } = await database.prisma.customer.findUniqueOrThrow({
      where: { vitecId: customerId },
    })
    const before = { since: new Date('2026-03-01T11:00:00Z'), endedAt: new Date('2026-03-01T12:30:00Z') }
    await database.prisma.alert.createMany({
      data: [
        { kind: 'customer_paused', subject, ...before, figures: { reason: 'credentials' } },
        { kind: 'customer_paused', subject, since: new Date(0), endedAt: new Date(1), figures: {} },
      ],
    })
    expect((await historyOf(id)).pauses).toEqual([
      { since: before.since.toISOString(), until: before.endedAt.toISOString(), reason: 'credentials' },
      pause,
    ])
  })

  it('has no pause that began after the lead had been settled', async () => {
    const customerId = `Q${database.kind}`
    const id = await storeLead(database, { customerId, at: now })
    await store.attempt(id, { ...noAnswer, outcome: 'rejected', httpStatus: 400 }, now)
    await database.prisma.customerPause.create({
      data: { environment: 'sandbox', vitecCustomerId: customerId, reason: 'rights', since: later },
    })
    expect((await historyOf(id)).pauses).toEqual([])
  })

  it('names the lead that it was made of, and the one that was made of it', async () => {
    const [old, fresh] = [await storeLead(database, { at: now }), await storeLead(database, { at: later })]
    await database.prisma.lead.update({ where: { id: old }, data: { replacedById: fresh } })
    await database.prisma.lead.update({ where: { id: fresh }, data: { replacesId: old } })
    expect(await historyOf(old)).toMatchObject({ replacedBy: { id: fresh, receivedAt: later.toISOString() } })
    expect(await historyOf(fresh)).toMatchObject({ replaces: { id: old, receivedAt: now.toISOString() } })
  })

  it('finds the person’s other leads by phone or e-mail, newest first, and nobody else’s', async () => {
    const kind = database.kind === 'embedded' ? '0' : '1'
    const [phone, email] = [`070-174 06 ${kind}5`, `Only.${database.kind}@example.com`]
    const lead = (of: { phone: string; email: string }, at: string) =>
      storePerson(database, { person: of, at: new Date(at) })
    const mine = await lead({ phone, email }, '2026-03-01T12:00:00Z')
    const older = await lead({ phone, email: 'another@example.com' }, '2026-02-01T12:00:00Z')
    const newer = await lead({ phone, email: 'another@example.com' }, '2026-03-02T12:00:00Z')
    const byEmail = await lead({ phone: '070-174 06 33', email: email.toLowerCase() }, '2026-01-01T12:00:00Z')
    await lead({ phone: '070-174 06 49', email: `x${email}` }, '2026-03-01T12:00:00Z')
    const { leads, hasMore } = (await historyOf(mine)).others
    expect(leads.map(({ id }) => id)).toEqual([newer, older, byEmail])
    expect(hasMore).toBe(false)
  })
})

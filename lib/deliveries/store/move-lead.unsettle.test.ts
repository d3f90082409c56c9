import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import type { AttemptResult } from '@/lib/deliveries/attempt-result'
import { sandbox } from '@/lib/environments/environment'
import { readRecord } from '@/lib/leads/store/read-record'
import { createPrivacyStore } from '@/lib/privacy/store/create-privacy-store'
import { createHoldStore } from '@/lib/sending/store/create-hold-store'
import { someone } from '@/test/support/audit/someone'
import { testDatabases } from '@/test/support/database/test-database'
import { type TimedDelivery, timedDelivery } from '@/test/support/deliveries/begin-attempt'
import { storeLead } from '@/test/support/leads/store-lead'

const now = new Date('2026-03-01T12:00:00Z')
const later = new Date('2026-03-01T13:00:00Z')
const doubt: AttemptResult = {
  ...{ httpStatus: null, answer: null, word: 'x' },
  ...{ outcome: 'unknown', errorKind: 'timeout' },
}
const delivered: AttemptResult = {
  ...{ outcome: 'delivered', httpStatus: 200, answer: '"CM7"', vitecLeadId: 'CM7' },
}

describe.each(testDatabases)('"it is in Vitec", taken back, on $kind', ({ create }) => {
  let database: Database
  let store: TimedDelivery
  beforeAll(async () => {
    database = await create()
    store = timedDelivery(database)
  })
  afterAll(() => database.close())

  const act = (id: string, action: 'settle' | 'unsettle') => store.act(id, action, later, someone)
  const settledDoubt = async () => {
    const id = await storeLead(database, { at: now })
    await store.attempt(id, doubt, now)
    expect(await act(id, 'settle')).toBe(true)
    return id
  }
  const isOffered = async (id: string) =>
    (await readRecord(database.prisma, sandbox, id))?.allowedActions.includes('unsettle')

  it('leaves the doubt that was there before, once, and nothing is sent', async () => {
    const id = await settledDoubt()
    expect(await isOffered(id)).toBe(true)
    const clicks = await Promise.all(Array.from({ length: 5 }, () => act(id, 'unsettle')))
    expect(clicks.filter(Boolean)).toHaveLength(1)
    expect(await store.state(id)).toMatchObject({ status: 'unknown', word: null, nextAttemptAt: null })
    expect(await readRecord(database.prisma, sandbox, id)).toMatchObject({ deliveredAt: null })
    expect(await store.begin(id, later)).toBeNull()
    const events = await database.prisma.auditEvent.findMany({
      where: { subject: `lead:${id}`, verb: 'lead.unsettle' },
      select: { actor: true },
    })
    expect(events).toEqual([{ actor: someone.by }])
    expect(await act(id, 'settle')).toBe(true)
  })

  it('is nothing for a lead that an attempt delivered: an agent has it', async () => {
    const id = await storeLead(database, { at: now })
    await store.attempt(id, delivered, now)
    expect(await isOffered(id)).toBe(false)
    expect(await act(id, 'unsettle')).toBe(false)
  })

  it('is too late once the answer has come after all: the lead is there, by its id', async () => {
    const id = await storeLead(database, { at: now })
    const attempt = await store.begin(id, now)
    if (!attempt) throw new Error('no attempt')
    await (await store.at(later)).settleInterrupted(true)
    await act(id, 'settle')
    await store.close(attempt, delivered, later)
    expect(await isOffered(id)).toBe(false)
    expect(await act(id, 'unsettle')).toBe(false)
  })

  it('is too late once another lead was made of it, or its person is gone', async () => {
    const replaced = await settledDoubt()
    const by = await storeLead(database, { at: later })
    await database.prisma.lead.update({ where: { id: replaced }, data: { replacedById: by } })
    const erased = await settledDoubt()
    const privacy = createPrivacyStore(database.prisma, sandbox)
    await privacy.erase({ id: crypto.randomUUID(), leadIds: [erased] }, someone, later)
    for (const id of [replaced, erased]) {
      expect(await isOffered(id)).toBe(false)
      expect(await act(id, 'unsettle')).toBe(false)
    }
  })

  it('has a lead of a restored database wait again, and only while that holds it: else it would be sent', async () => {
    const id = await storeLead(database, { at: now })
    await database.pool.query(
      `INSERT INTO sending_hold (number, id, since, reason, actor) VALUES (1, $1, $2, 'restored', 'system')`,
      [crypto.randomUUID(), later],
    )
    expect(await act(id, 'settle')).toBe(true)
    expect(await act(id, 'unsettle')).toBe(true)
    expect(await store.state(id)).toMatchObject({ status: 'pending', obstacle: 'restore' })
    expect(await act(id, 'settle')).toBe(true)
    const holds = createHoldStore(database.prisma, sandbox)
    const hold = await holds.read()
    expect(await holds.lift(hold?.id ?? '', someone)).toBe(true)
    expect(await isOffered(id)).toBe(false)
    expect(await act(id, 'unsettle')).toBe(false)
  })
})

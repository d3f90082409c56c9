import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBulkSendStore } from '@/lib/bulk-sends/store/create-bulk-send-store'
import type { Database } from '@/lib/db/open-database'
import type { AttemptResult } from '@/lib/deliveries/attempt-result'
import { sandbox, testing } from '@/lib/environments/environment'
import { noFilter } from '@/lib/leads/log-filter'
import type { Replaced, ReplaceLead } from '@/lib/leads/new-lead'
import { leadStatusAnswer, listedLeadAnswer } from '@/lib/leads/write-lead-answer'
import { someone } from '@/test/support/audit/someone'
import { testDatabases } from '@/test/support/database/test-database'
import { timedDelivery } from '@/test/support/deliveries/begin-attempt'
import { newLead, storeLead } from '@/test/support/leads/store-lead'
import { listLeads } from './list-leads'
import { listOwnLeads } from './list-own-leads'
import { readRecord } from './read-record'
import { createReplaceLead } from './replace-lead'

const now = new Date('2026-03-01T12:00:00Z')
const rejected: AttemptResult = { outcome: 'rejected', httpStatus: 400, answer: '{}', word: 'No.' }
const doubt: AttemptResult = {
  ...{ outcome: 'unknown', httpStatus: null, answer: null, word: 'x', errorKind: 'timeout' },
}
const delivered: AttemptResult = {
  ...{ outcome: 'delivered', httpStatus: 200, answer: '"V1"', word: 'OK', vitecLeadId: 'V1' },
}

describe.each(testDatabases)('a lead that takes the place of another on $kind', ({ create }) => {
  let database: Database
  let delivery: ReturnType<typeof timedDelivery>
  let replace: ReplaceLead
  beforeAll(async () => {
    database = await create()
    delivery = timedDelivery(database)
    replace = createReplaceLead(database, sandbox)
  })
  afterAll(() => database.close())

  const made = () => ({ ...newLead({ firstName: 'Mended' }), channel: 'form' as const, requester: someone })
  const old = (leadId: string, despiteDoubt = false): Replaced => ({ leadId, despiteDoubt })
  const leadAfter = async (result: AttemptResult | null) => {
    const id = await storeLead(database)
    if (result) await delivery.attempt(id, result, now)
    return id
  }
  const done = async (id: string, despiteDoubt = false) => {
    const stored = await replace(made(), old(id, despiteDoubt))
    if (stored === null || 'refused' in stored) throw new Error(`not replaced: ${JSON.stringify(stored)}`)
    return stored.id
  }
  const read = (id: string) =>
    database.prisma.lead.findUniqueOrThrow({
      where: { id },
      select: { status: true, replacesId: true, replacedById: true, nextAttemptAt: true },
    })
  const count = () => database.prisma.lead.count()

  it('has its reference, so that what its sender called it finds both', async () => {
    const id = await storeLead(database, { reference: 'ORDER-2026-0042' })
    const by = await done(id)
    const { leads } = await listLeads(database, sandbox, {
      ...{ ...noFilter, search: 'order-2026-0042', cursor: null },
    })
    expect(leads.map((lead) => lead.id).toSorted()).toEqual([id, by].toSorted())
    expect((await readRecord(database.prisma, sandbox, by))?.reference).toBe('ORDER-2026-0042')
  })

  it('is named to the key that sent the other one, alone and in its list, and is not for it to read', async () => {
    const actor = `key:${randomUUID()}`
    const id = await storeLead(database, { actor })
    await delivery.attempt(id, rejected, now)
    const told = async () => {
      const record = await readRecord(database.prisma, sandbox, id, actor)
      const query = { ...{ cursor: null, status: null, since: null, until: null }, reference: null }
      const { leads } = await listOwnLeads(database.prisma, sandbox, actor, {
        ...{ ...query, customer_id: null, limit: 9 },
      })
      return [...(record ? [leadStatusAnswer(record)] : []), ...leads.map(listedLeadAnswer)]
    }
    expect(await told()).toMatchObject([
      { id, replaced_by: null },
      { id, replaced_by: null },
    ])
    const by = await done(id)
    const replaced = { id, state: 'rejected', message: 'No.', replaced_by: by }
    expect(await told()).toMatchObject([replaced, replaced])
    expect(await readRecord(database.prisma, sandbox, by, actor)).toBeNull()
  })

  it('is linked with it both ways, and leaves what became of it as it was', async () => {
    const id = await leadAfter(rejected)
    const by = await done(id)
    expect(await read(id)).toMatchObject({ status: 'rejected', replacedById: by, replacesId: null })
    expect(await read(by)).toMatchObject({ status: 'pending', replacesId: id, replacedById: null })
    const events = await database.prisma.auditEvent.findMany({
      where: { subject: { in: [`lead:${id}`, `lead:${by}`] } },
    })
    expect(events.map(({ verb }) => verb).sort()).toEqual(['lead.create', 'lead.replace'])
  })

  it('stops it where it waits, so that one of the two is sent', async () => {
    const id = await leadAfter(null)
    await done(id)
    expect(await read(id)).toMatchObject({ status: 'cancelled', nextAttemptAt: null })
    expect(await delivery.begin(id, now)).toBeNull()
  })

  it('does not take the place of one that is being sent, nor of one that Vitec has', async () => {
    const sending = await storeLead(database)
    const attempt = await delivery.begin(sending, now)
    expect(attempt).not.toBeNull()
    const before = await count()
    expect(await replace(made(), old(sending, true))).toEqual({ refused: 'under_way' })
    if (attempt) await delivery.close(attempt, delivered, now)
    expect(await replace(made(), old(sending, true))).toEqual({ refused: 'delivered' })
    expect(await replace(made(), old(randomUUID()))).toEqual({ refused: 'not_found' })
    expect(await count()).toBe(before)
  })

  it('takes the place of one that may be at Vitec only where its writer knows that', async () => {
    const id = await leadAfter(doubt)
    expect(await replace(made(), old(id))).toEqual({ refused: 'doubt' })
    await done(id, true)
    expect(await read(id)).toMatchObject({ status: 'unknown' })
    const again = await leadAfter(doubt)
    await delivery.act(again, 'send_again', now, someone)
    await delivery.act(again, 'cancel', now, someone)
    // Stopped since, and nobody knows still what became of the first attempt.
    expect(await replace(made(), old(again))).toEqual({ refused: 'doubt' })
  })

  it('takes no place of a test key’s lead: it would be real, and the test was none', async () => {
    const id = await storeLead(database, { environment: testing })
    expect(await replace(made(), old(id, true))).toEqual({ refused: 'test' })
    expect(await read(id)).toMatchObject({ status: 'pending', replacedById: null })
  })

  it('is stored once when two pages replace the same lead at once, and the other is told by which', async () => {
    const id = await leadAfter(rejected)
    const before = await count()
    const both = await Promise.all([replace(made(), old(id)), replace(made(), old(id))])
    const winner = both.find((it) => it !== null && 'id' in it)
    expect(both).toContainEqual({ refused: 'replaced', by: winner && 'id' in winner && winner.id })
    expect(await count()).toBe(before + 1)
  })

  it('is stored once for a key that comes twice at once, and nothing is refused of the second', async () => {
    const id = await leadAfter(rejected)
    const idempotency = { caller: 'open', key: randomUUID(), bodyHash: new Uint8Array([1]) }
    const before = await count()
    await Promise.all([
      replace({ ...made(), idempotency }, old(id)),
      replace({ ...made(), idempotency }, old(id)),
    ])
    expect(await count()).toBe(before + 1)
    // Of another lead with a key that was used: nothing of it is changed.
    const other = await leadAfter(rejected)
    expect(await replace({ ...made(), idempotency }, old(other))).toBeNull()
    expect(await read(other)).toMatchObject({ replacedById: null })
  })

  it('wins or loses against a claim of the old one, and never both are sent', async () => {
    for (let round = 0; round < 5; round++) {
      const id = await storeLead(database)
      const turn = await delivery.takePlace(id, now)
      if (turn.kind !== 'place') throw new Error('no place')
      const [attempt, replaced] = await Promise.all([
        delivery.store.claim(turn, { url: 'http://127.0.0.1/', body: '{}' }),
        replace(made(), old(id)),
      ])
      expect(attempt === null, JSON.stringify(replaced)).toBe(replaced !== null && 'id' in replaced)
    }
  })

  it('keeps the old one from being sent again, one by one and in bulk, but not from being found at Vitec', async () => {
    const id = await leadAfter(doubt)
    const bulk = createBulkSendStore(database, { book: async () => {}, environment: sandbox })
    const before = await bulk.count({ ...noFilter, status: 'unknown' })
    await done(id, true)
    expect(await bulk.count({ ...noFilter, status: 'unknown' })).toBe(before - 1)
    expect(await delivery.act(id, 'send_again', now, someone)).toBe(false)
    expect(await delivery.act(id, 'settle', now, someone)).toBe(true)
    // Both are there then, which somebody has to know.
    expect(await database.prisma.leadEvent.count({ where: { leadId: id, kind: 'maybe_twice' } })).toBe(1)
  })

  it('keeps it at rest whatever makes it due: a version that does not know of replacing, an answer that comes late', async () => {
    const id = await leadAfter(rejected)
    await done(id)
    await database.pool.query(
      `UPDATE lead SET status = 'pending', next_attempt_at = delivery_clock() WHERE id = $1`,
      [id],
    )
    expect(await read(id)).toMatchObject({ status: 'rejected', nextAttemptAt: null })
  })
})

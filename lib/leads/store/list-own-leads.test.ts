import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { sandbox } from '@/lib/environments/environment'
import type { OwnLeadsPage, OwnLeadsQuery } from '@/lib/leads/own-leads'
import { leadStatusAnswer, listedLeadAnswer } from '@/lib/leads/write-lead-answer'
import { testDatabases } from '@/test/support/database/test-database'
import { timedDelivery } from '@/test/support/deliveries/begin-attempt'
import { storeLead } from '@/test/support/leads/store-lead'
import { listOwnLeads } from './list-own-leads'
import { readRecord } from './read-record'

const all: OwnLeadsQuery = {
  ...{ cursor: null, status: null, since: null, until: null, reference: null, customer_id: null, limit: 3 },
}
const actor = 'key:019ac1d2-7c1e-7f4a-8a57-2f6f3c0e9b11'
const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 12, minute))

describe.each(testDatabases)('the leads that a key has sent, on $kind', ({ create }) => {
  let database: Database
  /** Newest first. */
  let own: string[] = []
  beforeAll(async () => {
    database = await create()
    // Two came in the same moment.
    for (const [index, minute] of [0, 1, 2, 2, 3, 4, 5].entries()) {
      const customerId = index === 4 ? 'M30011' : 'ABC123'
      const reference = index % 2 === 0 ? { reference: `ORDER ${index}` } : {}
      await storeLead(database, { actor, at: at(minute), customerId, ...reference })
      await storeLead(database, { actor: 'key:another', at: at(minute), reference: 'ORDER 0' })
      await storeLead(database, { actor: 'person:somebody', at: at(minute) })
    }
    own = await database.prisma.lead
      .findMany({
        where: { actor },
        orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
        select: { id: true },
      })
      .then((leads) => leads.map(({ id }) => id))
  })
  afterAll(() => database.close())

  const page = (query: Partial<OwnLeadsQuery> = {}, window?: number) =>
    listOwnLeads(database.prisma, sandbox, actor, { ...all, ...query }, window)
  /** Every page of a question; something may be done between two of them. */
  const pages = async (query: Partial<OwnLeadsQuery> = {}, window?: number, between = async () => {}) => {
    const read: OwnLeadsPage[] = [await page(query, window)]
    for (let next = read[0]?.next; next; next = read.at(-1)?.next) {
      await between()
      read.push(await page({ ...query, cursor: next }, window))
    }
    return read
  }
  const ids = (read: OwnLeadsPage[]) => read.flatMap(({ leads }) => leads.map(({ id }) => id))

  it('are told newest first, once each, and those of nobody else', async () => {
    const read = await pages()
    expect(ids(read)).toEqual(own)
    expect(read.map(({ leads }) => leads.length)).toEqual([3, 3, 1])
    expect(ids(await pages({ limit: 7 }))).toEqual(own)
  })

  it('are told as the answer to each alone tells them, but for the message to the agent', async () => {
    const [id = ''] = own
    await timedDelivery(database).attempt(
      id,
      { outcome: 'delivered', httpStatus: 200, answer: '"V1"', vitecLeadId: 'V1' },
      at(6),
    )
    const record = await readRecord(database.prisma, sandbox, id, actor)
    if (!record) throw new Error('the lead is gone')
    const { lead_message: _, ...alone } = leadStatusAnswer(record)
    const [listed] = (await page()).leads
    expect(listed && listedLeadAnswer(listed)).toEqual(alone)
    expect(alone).toMatchObject({
      state: 'delivered',
      reference: 'ORDER 6',
      attempts: 1,
      vitec_lead_id: 'V1',
    })
  })

  it.each<[string, Partial<OwnLeadsQuery>, number[]]>([
    ['from a moment on', { since: at(3) }, [0, 1, 2]],
    ['before a moment', { until: at(1) }, [6]],
    ['between two', { since: at(1), until: at(4) }, [2, 3, 4, 5]],
    ['by a reference', { reference: 'ORDER 0' }, [6]],
    ['by a reference that another key has', { reference: 'ORDER 1' }, []],
    ['of a customer', { customer_id: 'M30011' }, [2]],
    ['of a status', { status: ['delivered'] }, [0]],
    ['of several', { status: ['pending', 'delivered'], until: at(2) }, [5, 6]],
  ])('are found %s', async (_, query, found) => {
    expect(ids(await pages(query))).toEqual(found.map((index) => own[index]))
  })

  it.each([1, 2, 3, 7, 100])(
    'are all found, however few are looked through at a time: %i',
    async (window) => {
      expect(ids(await pages({ status: ['pending'] }, window))).toEqual(own.slice(1))
      expect(ids(await pages({ customer_id: 'M30011' }, window))).toEqual([own[2]])
      const lengths = (await pages({ customer_id: 'M30011' }, window)).map(({ leads }) => leads.length)
      expect(lengths.length).toBeLessThanOrEqual(Math.ceil(7 / window) + 1)
    },
  )

  it('are neither passed over nor told twice while others come, and they are settled', async () => {
    const settle = timedDelivery(database)
    const came = new Set<string>()
    const between = async () => {
      came.add(await storeLead(database, { actor, at: at(59) }))
      const waiting = own.find((id) => !settled.has(id))
      if (!waiting) return
      settled.add(waiting)
      await settle.attempt(
        waiting,
        { outcome: 'rejected', httpStatus: 400, answer: '{}', word: 'No.' },
        at(7),
      )
    }
    const settled = new Set([own[0]])
    expect(ids(await pages({ limit: 1 }, undefined, between))).toEqual(own)
    expect(came.size).toBeGreaterThan(3)
    await database.prisma.lead.deleteMany({ where: { id: { in: [...came] } } })
  })

  it('are found without walking through those of others, however many there are', async () => {
    const { rows } = await database.pool
      .query<{ 'QUERY PLAN': string }>(`
      SET enable_seqscan = off; EXPLAIN SELECT id FROM lead WHERE actor = '${actor}' AND reference = 'ORDER 0'
      ORDER BY received_at DESC, id DESC LIMIT 51`)
      .then((results) => [results].flat().at(-1) ?? { rows: [] })
    expect(JSON.stringify(rows)).toContain('lead_reference')
    expect(JSON.stringify(rows)).not.toContain('Sort')
    await database.pool.query('RESET enable_seqscan')
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditQuerySchema } from '@/lib/audit/audit-event'
import type { Database } from '@/lib/db/open-database'
import { testDatabases } from '@/test/support/database/test-database'
import { createAuditStore } from './list-events'

const event = {
  by: 'person:anna',
  verb: 'lead.send-again',
  subject: 'lead:42',
  from: '192.0.2.7',
} as const
const at = new Date('2026-03-01T12:00:00Z')

describe.each(testDatabases)('the audit log on $kind', ({ create }) => {
  let database: Database
  let store: ReturnType<typeof createAuditStore>
  beforeAll(async () => {
    database = await create()
    store = createAuditStore(database.prisma)
    // Three events of each minute, so that pages end in the middle of one.
    for (let index = 0; index < 120; index++) {
      const minute = new Date(at.getTime() + Math.floor(index / 3) * 60_000)
      await store.record({ ...event, subject: `lead:${index}` }, minute)
    }
  })
  afterAll(() => database.close())

  const find = async (query: object) => (await store.list(auditQuerySchema.parse(query))).events

  it('tells who did what to what, when and from where', async () => {
    expect(await find({ subject: 'lead:42' })).toEqual([
      { ...event, id: expect.any(String), at: '2026-03-01T12:14:00.000Z', byName: null, leads: null },
    ])
  })

  it('shows every event once over its pages, newest first', async () => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page = await store.list(auditQuerySchema.parse({ by: 'anna', cursor }))
      seen.push(...page.events.map(({ id }) => id))
      cursor = page.next
    } while (cursor)
    expect(new Set(seen).size).toBe(120)
    expect(seen).toHaveLength(120)
  })

  it('finds by each thing that is asked, and by all of them together', async () => {
    const apiKey = await database.prisma.apiKey.create({
      data: { name: 'Widget on the web', allCustomers: true, perMinute: 60, createdAt: at },
    })
    const other = {
      by: `key:${apiKey.id}`,
      verb: 'customer.change',
      subject: 'customer:7',
      from: 'unknown',
    } as const
    await store.record(other, new Date('2026-06-01T21:59:00Z'))
    const found = [expect.objectContaining({ ...other, byName: 'Widget on the web' })]
    expect(await find({ by: apiKey.id })).toEqual(found)
    expect(await find({ by: 'wiDGet' })).toEqual(found)
    expect(await find({ verb: 'customer.change' })).toEqual(found)
    expect(await find({ subject: '7', verb: 'customer.change', by: 'widget' })).toEqual(found)
    expect(await find({ subject: '7', verb: 'customer.change', by: 'anna' })).toEqual([])
    // Two minutes later it is another day in Sweden.
    expect(await find({ from: '2026-06-01', to: '2026-06-01' })).toEqual(found)
    expect(await find({ from: '2026-06-02' })).toEqual([])
    expect(await find({ from: '2026-03-02', to: '2026-05-31' })).toEqual([])
  })

  it('says of a test key that it is one, because a partner’s two keys have one name', async () => {
    for (const mode of ['live', 'test'] as const) {
      const { id } = await database.prisma.apiKey.create({
        data: { name: 'The portal', mode, allCustomers: true, perMinute: 60, createdAt: at },
      })
      await store.record({ ...event, by: `key:${id}` }, at)
    }
    const found = await find({ by: 'the portal' })
    expect(found.map(({ byName }) => byName).toSorted()).toEqual(['The portal', 'The portal (test)'])
  })

  it.each([
    ['UPDATE', `UPDATE audit_event SET actor = 'person:somebody-else'`],
    ['UPDATE', `UPDATE audit_event SET at = at WHERE false`],
    ['DELETE', `DELETE FROM audit_event WHERE subject = 'lead:1'`],
    ['TRUNCATE', `TRUNCATE audit_event`],
    ['TRUNCATE', `TRUNCATE erasure CASCADE`],
    ['DELETE', `DELETE FROM erasure`],
  ])('refuses every %s, so that nobody can hide what they did: %s', async (operation, statement) => {
    await expect(database.pool.query(statement)).rejects.toThrow(`${operation} refused`)
    await expect(inReplica(database, statement)).rejects.toThrow(`${operation} refused`)
  })

  it.each([
    ['a name', { ...event, by: 'Anna Andersson' }],
    ['an e-mail address', { ...event, by: 'person:anna@example.com' }],
    ['a phone number', { ...event, subject: 'lead:+46701234567' } as const],
    ['a text', { ...event, from: 'her kitchen' }],
  ])('has no room for %s, because an event is never erased', async (_, bad) => {
    await expect(store.record(bad, at)).rejects.toThrow()
  })
})

/** In a session that says it replays another's changes, which turns ordinary triggers off. */
async function inReplica({ pool }: Database, statement: string): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('SET session_replication_role = replica')
    await client.query(statement)
  } finally {
    await client.query('SET session_replication_role = origin')
    client.release()
  }
}

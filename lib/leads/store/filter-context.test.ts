import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { sandbox } from '@/lib/environments/environment'
import { type LeadFilter, noFilter } from '@/lib/leads/log-filter'
import { testDatabases } from '@/test/support/database/test-database'
import { storeLead } from '@/test/support/leads/store-lead'
import { likelyShare } from './filter-context'
import { listLeads } from './list-leads'

describe.each(testDatabases)('what is read before a page of the log, on $kind', ({ create }) => {
  let database: Database
  beforeAll(async () => {
    database = await create()
  })
  afterAll(() => database.close())
  beforeEach(() => database.pool.query('TRUNCATE lead, customer CASCADE'))

  const found = async (filter: Partial<LeadFilter>) => {
    const ids: string[] = []
    let cursor: string | null = null
    do {
      const page = await listLeads(database, sandbox, { ...noFilter, ...filter, cursor })
      ids.push(...page.leads.map(({ id }) => id))
      cursor = page.next
    } while (cursor)
    return ids
  }

  it('has a customer’s new name at once, and not the old one, though names are remembered', async () => {
    const lead = await storeLead(database, { customerId: 'M1' })
    const { id } = await database.prisma.customer.create({ data: { vitecId: 'M1', name: 'Norrgården' } })
    expect(await found({ search: 'norrgården' })).toEqual([lead])
    await database.pool.query(`UPDATE customer SET name = 'Södermark' WHERE id = $1`, [id])
    expect([await found({ search: 'norrgården' }), await found({ search: 'södermark' })]).toEqual([
      [],
      [lead],
    ])
    await database.pool.query('DELETE FROM customer')
    expect(await found({ search: 'södermark' })).toEqual([])
  })

  it('leaves nothing out where those that are sought are older than so many of the newest', async () => {
    const lead = await storeLead(database, { customerId: 'M1', at: new Date('2026-03-01T12:00:00Z') })
    const { id: customer } = await database.prisma.customer.create({ data: { vitecId: 'M1', name: 'Norr' } })
    await database.pool.query(
      `INSERT INTO lead SELECT (jsonb_populate_record(lead, jsonb_build_object('id', gen_random_uuid(),
         'received_at', received_at + n * interval '1 second', 'channel', CASE WHEN n % 3 = 0 OR n < 70 THEN 'form' ELSE 'api' END,
         'search_text', search_text || CASE WHEN n < 70 OR n = 1000 THEN ' sällanord' ELSE '' END))).*
       FROM lead, generate_series(1, 1200) n WHERE id = $1`,
      [lead],
    )
    const inOrder = async (where: string) => {
      const { rows } = await database.pool.query<{ id: string }>(
        `SELECT id FROM lead WHERE ${where} ORDER BY received_at DESC, id DESC`,
      )
      return rows.map(({ id }) => id)
    }
    expect(await found({ customer, channel: 'form' })).toEqual(await inOrder(`channel = 'form'`))
    await database.pool.query(
      `UPDATE lead SET channel = 'import' WHERE received_at < '2026-03-01T12:01:05Z' OR search_text LIKE '%sällanord%'`,
    )
    expect(await found({ customer, channel: 'import' })).toEqual(await inOrder(`channel = 'import'`))
    expect(await found({ search: 'sällanord' })).toEqual(await inOrder(`search_text LIKE '%sällanord%'`))
    expect(await found({ search: 'sä' })).toEqual(await inOrder(`search_text LIKE '% sä%'`))
  })
})

describe('likelyShare', () => {
  it.each([
    ['one word, by its count', { words: [5_000], sample: null }, 0.05],
    [
      'two words, as if the one had nothing to do with the other',
      { words: [10_000, 20_000], sample: 0 },
      0.02,
    ],
    ['a rare word, whatever a few of the newest say', { words: [50], sample: 0.01 }, 0.0005],
    ['a word that only addresses of e-mail have, by the newest', { words: [0], sample: 0.4 }, 0.4],
    ['a number, by the newest', { words: [null], sample: 0.05 }, 0.05],
    ['a number beside a rare word, no more than the word', { words: [null, 100], sample: 0.02 }, 0.001],
  ])('is told of %s', (_, common, share) => {
    expect(likelyShare({ leads: 100_000, ...common })).toBeCloseTo(share, 6)
  })
})

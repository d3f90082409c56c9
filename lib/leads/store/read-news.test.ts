import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { isToDo } from '@/lib/db/conditions'
import type { Database } from '@/lib/db/open-database'
import { setAside } from '@/lib/deliveries/store/move-lead'
import { sandbox } from '@/lib/environments/environment'
import type { LeadStatus } from '@/lib/leads/lead'
import { type LeadNewsQuery, rowMark } from '@/lib/leads/lead-news'
import type { LeadListName, LeadRow } from '@/lib/leads/lead-view'
import { noFilter } from '@/lib/leads/log-filter'
import { someone } from '@/test/support/audit/someone'
import { testDatabases } from '@/test/support/database/test-database'
import { storeLead } from '@/test/support/leads/store-lead'
import { listLeads } from './list-leads'
import { countLeads, readNews, readPausedCustomers } from './read-news'

const minute = (count: number) => new Date(Date.UTC(2026, 2, 1, 12, count))
const everything = { ...noFilter, cursor: null }

describe.each(testDatabases)('what has become of a list on $kind', ({ create }) => {
  let database: Database
  beforeAll(async () => {
    database = await create()
  })
  afterEach(() => database.pool.query('TRUNCATE lead, lead_tally, customer_pause CASCADE'))
  afterAll(() => database.close())

  const store = async (at: number, status: LeadStatus = 'pending', firstName = 'Erik') => {
    const id = await storeLead(database, { at: minute(at), firstName })
    if (status !== 'pending') await move(id, status)
    return id
  }
  const move = (id: string, status: LeadStatus) =>
    database.prisma.lead.update({
      where: { id },
      data: { status, nextAttemptAt: null },
      select: { id: true },
    })
  const read = (list: LeadListName = 'all') => listLeads(database, sandbox, { ...everything, list })
  type Sight = { leads: LeadRow[]; upTo: LeadNewsQuery['upTo'] }
  const news = ({ leads, upTo }: Sight, more: Partial<LeadNewsQuery> = {}) =>
    readNews(database.prisma, sandbox, {
      ...{ ...noFilter, list: 'all', upTo, above: null, below: null },
      rows: leads.map((row) => ({ id: row.id, mark: rowMark(row) })),
      ...more,
    })

  it('is nothing where nothing happened', async () => {
    await store(1)
    await store(2, 'failed')
    expect(await news(await read())).toMatchObject({ changed: [], newLeads: 0, paused: null })
  })

  it('is every row that is not what it was, however it came to change', async () => {
    const [settled, waits] = [await store(1, 'unknown'), await store(2)]
    const seen = await read()
    await move(settled, 'delivered')
    expect((await news(seen)).changed.map(({ id, status }) => [id, status])).toEqual([[settled, 'delivered']])
    await database.prisma.customerPause.create({
      data: { environment: sandbox, vitecCustomerId: seen.leads[0]?.vitecCustomerId ?? '', reason: 'rights' },
    })
    expect((await news(seen)).changed.map(({ id }) => id).sort()).toEqual([settled, waits].sort())
  })

  it('counts what came since without showing it, also where the list is read again', async () => {
    const old = await store(1)
    const seen = await read()
    const isNew = await store(2)
    expect(await news(seen)).toMatchObject({ newLeads: 1 })
    const again = await listLeads(database, sandbox, { ...everything, upTo: seen.upTo })
    expect(again.leads.map(({ id }) => id)).toEqual([old])
    expect((await read()).leads.map(({ id }) => id)).toEqual([isNew, old])
  })

  it('counts an old lead that there is something to do about now, because the list of those has it in its middle', async () => {
    await store(1, 'failed')
    const between = await store(2)
    await store(3, 'unknown')
    const seen = await read('to_do')
    await move(between, 'rejected')
    expect(await news(seen, { list: 'to_do' })).toMatchObject({ newLeads: 1, paused: [] })
  })

  it('asks after a part of a long list without counting the rest of it', async () => {
    for (let at = 1; at <= 6; at += 1) await store(at)
    const { leads, upTo } = await read()
    const part = leads.slice(2, 4)
    const sight = { above: leads[1] ?? null, below: leads[3] ?? null }
    expect(await news({ leads: part, upTo }, sight)).toMatchObject({ newLeads: 0 })
    expect(await news({ leads: part.slice(1), upTo }, sight)).toMatchObject({ newLeads: 1 })
  })

  it('counts of a search what came since, and not what it has found on pages that are not loaded', async () => {
    await store(1, 'pending', 'Svea')
    await store(2, 'pending', 'Svea')
    const { upTo } = await read()
    await store(3, 'pending', 'Svea')
    await store(4, 'pending', 'Erik')
    expect(await news({ leads: [], upTo }, { search: 'svea' })).toMatchObject({ newLeads: 1 })
  })

  it('is counted, the leads without looking through them', async () => {
    await store(1)
    await store(2, 'delivered')
    await store(3, 'rejected')
    const aside = await store(4, 'failed')
    await setAside(database.prisma, aside, true, someone)
    expect(await countLeads(database.prisma, sandbox)).toEqual({
      ...{ toDo: 1, pausedCustomers: 0, pending: 1, all: 4, tests: false },
    })
  })

  it('has customers that are paused, with how many leads wait for each', async () => {
    const data = { vitecId: 'ABC123', name: 'Norr' }
    await database.prisma.customer.create({ data, select: { id: true } })
    await store(1)
    await store(2)
    await store(3, 'delivered')
    await database.prisma.customerPause.create({
      data: { environment: sandbox, vitecCustomerId: 'ABC123', reason: 'rights', since: minute(5) },
    })
    expect(await readPausedCustomers(database.prisma, sandbox)).toEqual([
      {
        ...{ id: expect.any(String), ...data, reason: 'rights' },
        ...{ since: minute(5).toISOString(), waiting: 2 },
      },
    ])
  })

  it('finds what there is to do by the index of it', async () => {
    const texts: string[] = []
    const { pool } = database
    const client = await pool.connect()
    await client.query('BEGIN; SET LOCAL enable_seqscan = off')
    for (const query of statementsAbout('lead')) {
      const { rows } = await client.query(`EXPLAIN ${query}`)
      texts.push(rows.map((row) => row['QUERY PLAN']).join('\n'))
    }
    await client.query('ROLLBACK')
    client.release()
    for (const text of texts) expect(text).toContain('lead_to_do')
  })
})

/** As the stores ask: with the condition that they share. */
function statementsAbout(table: string): string[] {
  const order = 'ORDER BY lead.received_at DESC, lead.id DESC LIMIT 51'
  return [
    `SELECT * FROM ${table} WHERE TRUE AND ${isToDo.sql} AND TRUE ${order}`,
    `SELECT count(*) FROM (SELECT FROM ${table} WHERE ${isToDo.sql} ${order}) l`,
  ]
}

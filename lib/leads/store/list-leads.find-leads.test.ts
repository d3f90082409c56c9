import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBulkSendStore } from '@/lib/bulk-sends/store/create-bulk-send-store'
import type { Database } from '@/lib/db/open-database'
import { sandbox } from '@/lib/environments/environment'
import { noFilter } from '@/lib/leads/log-filter'
import { findPerson } from '@/lib/privacy/store/find-person'
import { someone } from '@/test/support/audit/someone'
import { testDatabases } from '@/test/support/database/test-database'
import { storePerson } from '@/test/support/people/store-person'
import { listLeads } from './list-leads'
import { readExported } from './read-exported'

const asa = {
  first_name: 'Åsa',
  last_name: 'Öberg-Sjöström',
  email: 'asa@example.com',
  phone: '073-555 01 02',
  address: 'Åsögatan 119',
  zip_code: '116 24',
  city: 'Stockholm',
}

describe.each(testDatabases)('searching leads on $kind', ({ create }) => {
  let database: Database
  const ids: Record<string, string> = {}
  beforeAll(async () => {
    database = await create()
    const norr = {
      vitecId: 'M30001',
      name: 'Mäklarhuset Norr',
      leadSources: { create: { vitecId: 'V7', name: 'Värdera nu' } },
    }
    await database.prisma.customer.create({ data: norr, select: { id: true } })
    ids.asa = await storePerson(database, { person: asa, customer: { customer_id: 'M30001', lead_id: 'V7' } })
    ids.plain = await storePerson(database, { person: { first_name: 'Osten', last_name: 'Kallman' } })
    ids.dotted = await storePerson(database, { person: { first_name: 'Östen', last_name: 'Källman' } })
    ids.acute = await storePerson(database, { person: { last_name: 'Berg', address: 'Tegnérgatan 5' } })
  })
  afterAll(() => database.close())

  const nameOf = (id: string) => Object.entries(ids).find(([, other]) => other === id)?.[0]
  const log = async (search: string) =>
    (await listLeads(database, sandbox, { ...noFilter, search, cursor: null })).leads.map(({ id }) =>
      nameOf(id),
    )
  const persons = async (search: string) =>
    (await findPerson(database.prisma, search)).leads.map(({ id }) => nameOf(id))

  it.each([
    'Öberg, Åsa',
    'Åsa <asa@example.com>',
    '073.555.01.02',
    '73-555 01 02',
    '555-0102',
    'SE-116 24',
    'Åsögatan 119, 116 24 Stockholm',
    'Åsa · 073-555 01 02 · asa@example.com',
    'mäklarhuset norr',
    'Öberg Mäklarhuset',
    'Värdera nu',
    'Öberg–Sjöström',
    'Asa Oberg',
  ])('finds Åsa, and nobody else, by %j, in the log and under personal data', async (search) => {
    expect(await log(search)).toEqual(['asa'])
    expect(await persons(search)).toEqual(['asa'])
  })

  it('finds a street with an accent by its letters, and the other way round', async () => {
    expect(await log('Tegnergatan')).toEqual(['acute'])
    expect(await log('TEGNÉRGATAN 5')).toEqual(['acute'])
  })

  it('takes å, ä and ö for themselves first, and for a and o only where nothing else is found', async () => {
    expect(await log('Osten')).toEqual(['plain'])
    expect(await log('Östen')).toEqual(['dotted'])
    expect(await log('Osten Källman')).toEqual(['dotted', 'plain'])
  })

  it('finds by a new name of a customer at once, and by its old one no more', async () => {
    const rename = (name: string) =>
      database.prisma.customer.update({ where: { vitecId: 'M30001' }, data: { name } })
    await rename('Fjällbyrån')
    expect([await log('fjällbyrån'), await log('mäklarhuset')]).toEqual([['asa'], []])
    await rename('Mäklarhuset Norr')
  })

  it('shows under personal data who is spelt otherwise, too, after those spelt as typed, and how', async () => {
    const { leads } = await findPerson(database.prisma, 'osten kallman')
    expect(leads.map(({ id, spelling }) => [nameOf(id), spelling])).toEqual([
      ['plain', ''],
      ['dotted', 'Östen Källman'],
    ])
  })

  it('counts, sends and saves what the log shows, also where that is spelt otherwise', async () => {
    const rejected = async (lead: Parameters<typeof storePerson>[1]) => {
      const id = await storePerson(database, lead)
      const data = { status: 'rejected', nextAttemptAt: null } as const
      await database.prisma.lead.update({ where: { id }, data, select: { id: true } })
      return id
    }
    const first = await rejected({ person: { last_name: 'Åhlström' }, at: new Date('2026-03-02') })
    // More than a page of them.
    const { rows: copies } = await database.pool.query<{ id: string }>(
      `INSERT INTO lead SELECT (jsonb_populate_record(lead, jsonb_build_object(
         'id', gen_random_uuid(), 'received_at', lead.received_at + n * interval '1 s'))).*
       FROM lead, generate_series(1, 59) n WHERE lead.id = $1 RETURNING id::text`,
      [first],
    )
    const many = [first, ...copies.map(({ id }) => id)]
    const filter = { ...noFilter, search: 'Ahlstrom', status: 'rejected' as const }
    const bulkSends = createBulkSendStore(database, {
      book: async () => {},
      environment: sandbox,
    })
    expect(await bulkSends.count(filter)).toBe(60)
    const begun = await bulkSends.begin(
      { ...filter, id: crypto.randomUUID(), expected: 60 },
      new Date(),
      someone,
    )
    expect(begun).toEqual({ kind: 'begun' })
    const saved: string[] = []
    for await (const page of readExported(
      database,
      { ...filter, status: ['rejected'] },
      { ids: 25, leads: 10 },
    )) {
      saved.push(...page.map(({ id }) => id))
      // One that is spelt as typed comes in the middle of it: the pages that follow are of the same search.
      await rejected({ person: { last_name: 'Ahlstrom' }, at: new Date('2020-01-01') })
    }
    expect(saved.slice(0, 60).sort()).toEqual(many.sort())
  })
})

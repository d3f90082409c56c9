import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { sandbox } from '@/lib/environments/environment'
import { noFilter } from '@/lib/leads/log-filter'
import { createPrivacyStore } from '@/lib/privacy/store/create-privacy-store'
import { expire } from '@/lib/privacy/store/expire-leads'
import { testDatabases } from '@/test/support/database/test-database'
import { storePerson } from '@/test/support/people/store-person'
import { listLeads } from './list-leads'
import { makeSearchable } from './make-searchable'
import { suggestSearch } from './suggest-search'

const now = new Date('2026-03-01T12:00:00Z')
const requester = { by: 'person:admin', from: '192.0.2.7' }

describe.each(testDatabases)('the words of leads on $kind', ({ create }) => {
  let database: Database
  beforeAll(async () => {
    database = await create()
  })
  afterAll(() => database.close())

  const store = async (last_name: string, at = now) => {
    const id = await storePerson(database, { person: { last_name }, at })
    await database.prisma.lead.update({ where: { id }, data: { status: 'rejected', nextAttemptAt: null } })
    return id
  }
  const leadsWith = async (word: string) =>
    (await database.prisma.searchWord.findUnique({ where: { word } }))?.leads ?? 0
  const erase = (...leadIds: string[]) =>
    createPrivacyStore(database.prisma, sandbox).erase({ id: crypto.randomUUID(), leadIds }, requester, now)
  const suggest = (search: string) => suggestSearch(database.prisma, { ...noFilter, search })

  it('go with the last person who has them, in an erasure and when their time is up', async () => {
    const [first, second] = [await store('Kvarnbäck'), await store('Kvarnbäck')]
    const old = await store('Kvarnbäck', new Date('2020-01-01'))
    expect(await makeSearchable(database.prisma)).toBe(3)
    expect(await makeSearchable(database.prisma)).toBe(0)
    expect(await leadsWith('kvarnbäck')).toBe(3)
    const due = { before: new Date('2021-01-01'), leads: 10, entries: 10 }
    await database.prisma.$transaction((transaction) => expire(transaction, sandbox, due, now))
    expect(await leadsWith('kvarnbäck')).toBe(2)
    await erase(old, first)
    expect(await leadsWith('kvarnbäck')).toBe(1)
    await erase(second)
    expect(await database.prisma.searchWord.findMany()).toEqual([])
    expect(await database.prisma.uncountedLead.findMany()).toEqual([])
  })

  it('stay with those who have them when somebody goes whose words nobody had counted yet', async () => {
    await store('Wallenrud')
    await makeSearchable(database.prisma)
    await erase(await store('Wallenrud'))
    expect(await leadsWith('wallenrud')).toBe(1)
  })

  it('are counted once, however many instances count at the same time', async () => {
    for (let index = 0; index < 30; index++) await store('Rosenblad')
    const count = () => makeSearchable(database.prisma)
    await Promise.all([count(), count(), count(), count()])
    await count()
    expect(await leadsWith('rosenblad')).toBe(30)
  })

  it('are in no statistics, which would outlive their persons', async () => {
    await database.pool.query('ANALYZE search_word')
    const { rows } = await database.pool.query(
      "SELECT * FROM pg_stats WHERE tablename = 'search_word' AND attname = 'word'",
    )
    expect(rows).toEqual([])
  })

  it('say what a search that finds nothing may have meant, where that finds somebody', async () => {
    await store('Åkesson')
    await makeSearchable(database.prisma)
    expect(await suggest('Åkeson')).toBe('Åkesson')
    expect(await suggest('erik akeson')).toBe('erik Åkesson')
    expect(await suggest('Storgattan 12, Åkesson')).toBe('Storgatan 12, Åkesson')
    expect(await suggest('Eirk Åkeson')).toBe('Erik Åkesson')
    expect(await suggest('Fjällräven')).toBeNull()
    await store('Lind Grenrot')
    expect(await suggest('LindGrenrot')).toBe('Lind Grenrot')
    expect(await suggest('Storgatan 12 lindgrenrot')).toBe('Storgatan 12 Lind Grenrot')
    expect(await suggest('Åkessonlind')).toBeNull()
    expect(
      await suggestSearch(database.prisma, { ...noFilter, search: 'Åkeson', status: ['delivered'] }),
    ).toBeNull()
  })

  it('are looked for in any script, because people paste anything: half a letter would be no text', async () => {
    for (const search of ['𐐀𐐁𐐂𐐃𐐄', 'Å𐐁k𐐃sson', '𝒜𝓀𝑒𝓈𝓈𝑜𝓃'])
      await expect(suggest(search)).resolves.toBeDefined()
    expect(await suggest('𐐀Åkesson')).toBe('Åkesson')
  })

  it('are never asked for letters that a lead has in an id, a number or an address of e-mail', async () => {
    expect(await suggest('akeson@example.com 070-999 99 99 ABC124')).toBeNull()
  })

  it('finds leads that an older version stored as it did, until their search text is written anew', async () => {
    const id = await storePerson(database, { person: { last_name: "O'Hara", phone: '073-777 01 02' } })
    const text =
      "erik o'hara erik.andersson@example.com +46737770102 storgatan 12 11422 stockholm abc123 lead456"
    await database.prisma.lead.update({ where: { id }, data: { searchText: text, searchVersion: 0 } })
    const found = async (search: string) =>
      (await listLeads(database, sandbox, { ...noFilter, search, cursor: null })).leads.map((lead) => lead.id)
    for (const search of ["o'hara", '073-777 01 02', '737770102']) expect(await found(search)).toEqual([id])
    while ((await makeSearchable(database.prisma)) > 0);
    expect(await database.prisma.lead.count({ where: { searchVersion: 0 } })).toBe(0)
    for (const search of ['O’Hara', 'OHara', '073.777.01.02']) expect(await found(search)).toEqual([id])
  })
})

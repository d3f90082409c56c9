import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { type EnvironmentId, sandbox, testing } from '@/lib/environments/environment'
import { anonymiseLeads } from '@/lib/privacy/store/anonymise-leads'
import { testDatabases } from '@/test/support/database/test-database'
import { newLead, storeLead } from '@/test/support/leads/store-lead'
import { matchTexts } from '../search/search-text'
import type { SimilarQuery } from '../similar-lead'
import { createFindSimilar, matchKeysIn } from './find-similar'

const day = 86_400_000
const { lead } = newLead()
const query: SimilarQuery = { texts: matchTexts(lead), sentBy: null, except: null }

describe.each(testDatabases)('leads that are alike on $kind', ({ create }) => {
  let database: Database
  beforeAll(async () => {
    database = await create()
  })
  afterAll(() => database.close())
  beforeEach(() => database.pool.query('TRUNCATE lead, lead_match CASCADE'))

  const find = async (changes: Partial<SimilarQuery> = {}, environment: EnvironmentId = sandbox) => {
    const { leads } = await createFindSimilar(database, environment)({ ...query, ...changes })
    return leads.map(({ id }) => id)
  }
  const ago = (ms: number) => new Date(Date.now() - ms)

  it('are found by what they have alike, newest first, and no more than fit a screen', async () => {
    const ids: string[] = []
    for (const hours of [5, 4, 3, 2]) ids.push(await storeLead(database, { at: ago(hours * 3_600_000) }))
    expect(await find()).toEqual(ids.toReversed().slice(0, 3))
    const { leads } = await createFindSimilar(database, sandbox)(query)
    expect(leads[0]).toMatchObject({
      same: ['phone', 'email', 'place'],
      status: 'pending',
      firstName: lead.firstName,
    })
  })

  it('are those first that have most alike, because one phone may be of a family', async () => {
    const twin = await storeLead(database, { at: ago(2000) })
    await storeLead(database, { at: ago(1000), phone: '+46701234568', firstName: 'Astrid' })
    expect((await find())[0]).toBe(twin)
  })

  it('are found beside those of test keys, however many have tried the same number since', async () => {
    const real = await storeLead(database, { at: ago(1000) })
    for (let count = 0; count < 21; count++) await storeLead(database, { environment: testing, at: ago(0) })
    expect(await find()).toEqual([real])
    expect(await find({}, testing)).toHaveLength(3)
  })

  it('are told apart by the one thing that is alike', async () => {
    await storeLead(database, { at: ago(0), phone: '+46701234568', firstName: 'Astrid' })
    const { leads } = await createFindSimilar(database, sandbox)(query)
    expect(leads.map(({ same }) => same)).toEqual([['email']])
  })

  it('are those of the last 30 days, that have their person, of the same Vitec, and were not replaced', async () => {
    await storeLead(database, { at: ago(31 * day) })
    await storeLead(database, { at: ago(day), environment: 'https://connect.example.com' })
    const gone = await storeLead(database, { at: ago(day) })
    await database.prisma.$transaction((transaction) => anonymiseLeads(transaction, [gone], new Date()))
    const replaced = await storeLead(database, { at: ago(day) })
    await database.prisma.lead.update({ where: { id: replaced }, data: { replacedById: gone } })
    expect(await find()).toEqual([])
  })

  it('are, for a system, its own alone: what another has sent is not for it to know', async () => {
    await storeLead(database, { at: ago(2000), actor: 'key:other' })
    const own = await storeLead(database, { at: ago(1000), actor: 'key:own' })
    expect(await find({ sentBy: 'key:own' })).toEqual([own])
    expect(await find()).toHaveLength(2)
  })

  it('do not have the lead among them that is being mended', async () => {
    const id = await storeLead(database, { at: ago(1000) })
    expect(await find({ except: id })).toEqual([])
  })

  it('are known by nothing any more once their person is gone', async () => {
    const id = await storeLead(database, { at: ago(day) })
    await database.prisma.$transaction((transaction) => anonymiseLeads(transaction, [id], new Date()))
    expect((await database.pool.query('SELECT 1 FROM lead_match')).rowCount).toBe(0)
  })

  it('are known by the same keys as the version before gives them, which has the database make them', async () => {
    const texts = {
      phone: '+46701740605',
      email: 'åsa.öberg@example.com',
      place: 'björn öberg\nängsvägen 1 😀',
    }
    const { rows } = await database.pool.query(
      `SELECT match_key('phone', $1) AS phone, match_key('email', $2) AS email, match_key('place', $3) AS place`,
      [texts.phone, texts.email, texts.place],
    )
    const [{ phone, email, place }] = rows
    const made = { phone: BigInt(phone), email: BigInt(email), place: BigInt(place) }
    expect(matchKeysIn('sandbox', texts)).toEqual(made)
  })

  it('are known by the same keys as those that the migration made of what was there', async () => {
    await storeLead(database, { at: ago(day) })
    const { rows } = await database.pool.query(`
      SELECT m.phone = match_key('phone', l.phone) AS phone, m.email = match_key('email', lower(l.email)) AS email
      FROM lead_match m JOIN lead l ON l.id = m.lead_id`)
    expect(rows).toEqual([{ phone: true, email: true }])
  })
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { createDrafts, openDrafts } from '@/lib/drafts/keep-drafts'
import { createDraftStore } from '@/lib/drafts/store/create-draft-store'
import { sandbox } from '@/lib/environments/environment'
import { createVault } from '@/lib/vault/vault'
import { someone } from '@/test/support/audit/someone'
import { testDatabases } from '@/test/support/database/test-database'
import { storeLead } from '@/test/support/leads/store-lead'
import { createPrivacyStore } from './create-privacy-store'

const vault = createVault([{ id: 'k', key: Buffer.alloc(32, 'k').toString('base64') }])

describe.each(testDatabases)('a person in a half-filled form on $kind', ({ create }) => {
  let database: Database
  let drafts: ReturnType<typeof createDrafts>
  let privacy: ReturnType<typeof createPrivacyStore>
  beforeAll(async () => {
    database = await create()
    const store = createDraftStore(database)
    drafts = createDrafts(store, vault)
    privacy = createPrivacyStore(database.prisma, sandbox, () => openDrafts(store, vault))
  })
  afterAll(() => database.close())
  beforeEach(() => database.pool.query('TRUNCATE lead, lead_draft CASCADE'))

  const type = (actor: string, person: Record<string, string>) =>
    drafts.save(actor, { draft: { values: { person }, replaces: null }, seen: null })

  it('is found by those who look for the person, with whose form it is', async () => {
    const { id } = await database.prisma.person.create({
      data: { id: randomUUID(), name: 'Example', email: `${randomUUID()}@example.com`, role: 'staff' },
      select: { id: true },
    })
    await type(`person:${id}`, { first_name: 'Gunhild', last_name: 'Wrångelbock' })
    await type('open', { first_name: 'Astrid', last_name: 'Lind' })
    const { leads, drafts: found } = await privacy.find('wrangelbock', someone)
    expect(leads).toEqual([])
    expect(found).toMatchObject([{ by: `person:${id}`, name: 'Gunhild Wrångelbock' }])
    expect(found[0]?.byName).not.toBeNull()
  })

  it('is handed out with the leads of the person, and goes with them', async () => {
    const lead = await storeLead(database, { phone: '+46701234567', at: new Date() })
    await type('person:a', { phone: '070-123 45 67' })
    await type('person:b', { phone: '070-123 45 68' })
    const { drafts: handedOut } = await privacy.export([lead], new Date(), someone)
    expect(handedOut).toMatchObject([{ by: 'person:a', values: { person: { phone: '070-123 45 67' } } }])
    await privacy.erase({ id: randomUUID(), leadIds: [lead] }, someone, new Date())
    expect(await drafts.read('person:a')).toMatchObject({ draft: null })
    expect((await drafts.read('person:b')).draft).not.toBeNull()
    const { rows } = await database.pool.query(`SELECT sealed FROM lead_draft WHERE actor = 'person:a'`)
    expect(rows).toEqual([{ sealed: '' }])
  })

  it('is found, handed out and gone in what was sent and did not arrive as well, under its writer', async () => {
    const lead = await storeLead(database, { phone: '+46701234567', at: new Date() })
    const key = randomUUID()
    const content = {
      values: { person: { last_name: 'Wrångelbock', phone: '070-123 45 67' } },
      replaces: null,
    }
    await drafts.keepUnsent('person:a', key, content)
    const { drafts: found } = await privacy.find('wrangelbock', someone)
    expect(found).toMatchObject([{ by: 'person:a', name: 'Wrångelbock' }])
    const { drafts: handedOut } = await privacy.export([lead], new Date(), someone)
    expect(handedOut).toMatchObject([{ by: 'person:a' }])
    await privacy.erase({ id: randomUUID(), leadIds: [lead] }, someone, new Date())
    expect((await drafts.read('person:a')).unsent).toEqual([])
  })

  it('is found in the lead that was mended, too, where only one of the two has the right name', async () => {
    const [old, made] = [
      await storeLead(database, { firstName: 'Gunild', phone: '+46701234568', at: new Date() }),
      await storeLead(database, { firstName: 'Gunhild', at: new Date() }),
    ]
    await database.prisma.lead.update({ where: { id: old }, data: { replacedById: made } })
    await database.prisma.lead.update({ where: { id: made }, data: { replacesId: old } })
    for (const name of ['Gunild', 'Gunhild']) {
      const { leads } = await privacy.find(name, someone)
      expect(leads.map(({ id }) => id).sort()).toEqual([old, made].sort())
    }
  })
})

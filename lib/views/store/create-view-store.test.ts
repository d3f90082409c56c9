import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Identity } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db/open-database'
import { leadFilterSchema, noFilter } from '@/lib/leads/log-filter'
import { createViews } from '@/lib/views/keep-views'
import { someone } from '@/test/support/audit/someone'
import { letPass } from '@/test/support/database/let-pass'
import { testDatabases } from '@/test/support/database/test-database'
import { findTraces } from '@/test/support/privacy/traces'
import { createViewStore, forgetViewsOf } from './create-view-store'

const person = (id: string, role: 'administrator' | 'staff' | 'viewer' = 'staff'): Identity => ({
  kind: 'person',
  id,
  role,
})
const [anna, bo, administrator] = [person('anna'), person('bo'), person('admin', 'administrator')]
const { search: _, ...kept } = leadFilterSchema.parse({ status: ['rejected'], received: 'last-month' })
const ofErik = { ...noFilter, search: 'Erik Wrangelbock', status: ['rejected' as const] }

describe.each(testDatabases)('views on $kind', ({ create }) => {
  let database: Database
  let views: ReturnType<typeof createViews>
  beforeAll(async () => {
    database = await create()
    views = createViews(createViewStore(database.prisma))
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    await database.pool.query('TRUNCATE saved_view, view_link, person_setting')
  })

  const add = (who: Identity, name: string, shared = false) =>
    views.add(who, { name, shared, filter: kept }, someone)
  const names = async (who: Identity) => (await views.list(who)).views.map(({ name }) => name)
  const verbs = async () => {
    const events = await database.prisma.auditEvent.findMany({
      where: { verb: { startsWith: 'view.' } },
      select: { verb: true },
      orderBy: { id: 'asc' },
    })
    return events.map(({ verb }) => verb)
  }

  it('are their owner’s alone until they are shared, and then everybody’s, in the order of Swedes', async () => {
    await add(anna, 'Östra')
    const { id } = await add(anna, 'Ärliga')
    expect(await names(anna)).toEqual(['Ärliga', 'Östra'])
    expect(await names(bo)).toEqual([])
    await views.change(anna, id, { shared: true }, someone)
    expect(await names(bo)).toEqual(['Ärliga'])
    expect(await views.find(bo, id)).toMatchObject({ isOwn: false, filter: kept })
  })

  it('are changed and removed by their owner, and by an administrator where they are shared; others are told nothing', async () => {
    const { id } = await add(anna, 'Vy')
    for (const who of [bo, administrator])
      await expect(views.change(who, id, { name: 'Tagen' }, someone)).rejects.toMatchObject({
        code: 'not_found',
      })
    await views.change(anna, id, { shared: true }, someone)
    await expect(views.remove(bo, id, someone)).rejects.toMatchObject({ code: 'not_found' })
    expect(await views.change(administrator, id, { name: 'Bättre' }, someone)).toMatchObject({
      name: 'Bättre',
    })
    await views.remove(administrator, id, someone)
    expect(await names(anna)).toEqual([])
    await expect(add(person('v', 'viewer'), 'Delad', true)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('are in the audit log where an act concerns others, and only there', async () => {
    const before = (await verbs()).length
    const { id } = await add(anna, 'Vy')
    await views.change(anna, id, { name: 'Egen' }, someone)
    expect((await verbs()).slice(before)).toEqual([])
    await views.change(anna, id, { shared: true }, someone)
    await views.change(anna, id, { shared: true, name: 'Egen' }, someone)
    await views.change(anna, id, { shared: false }, someone)
    await views.remove(anna, id, someone)
    expect((await verbs()).slice(before)).toEqual(['view.share', 'view.unshare'])
  })

  it('are what the log begins with for one who says so, until they are out of reach', async () => {
    const { id } = await add(anna, 'Vy', true)
    const start = async (who: Identity) => (await views.list(who)).startViewId
    for (const who of [anna, bo]) await views.startWith(who, id)
    expect([await start(anna), await start(bo), await start(administrator)]).toEqual([id, id, null])
    await views.change(anna, id, { shared: false }, someone)
    expect([await start(anna), await start(bo)]).toEqual([id, null])
    await expect(views.startWith(bo, id)).rejects.toMatchObject({ code: 'not_found' })
    await views.remove(anna, id, someone)
    expect(await start(anna)).toBeNull()
  })

  it('are at most fifty of one person', async () => {
    const data = { actor: 'person:anna', name: 'Vy', filter: kept }
    await database.prisma.savedView.createMany({ data: Array.from({ length: 50 }, () => data) })
    await expect(add(anna, 'En till')).rejects.toMatchObject({ code: 'too_many' })
    await add(bo, 'Min')
  })

  it('go with their owner, but for those that others use, which then are nobody’s', async () => {
    await add(anna, 'Egen')
    const { id } = await add(anna, 'Delad', true)
    await views.startWith(anna, id)
    await views.makeLink(anna, ofErik)
    await database.prisma.$transaction((transaction) => forgetViewsOf(transaction, 'person:anna'))
    expect(await names(bo)).toEqual(['Delad'])
    expect(await names(anna)).toEqual(['Delad'])
    expect(await database.prisma.viewLink.count()).toBe(0)
    expect(await database.prisma.personSetting.count()).toBe(0)
  })

  it('that are linked to hold words that are read with the link alone, for a day of the database’s', async () => {
    const { token } = await views.makeLink(anna, ofErik)
    expect(await findTraces(database, ['Wrangelbock', token])).toEqual([])
    expect(await views.openLink(token)).toEqual(ofErik)
    for (const other of ['', 'x'.repeat(43), `${token}x`, token.toLowerCase()])
      expect(await views.openLink(other)).toBeNull()
    await letPass(database, '23 hours 59 minutes')
    expect(await views.openLink(token)).toEqual(ofErik)
    await letPass(database, '2 minutes')
    expect(await views.openLink(token)).toBeNull()
  })

  it('are linked to fifty at a time by one person; the oldest makes way', async () => {
    const first = await views.makeLink(anna, ofErik)
    const other = await views.makeLink(bo, ofErik)
    await database.pool.query(
      `INSERT INTO view_link (token_hash, sealed, actor) SELECT n::text::bytea, '', 'person:anna' FROM generate_series(1, 49) n`,
    )
    await views.makeLink(anna, ofErik)
    expect(await views.openLink(first.token)).toBeNull()
    expect(await views.openLink(other.token)).toEqual(ofErik)
  })
})

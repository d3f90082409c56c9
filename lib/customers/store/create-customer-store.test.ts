import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CustomerStore } from '@/lib/customers/customer-store'
import type { Database } from '@/lib/db/open-database'
import { sandbox } from '@/lib/environments/environment'
import { someone } from '@/test/support/audit/someone'
import { testDatabases } from '@/test/support/database/test-database'
import { storeLead } from '@/test/support/leads/store-lead'
import { createCustomerStore } from './create-customer-store'
import { seedSandbox } from './seed-sandbox'

describe.each(testDatabases)('customers on $kind', ({ create }) => {
  let database: Database
  let store: CustomerStore
  beforeAll(async () => {
    database = await create()
    store = createCustomerStore(database.prisma, sandbox)
    await seedSandbox(database.prisma)
  })
  afterAll(() => database.close())

  it('begin with the source document’s customer and lead source, and a second to choose', async () => {
    expect(await store.activeLeadSources('ABC123')).toEqual([
      { vitecId: 'LEAD456', name: 'Real AI Valuation Leads' },
    ])
    expect(await store.list()).toHaveLength(2)
  })

  it('are agents’ accounts by name; the valuation company is a lead source', async () => {
    expect((await store.list()).map(({ vitecId, name }) => [vitecId, name])).toEqual([
      ['M30011', 'Exempelmäklarna'],
      ['ABC123', 'Testmäklarna'],
    ])
  })

  it('of a sandbox from before get the agent’s name, unless somebody has named them otherwise', async () => {
    const named = (name: string) =>
      database.prisma.customer.update({
        where: { vitecId: 'ABC123' },
        data: { name },
        select: { name: true },
      })
    const nameNow = async () => (await store.list()).find(({ vitecId }) => vitecId === 'ABC123')?.name
    await named('Real AI')
    await seedSandbox(database.prisma)
    expect(await nameNow()).toBe('Testmäklarna')
    await named('Vår mäklare')
    await seedSandbox(database.prisma)
    expect(await nameNow()).toBe('Vår mäklare')
    await named('Testmäklarna')
    expect(await store.activeLeadSources('ABC123')).toEqual([
      { vitecId: 'LEAD456', name: 'Real AI Valuation Leads' },
    ])
  })

  it('are not seeded again after a restart', async () => {
    await seedSandbox(database.prisma)
    expect(await store.list()).toHaveLength(2)
  })

  it('have one id each', async () => {
    await expect(store.add({ vitecId: 'ABC123', name: 'Another' }, someone)).rejects.toMatchObject({
      code: 'already_exists',
    })
  })

  it('cannot be changed when they are not there', async () => {
    const id = '01a0b0c0-0000-7000-8000-000000000001'
    await expect(store.change(id, { name: 'X' }, someone)).rejects.toMatchObject({ code: 'not_found' })
    await expect(store.addLeadSource(id, { vitecId: 'L1', name: 'X' }, someone)).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(store.merge(id, [{ vitecId: 'L1', name: 'X' }], someone)).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('offer no lead source that is switched off, nor any of a customer that is', async () => {
    const customer = await store.add({ vitecId: 'OFF1', name: 'Off' }, someone)
    const [source] = (await store.addLeadSource(customer.id, { vitecId: 'L1', name: 'One' }, someone))
      .leadSources
    await store.addLeadSource(customer.id, { vitecId: 'L2', name: 'Two' }, someone)
    await store.changeLeadSource(source?.id ?? '', { active: false }, someone)
    expect(await store.activeLeadSources('OFF1')).toEqual([{ vitecId: 'L2', name: 'Two' }])
    await store.change(customer.id, { active: false }, someone)
    expect(await store.activeLeadSources('OFF1')).toEqual([])
  })

  it('take over what Vitec lists: new ones, new names; and lose none', async () => {
    const customer = await store.add({ vitecId: 'MERGE1', name: 'Merge' }, someone)
    await store.addLeadSource(customer.id, { vitecId: 'L1', name: 'Old name' }, someone)
    await store.addLeadSource(customer.id, { vitecId: 'L2', name: 'Only ours' }, someone)
    const listed = [
      { vitecId: 'L1', name: 'New name' },
      { vitecId: 'L3', name: 'New' },
    ]
    expect(await store.merge(customer.id, listed, someone)).toEqual({ added: 1, renamed: 1 })
    expect(await store.merge(customer.id, listed, someone)).toEqual({ added: 0, renamed: 0 })
    const names = (await store.find(customer.id))?.leadSources.map((source) => source.name)
    expect(names).toEqual(['New', 'New name', 'Only ours'])
  })

  it('say how many of their lead sources are in use, and how many leads wait where they are paused', async () => {
    const { id } = await store.add({ vitecId: 'WAITS', name: 'Waits' }, someone)
    const { leadSources } = await store.addLeadSource(id, { vitecId: 'L1', name: 'One' }, someone)
    await store.addLeadSource(id, { vitecId: 'L2', name: 'Two' }, someone)
    await store.changeLeadSource(leadSources[0]?.id ?? '', { active: false }, someone)
    for (const environment of ['sandbox', 'sandbox', 'https://vitec.example.com']) {
      const lead = await storeLead(database, { customerId: 'WAITS', at: new Date() })
      await database.prisma.lead.update({ where: { id: lead }, data: { environment }, select: { id: true } })
    }
    const row = async () => (await store.list()).find((customer) => customer.id === id)
    expect(await row()).toMatchObject({ leadSources: 1, paused: null })
    const pause = { environment: sandbox, vitecCustomerId: 'WAITS', reason: 'rights' }
    await database.prisma.customerPause.create({ data: pause, select: { reason: true } })
    expect((await row())?.paused).toMatchObject({ reason: 'rights', waiting: 2 })
    expect((await store.find(id))?.paused).toEqual((await row())?.paused)
  })

  it('are found by their id in Vitec, where they are listed', async () => {
    const { id } = await store.add({ vitecId: 'KNOWN', name: 'Known' }, someone)
    expect(await store.idOf('KNOWN')).toBe(id)
    expect(await store.idOf('NOT-LISTED')).toBeNull()
  })

  it('stand in a Swedish order, with their lead sources, whatever the database sorts by', async () => {
    const names = ['Öbo', 'anna', 'Ångbåt', 'Zon', 'Älv', 'Bo']
    for (const name of names) await store.add({ vitecId: `ORDER-${names.indexOf(name)}`, name }, someone)
    const list = await store.list()
    const sorted = list.filter(({ vitecId }) => vitecId.startsWith('ORDER'))
    expect(sorted.map(({ name }) => name)).toEqual(['anna', 'Bo', 'Zon', 'Ångbåt', 'Älv', 'Öbo'])
    for (const name of names)
      await store.addLeadSource(sorted[0]?.id ?? '', { vitecId: `S${names.indexOf(name)}`, name }, someone)
    const expected = ['anna', 'Bo', 'Zon', 'Ångbåt', 'Älv', 'Öbo']
    const offered = await store.activeLeadSources(sorted[0]?.vitecId ?? '')
    expect(offered.map(({ name }) => name)).toEqual(expected)
    const found = await store.find(sorted[0]?.id ?? '')
    expect(found?.leadSources.map(({ name }) => name)).toEqual(expected)
  })
})

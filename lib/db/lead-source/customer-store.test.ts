import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CustomerStore } from '@/lib/lead-source/customer-store'
import type { Database } from '../open-database'
import { testDatabases } from '../testing/test-database'
import { createCustomerStore } from './customer-store'
import { seedSandbox } from './seed-sandbox'

describe.each(testDatabases)('customers on $kind', ({ create }) => {
  let database: Database
  let store: CustomerStore
  beforeAll(async () => {
    database = await create()
    store = createCustomerStore(database.prisma)
    await seedSandbox(database.prisma)
  })
  afterAll(() => database.close())

  it('begin with the source document’s customer and lead source, and a second to choose', async () => {
    expect(await store.activeLeadSources('ABC123')).toEqual([
      { vitecId: 'LEAD456', name: 'Real AI Valuation Leads' },
    ])
    expect(await store.list()).toHaveLength(2)
  })

  it('are not seeded again after a restart', async () => {
    await seedSandbox(database.prisma)
    expect(await store.list()).toHaveLength(2)
  })

  it('have one id each', async () => {
    await expect(store.add({ vitecId: 'ABC123', name: 'Another' })).rejects.toMatchObject({
      code: 'already_exists',
    })
  })

  it('cannot be changed when they are not there', async () => {
    const id = '01a0b0c0-0000-7000-8000-000000000001'
    await expect(store.change(id, { name: 'X' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(store.addLeadSource(id, { vitecId: 'L1', name: 'X' })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(store.merge(id, [{ vitecId: 'L1', name: 'X' }])).rejects.toMatchObject({ code: 'not_found' })
  })

  it('offer no lead source that is switched off, nor any of a customer that is', async () => {
    const customer = await store.add({ vitecId: 'OFF1', name: 'Off' })
    const [source] = (await store.addLeadSource(customer.id, { vitecId: 'L1', name: 'One' })).leadSources
    await store.addLeadSource(customer.id, { vitecId: 'L2', name: 'Two' })
    await store.changeLeadSource(source?.id ?? '', { active: false })
    expect(await store.activeLeadSources('OFF1')).toEqual([{ vitecId: 'L2', name: 'Two' }])
    await store.change(customer.id, { active: false })
    expect(await store.activeLeadSources('OFF1')).toEqual([])
  })

  it('take over what Vitec lists: new ones, new names; and lose none', async () => {
    const customer = await store.add({ vitecId: 'MERGE1', name: 'Merge' })
    await store.addLeadSource(customer.id, { vitecId: 'L1', name: 'Old name' })
    await store.addLeadSource(customer.id, { vitecId: 'L2', name: 'Only ours' })
    const listed = [
      { vitecId: 'L1', name: 'New name' },
      { vitecId: 'L3', name: 'New' },
    ]
    expect(await store.merge(customer.id, listed)).toEqual({ added: 1, renamed: 1 })
    expect(await store.merge(customer.id, listed)).toEqual({ added: 0, renamed: 0 })
    const names = (await store.find(customer.id))?.leadSources.map((source) => source.name)
    expect(names).toEqual(['New', 'New name', 'Only ours'])
  })

  it('are known or not, with their lead sources', async () => {
    expect(await store.knows('ABC123', 'LEAD456')).toEqual({ customer: true, leadSource: true })
    expect(await store.knows('ABC123', 'NOPE')).toEqual({ customer: true, leadSource: false })
    expect(await store.knows('NOPE', 'LEAD456')).toEqual({ customer: false, leadSource: false })
  })
})

import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { sandbox } from '@/lib/environments/environment'
import { createVault } from '@/lib/vault/vault'
import { someone } from '@/test/support/audit/someone'
import { testDatabases } from '@/test/support/database/test-database'
import type { CustomerStore } from './customer-store'
import { createVitecAccounts, resealAccounts } from './keep-vitec-accounts'
import { createCustomerStore } from './store/create-customer-store'
import { createVitecAccountStore } from './store/create-vitec-account-store'
import type { VitecAccountStore } from './vitec-account'

const newKey = (id: string) => ({ id, key: randomBytes(32).toString('base64') })
const [old, next] = [newKey('2026-1'), newKey('2026-2')]
const account = { username: 'användare', password: ' hemligt, med: tecken ' }
const missingId = '01a0b0c0-0000-7000-8000-000000000001'

describe.each(testDatabases)('customers’ own Vitec accounts on $kind', ({ create }) => {
  let database: Database
  let store: VitecAccountStore
  let customers: CustomerStore
  beforeAll(async () => {
    database = await create()
    store = createVitecAccountStore(database.prisma)
    customers = createCustomerStore(database.prisma, sandbox)
  })
  afterAll(() => database.close())

  const newCustomer = (vitecId: string) => customers.add({ vitecId, name: vitecId }, someone)
  const accounts = (...keys: (typeof old)[]) => createVitecAccounts(store, keys)

  it('are used as they were set, for that customer alone, until they are removed', async () => {
    const { id } = await newCustomer('OWN')
    await newCustomer('COMMON')
    await accounts(old).set(id, account, someone)
    expect(await accounts(old).of('OWN')).toEqual(account)
    expect(await accounts(old).of('COMMON')).toBeNull()
    expect(await accounts(old).of('NOT-LISTED')).toBeNull()
    await accounts(old).remove(id, someone)
    expect(await accounts(old).of('OWN')).toBeNull()
  })

  it('are in no row and in no answer as they are: only when one was set', async () => {
    const { id } = await newCustomer('HIDDEN')
    await accounts(old).set(id, account, someone)
    const { rows } = await database.pool.query('SELECT * FROM vitec_account')
    expect(JSON.stringify(rows)).not.toMatch(/hemligt|användare/)
    const shown = await customers.find(id)
    expect(shown?.accountSetAt).toMatch(/^\d{4}-/)
    expect(JSON.stringify(shown)).not.toMatch(/hemligt|användare|v1\./)
  })

  it('cannot be set without a key, nor for a customer that is not there', async () => {
    const { id } = await newCustomer('NOKEY')
    await expect(accounts().set(id, account, someone)).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(accounts(old).set(missingId, account, someone)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('are not exchanged for the common one where the key is gone, and the start can name that key', async () => {
    const { id } = await newCustomer('LOST')
    await accounts(old).set(id, account, someone)
    expect(await accounts(next).of('LOST')).toBe('unreadable')
    expect(await accounts().of('LOST')).toBe('unreadable')
    expect(await accounts(next).missingKeys()).toEqual(['2026-1'])
    expect(await accounts(next, old).missingKeys()).toEqual([])
  })

  it('do not open in the row of another customer, to whom somebody may have copied them', async () => {
    const [from, to] = [await newCustomer('FROM'), await newCustomer('TO')]
    await accounts(old).set(from.id, account, someone)
    const sealed = (await store.find('FROM'))?.sealed ?? ''
    await store.set({ customerId: to.id, sealed }, new Date(), someone)
    expect(await accounts(old).of('TO')).toBe('unreadable')
    await store.remove(to.id, someone)
  })

  it('are sealed anew with the first key, so that the older one can be taken away', async () => {
    const vault = createVault([next, old])
    const before = await resealAccounts(store, vault)
    expect(before).toMatchObject({ current: 0, unreadable: [] })
    expect(before.resealed).toBeGreaterThan(1)
    expect(await accounts(next).of('LOST')).toEqual(account)
    expect(await accounts(next).missingKeys()).toEqual([])
    expect(await resealAccounts(store, vault)).toEqual({
      resealed: 0,
      current: before.resealed,
      unreadable: [],
    })
  })

  it('are not put back by a rotation that read them before somebody set a new one', async () => {
    const { id } = await newCustomer('RACE')
    await accounts(old).set(id, account, someone)
    const read = await store.find('RACE')
    await accounts(next).set(id, { username: 'ny', password: 'nytt' }, someone)
    expect(read && (await store.reseal(read, 'v1.2026-2.old'))).toBe(false)
    expect(await accounts(next).of('RACE')).toEqual({ username: 'ny', password: 'nytt' })
  })

  it('go with their customer', async () => {
    const { id } = await newCustomer('GONE')
    await accounts(next).set(id, account, someone)
    await database.prisma.customer.delete({ where: { id } })
    expect(await store.all()).not.toContainEqual(expect.objectContaining({ customerId: id }))
  })
})

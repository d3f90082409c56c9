import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { testDatabases } from '@/test/support/database/test-database'
import { storeLead } from '@/test/support/leads/store-lead'
import { recentCustomers } from './list-leads'

describe.each(testDatabases)('the customers of late on $kind', ({ create }) => {
  let database: Database
  beforeAll(async () => {
    database = await create()
  })
  afterAll(() => database.close())

  it('are those that the person has entered leads for, the latest first, each once', async () => {
    const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 12, minute))
    const sent = ['A', 'B', 'A', 'C', 'D', 'E', 'F']
    for (const [minute, customerId] of sent.entries())
      await storeLead(database, { customerId, actor: 'person:a', at: at(minute) })
    await storeLead(database, { customerId: 'X', actor: 'person:b', at: at(9) })
    expect(await recentCustomers(database.prisma, 'person:a')).toEqual(['F', 'E', 'D', 'C', 'A'])
    expect(await recentCustomers(database.prisma, 'person:c')).toEqual([])
  })
})

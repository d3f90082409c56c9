import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { testDatabases } from '@/test/support/database/test-database'
import { createPersonShortcuts } from './person-shortcuts'

describe.each(testDatabases)('whether single keys do something, on $kind', ({ create }) => {
  let database: Database
  beforeAll(async () => {
    database = await create()
  })
  afterAll(() => database.close())

  it('is so until a person turns it off, and for that person only', async () => {
    const { read, write } = createPersonShortcuts(database.prisma)
    expect(await read('person:a')).toBe(true)
    await write('person:a', false)
    expect([await read('person:a'), await read('open')]).toEqual([false, true])
    await write('person:a', true)
    expect(await read('person:a')).toBe(true)
  })
})

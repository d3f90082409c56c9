import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Prisma } from '@/lib/db/generated/client'
import type { Database } from '@/lib/db/open-database'
import { testDatabases } from '@/test/support/database/test-database'
import { monthsBefore } from './expire-leads'

describe.each(testDatabases)('the cut-off of retention on $kind', ({ create }) => {
  let database: Database
  beforeAll(async () => {
    database = await create()
  })
  afterAll(() => database.close())

  it.each([
    ['2026-11-26T03:00:00.000Z', 24, '2024-11-26T03:00:00.000Z'],
    ['2026-03-31T03:00:00.000Z', 1, '2026-02-28T03:00:00.000Z'],
    ['2024-03-31T03:00:00.000Z', 1, '2024-02-29T03:00:00.000Z'],
    ['2026-01-15T03:00:00.000Z', 13, '2024-12-15T03:00:00.000Z'],
  ])(
    'counts calendar months, so that nobody is kept longer than promised: at %s, %i months end with %s',
    async (now, months, cutoff) => {
      const moment = Prisma.sql`${now}::timestamptz`
      const [found] = await database.prisma.$transaction(async (transaction) => {
        // Half a day beyond UTC, where a month's last day may be over already.
        await transaction.$executeRaw`SET LOCAL TIME ZONE 'Pacific/Auckland'`
        return transaction.$queryRaw<{ ms: number }[]>`
          SELECT extract(epoch FROM ${monthsBefore(moment, months)})::float8 * 1000 AS ms`
      })
      expect(new Date(found?.ms ?? 0).toISOString()).toBe(cutoff)
    },
  )
})

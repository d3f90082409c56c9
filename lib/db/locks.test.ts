import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '@/test/support/database/test-database'
import { lockNumbers, takeLock, takeLockOf } from './locks'
import type { Database } from './open-database'

const own = 'lib/db/locks.ts'
/** What claims share, and a hold waits for. */
const claims = 'prisma/migrations/20261127160000_places_and_claims/migration.sql'

describe('the advisory locks', () => {
  it('have a number each: two of one number would wait for each other, or share what neither may share', () => {
    const numbers = Object.values(lockNumbers)
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  it('are taken by name: no other file has a number of its own, but for the statement that claims', () => {
    const numbers = Object.values(lockNumbers).join('|')
    const aLock = new RegExp(`pg_(try_)?advisory_|hashtext|\\b(${numbers})\\b`, 'i')
    const found = sources().filter((file) =>
      aLock.test(readFileSync(file, 'utf8').replace(/(?<=\d)_(?=\d)/g, '')),
    )
    expect(found).toEqual([own, claims])
    const inClaims = readFileSync(claims, 'utf8').matchAll(/pg_advisory_\w+\((\d+)/g)
    expect([...inClaims].map(([, number]) => Number(number))).toEqual([lockNumbers.attempts])
  })

  describe.each(testDatabases)('on $kind', ({ create }) => {
    let database: Database
    beforeAll(async () => {
      database = await create()
    })
    afterAll(() => database.close())

    it('are held until their transaction ends, under the number that another version knows them by', async () => {
      const held = await database.prisma.$transaction(async (transaction) => {
        await takeLock(transaction, 'foundLeads')
        await takeLockOf(transaction, 'pauses', 'ABC123')
        return transaction.$queryRaw<unknown[]>`
          SELECT classid::bigint AS high, objid::bigint AS low, objsubid AS kind, hashtext('ABC123') AS hash
          FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid() ORDER BY kind`
      })
      expect(held).toMatchObject([
        { high: 0n, low: BigInt(lockNumbers.foundLeads), kind: 1 },
        { high: BigInt(lockNumbers.pauses), kind: 2 },
      ])
    })
  })
})

/** Every file of ours that may ask a database of the product; tests also wait for each other. */
function sources(): string[] {
  return ['app', 'components', 'e2e', 'lib', 'prisma', 'scripts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|tsx|mjs|cjs|js|sql)$/.test(file))
      .map((file) => join(folder, file))
      .filter((file) => !/^lib\/db\/(generated|testing|conformance)\/|\.test\.ts$/.test(file)),
  )
}

import { appendFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPrisma, type Database } from '@/lib/db/open-database'
import { testDatabases } from '@/test/support/database/test-database'
import { freePort } from '@/test/support/free-port.mjs'
import { loggable } from './log'

/** What a log says of the cause. */
function failureCause(error: unknown) {
  const { cause, cause_code } = loggable(error)
  return cause === undefined ? null : { cause, cause_code }
}

const person = 'erik.andersson@example.com'

async function thrownBy(work: () => unknown): Promise<unknown> {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error('it did not fail')
}

describe.each(testDatabases)('the cause of a failure of the database, on $kind', ({ create }) => {
  let database: Database
  beforeAll(async () => {
    database = await create()
  })
  afterAll(() => database.close())

  const raise = (code: string) =>
    `DO $$ BEGIN RAISE EXCEPTION 'no room for ${person}' USING ERRCODE = '${code}'; END $$`

  it.each([
    ['53100', 'the disk is full'],
    ['25006', 'the database is read-only'],
    ['42501', 'permission is denied by the database'],
    ['57014', 'the database took too long, and the statement was cut off'],
    ['53300', 'the database has no connection left'],
  ])(
    'is named below whatever Prisma makes of %s, because its own code tells nobody anything',
    async (code, cause) => {
      const ways = [
        () => database.pool.query(raise(code)),
        () => database.prisma.$executeRawUnsafe(raise(code)),
        () => database.prisma.$transaction((transaction) => transaction.$executeRawUnsafe(raise(code))),
      ]
      for (const way of ways) {
        const error = await thrownBy(way)
        expect(failureCause(error)).toEqual({ cause, cause_code: code })
        expect(JSON.stringify(loggable(error))).not.toContain('erik')
      }
    },
  )

  it('is named of what Prisma writes itself, too', async () => {
    const error = await thrownBy(() =>
      database.prisma.$transaction(async (transaction) => {
        await transaction.$executeRaw`SET TRANSACTION READ ONLY`
        await transaction.customer.create({ data: { vitecId: 'X1', name: person } })
      }),
    )
    expect(loggable(error)).toMatchObject({ cause: 'the database is read-only', cause_code: '25006' })
    expect(JSON.stringify(loggable(error))).not.toContain('erik')
  })
})

it('is named of a database that is not there, by PostgreSQL’s client and through Prisma', async () => {
  const pool = new pg.Pool({ host: '127.0.0.1', port: await freePort(), max: 1 })
  const refused = { cause: 'the connection was refused: nothing listens there', cause_code: 'ECONNREFUSED' }
  expect(failureCause(await thrownBy(() => pool.query('SELECT 1')))).toEqual(refused)
  expect(failureCause(await thrownBy(() => createPrisma(pool).lead.count()))).toEqual(refused)
  await pool.end()
})

it('is named of a full disk that a file was written to', async () => {
  const full = await thrownBy(() => appendFileSync('/dev/full', person))
  expect(failureCause(new Error('the ledger was not written', { cause: full }))).toMatchObject({
    cause: 'the disk is full',
  })
})

it('is looked for no farther than a chain can sensibly be, and not for ever where it leads back', () => {
  const one = new Error('one')
  const other = new Error('other', { cause: one })
  one.cause = other
  expect(failureCause(one)).toBeNull()
  expect(failureCause('ENOSPC')).toBeNull()
  expect(failureCause(Object.assign(new Error('x'), { code: 'toString' }))).toBeNull()
})

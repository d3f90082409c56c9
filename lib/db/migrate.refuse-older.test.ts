import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testDatabases } from '@/test/support/database/test-database'
import { refuseOlder } from './migrate'
import type { Database } from './open-database'

const server = process.env.TEST_DATABASE_URL

describe.runIf(server)('an instance of an older version on the same database', () => {
  let database: Database
  let older: pg.Client
  beforeEach(async () => {
    const postgres = testDatabases.find(({ kind }) => kind === 'postgres')
    if (!postgres) throw new Error('there is no PostgreSQL')
    database = await postgres.create()
    const url = Object.assign(new URL(server ?? ''), { pathname: database.place }).href
    older = new pg.Client({ connectionString: url, application_name: 'lead-api' })
    await older.connect()
  })
  afterEach(async () => {
    await older.end()
    await database.close()
  })

  it('keeps this one from starting, because the two would not keep to what the other has booked', async () => {
    await expect(refuseOlder(database.pool)).rejects.toThrow('older version')
    await older.end()
    await expect
      .poll(() =>
        refuseOlder(database.pool).then(
          () => 'goes on',
          () => 'refused',
        ),
      )
      .toBe('goes on')
  })
})

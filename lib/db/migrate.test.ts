import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DatabaseError } from './database-error'
import { migrate } from './migrate'
import { readMigrations } from './migration-history'
import type { Database } from './open-database'
import { testDatabases } from './testing/test-database'

describe.each(testDatabases)('migrations on $kind', ({ create }) => {
  let db: Database
  beforeEach(async () => {
    db = await create()
  })
  afterEach(() => db.close())

  const failure = async () => {
    const error = await migrate(db.pool).catch((reason) => reason)
    expect(error).toBeInstanceOf(DatabaseError)
    return error.message
  }

  it('are recorded as `prisma migrate deploy` does, and applied once', async () => {
    const { rows } = await db.pool.query('SELECT * FROM _prisma_migrations ORDER BY started_at')
    const files = await readMigrations()
    expect(rows).toEqual(
      files.map(({ name, checksum }) => ({
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        checksum,
        migration_name: name,
        started_at: expect.any(Date),
        finished_at: expect.any(Date),
        logs: null,
        rolled_back_at: null,
        applied_steps_count: 1,
      })),
    )
    expect(await migrate(db.pool)).toEqual([])
  })

  it('are not continued after one that was edited', async () => {
    await db.pool.query("UPDATE _prisma_migrations SET checksum = 'other'")
    expect(await failure()).toMatch(/^Migration \w+ was edited after it was applied; restore its file$/)
  })

  it('are not continued after one that failed under the command line tool', async () => {
    await db.pool.query('UPDATE _prisma_migrations SET finished_at = null')
    expect(await failure()).toMatch(/^Migration \w+ failed earlier/)
  })

  it('are not continued on a database that a newer version has migrated', async () => {
    await db.pool.query(`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
      VALUES ('x', 'x', '29990101000000_later', now())`)
    expect(await failure()).toBe(
      'The database has migration 29990101000000_later, which this version does not know',
    )
  })

  it('leave no trace when they fail, and say why in one line', async () => {
    await db.pool.query('DROP TABLE delivery_attempt, sandbox_lead; DELETE FROM _prisma_migrations')
    expect(await failure()).toMatch(/^Migration \w+ failed: type "lead_channel" already exists$/)
    expect((await db.pool.query('SELECT * FROM _prisma_migrations')).rows).toEqual([])
    expect((await db.pool.query("SELECT to_regclass('delivery_attempt') AS it")).rows).toEqual([{ it: null }])
  })

  it('are applied once by several instances that start together, each by whichever comes first', async () => {
    await db.pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
    const applied = await Promise.all([migrate(db.pool), migrate(db.pool), migrate(db.pool)])
    expect(applied.flat().sort()).toEqual((await readMigrations()).map(({ name }) => name))
  })
})

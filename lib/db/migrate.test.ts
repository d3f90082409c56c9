import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testDatabases } from '@/test/support/database/test-database'
import { DatabaseError } from './database-error'
import { migrate } from './migrate'
import { readMigrations } from './migration-history'
import type { Database } from './open-database'

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

  const addToHistory = (name: string) =>
    db.pool.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', $1, now())`,
      [name],
    )

  it.each(['29990101000000_later', '29990101000000_later_from_0_1_0'])(
    'leave alone what a newer version has added by %s, and this version works with it',
    async (name) => {
      await addToHistory(name)
      expect(await migrate(db.pool)).toEqual([])
    },
  )

  it('are refused where a newer version has taken away what this one uses, and the oldest that works is named', async () => {
    await addToHistory('29990101000000_drop_from_9_1_0')
    expect(await failure()).toMatch(
      /^The database has migration 29990101000000_drop_from_9_1_0: it needs version 9\.1\.0 or later, and this is \d/,
    )
  })

  it('are not continued on a database that has one from between ours, which is of no version of ours', async () => {
    await addToHistory('20261124000001_between')
    expect(await failure()).toBe(
      'The database has migration 20261124000001_between, which this version does not know',
    )
  })

  it('are not continued after those of a newer version where an older one of ours is not there', async () => {
    await addToHistory('29990101000000_later')
    await db.pool.query(
      `DELETE FROM _prisma_migrations WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations WHERE id <> 'x')`,
    )
    expect(await failure()).toContain('29990101000000_later, which this version does not know, and lacks ')
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

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { drawsMuch, testSeed } from '@/test/run/random.mjs'
import { testDatabases } from '@/test/support/database/test-database'
import { whileChanged } from '../mutants'
import { idOf } from '../plan'
import type { CreateDatabase } from '../simulated-database'
import { createSqlDatabase } from '../sql-database'
import { begin } from '../timed-database'
import { interleave } from './interleaving'
import { Referee } from './referee'

const limits = { atOnce: 3, perSecond: 10, slotMs: 3_000, magicPrefix: null }
const postgres = testDatabases.find(({ kind }) => kind === 'postgres')
const count = drawsMuch ? 100 : 20

describe.skipIf(!postgres)('two connections to PostgreSQL, statement by statement', () => {
  let database: Database
  let createSql: CreateDatabase
  beforeAll(async () => {
    if (!postgres) throw new Error('there is no PostgreSQL')
    database = await postgres.create()
    createSql = await createSqlDatabase(database)
    // Both connections have one clock, and neither has set it.
    await database.pool.query(`
      CREATE TABLE simulated_clock AS SELECT clock_timestamp() AS at;
      CREATE OR REPLACE FUNCTION delivery_clock() RETURNS timestamptz LANGUAGE sql VOLATILE
        AS 'SELECT at FROM simulated_clock'`)
  })
  afterAll(() => database.close())

  async function play(seed: number) {
    const server = new URL(process.env.TEST_DATABASE_URL ?? '')
    const config = { connectionString: Object.assign(server, { pathname: database.place }).href }
    await database.pool.query('UPDATE simulated_clock SET at = $1', [new Date(begin)])
    const history = await createSql(limits, begin)
    const ids = Array.from({ length: 6 }, (_, number) => idOf(seed, number, number))
    await history.addLeads(ids.map((id, number) => ({ id, customer: number % 3 === 0 ? 'B' : 'A' })))
    const referee = new Referee(database.pool, limits)
    try {
      return await interleave(seed, { watcher: database.pool, config, referee, limits, leads: ids })
    } catch (error) {
      throw new Error(`TEST_SEED=${seed}: ${error}`, { cause: error })
    } finally {
      await referee.expectNoneDoubled()
    }
  }

  it('wait for each other or pass each other by, and in no order take too much or send twice', async () => {
    const inAll = { statements: 0, waits: 0 }
    for (let number = 0; number < count; number++) {
      const { statements, waits } = await play(testSeed + number)
      inAll.statements += statements
      inAll.waits += waits
    }
    // Connections that never meet show nothing.
    expect(inAll.statements).toBeGreaterThan(count * 20)
    expect(inAll.waits).toBeGreaterThan(count / 4)
  }, 300_000)

  it('take too much where nobody locks the schedule, and that is seen', async () => {
    const unlocked = {
      of: 'take_place',
      from: 'WHERE number = own_number FOR UPDATE',
      to: 'WHERE number = own_number',
    }
    const finding = whileChanged(database.pool, unlocked, async () => {
      for (let number = 0; number < 200; number++) await play(testSeed + number)
    })
    await expect(finding).rejects.toThrow(/at once|places|too close/)
  }, 300_000)
})

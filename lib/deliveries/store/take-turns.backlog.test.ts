import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import type { OutboundLimits } from '@/lib/deliveries/delivery-store'
import { sandbox } from '@/lib/environments/environment'
import { testDatabases } from '@/test/support/database/test-database'
import { storeLead } from '@/test/support/leads/store-lead'
import { takePlace } from './take-turns'

const limits: OutboundLimits = { atOnce: 5, perSecond: 10, slotMs: 35_000, magicPrefix: null }
const here = { environment: sandbox, limits }

describe.each(testDatabases)('a turn on $kind', ({ create }) => {
  let database: Database

  beforeEach(async () => {
    database = await create()
  })
  afterEach(() => database.close())

  /** Makes so many more of a lead that waits, a millisecond apart. */
  const multiply = async (leadId: string, times: number) => {
    const { rows } = await database.pool.query<{ columns: string }>(`
      SELECT string_agg(quote_ident(column_name), ', ') AS columns FROM information_schema.columns
      WHERE table_name = 'lead' AND column_name NOT IN ('id', 'received_at', 'next_attempt_at')`)
    const columns = rows[0]?.columns
    await database.pool.query(`
      INSERT INTO lead (id, received_at, next_attempt_at, ${columns})
      SELECT gen_random_uuid(), received_at + n * interval '1 ms', next_attempt_at + n * interval '1 ms', ${columns}
      FROM lead, generate_series(1, ${times}) n WHERE id = '${leadId}'`)
  }

  it('reads a few leads however many wait, though it was planned when a few hundred did', async () => {
    const client = await database.pool.connect()
    const session = { pool: client }
    const first = await storeLead(database, { at: new Date(Date.now() - 3_600_000) })
    await multiply(first, 300)
    // After some turns a session keeps its plans.
    for (let turns = 0; turns < 10; turns++) await takePlace(session, here, null)
    await client.query('DELETE FROM outbound_place')
    await client.query('UPDATE outbound_schedule SET next_at = delivery_clock()')
    await multiply(first, 2_000)
    const read = async () => {
      const { rows } = await client.query<{ read: number }>(`
        SELECT (seq_tup_read + idx_tup_fetch)::int AS read FROM pg_stat_xact_user_tables WHERE relname = 'lead'`)
      return rows[0]?.read ?? Number.NaN
    }
    try {
      await client.query('BEGIN')
      const before = await read()
      expect(await takePlace(session, here, null)).toMatchObject({ kind: 'place' })
      expect((await read()) - before).toBeLessThan(50)
    } finally {
      await client.query('ROLLBACK')
      client.release()
    }
  })
})

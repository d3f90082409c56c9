import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { testDatabases } from '@/test/support/database/test-database'
import { runStatement } from './run-statement'

describe.each(testDatabases)('SQL of an operator, on $kind', ({ kind, create }) => {
  let database: Database
  beforeAll(async () => {
    database = await create()
  })
  afterAll(() => database.close())
  const read = (text: string) => runStatement(database, { text, write: false })
  const write = (text: string) => runStatement(database, { text, write: true })
  const events = () =>
    database.prisma.auditEvent.findMany({ select: { actor: true, verb: true, subject: true, address: true } })

  it('is answered as text, with a null for what is not there, and no more rows than fit a terminal', async () => {
    expect(await read(`SELECT 1 AS one, NULL AS none, '{"a":1}'::jsonb AS json`)).toEqual({
      ...{ columns: ['one', 'none', 'json'], rows: [['1', null, '{"a": 1}']], hasMore: false, changed: null },
    })
    const many = await read('SELECT n FROM generate_series(1, 1500) n')
    expect([many.rows.length, many.hasMore]).toEqual([1000, true])
    expect((await read('SHOW server_version')).columns).toEqual(['server_version'])
  })

  it.each([
    `DELETE FROM environment`,
    `WITH gone AS (DELETE FROM environment RETURNING 1) SELECT * FROM gone`,
    `SELECT 1; DELETE FROM environment`,
    `COMMIT; DELETE FROM environment`,
    `SET TRANSACTION READ WRITE`,
    `SELECT set_config('transaction_read_only', 'off', false)`,
    `DO $$ BEGIN DELETE FROM environment; END $$`,
    `DO $$ BEGIN COMMIT; DELETE FROM environment; END $$`,
    `SELECT nextval('retention_run_id_seq')`,
    `CREATE TABLE x ()`,
    `'); DELETE FROM environment; --`,
    `$$ || $$`,
  ])('changes nothing that is only to read: %s', async (text) => {
    await database.pool.query(`INSERT INTO environment (id) VALUES ('sandbox') ON CONFLICT DO NOTHING`)
    await read(text).catch(() => undefined)
    const { rows } = await database.pool.query('SELECT id FROM environment')
    expect(rows).toEqual([{ id: 'sandbox' }])
  })

  it('is in the audit log without a word of it, also where it fails; a change with its event, or neither', async () => {
    const before = (await events()).length
    await read(`SELECT 'Gunhild'`)
    await read(`SELECT nothing`).catch(() => undefined)
    expect(await write(`UPDATE environment SET id = 'Gunhild'`)).toMatchObject({ changed: 1 })
    await expect(write('UPDATE environment SET nothing = 1')).rejects.toThrow('nothing')
    const event = { actor: 'system', subject: `database:${kind}`, address: 'none' }
    expect((await events()).slice(before).toSorted((a, b) => (a.verb < b.verb ? -1 : 1))).toEqual([
      { ...event, verb: 'database.change' },
      { ...event, verb: 'database.read' },
      { ...event, verb: 'database.read' },
    ])
  })

  it.runIf(kind === 'embedded')('is refused where it would keep everybody else waiting', async () => {
    await expect(read('SELECT count(*) FROM generate_series(1, 100000000)')).rejects.toThrow(
      'hold up the service',
    )
    await expect(write('DELETE FROM lead a USING generate_series(1, 100000000) b')).rejects.toThrow('hold up')
  })
  describe.runIf(kind === 'embedded')('where nothing can stop it', () => {
    it.each([
      'SELECT pg_sleep(12)',
      `SELECT 1 WHERE "pg_sleep" (12) IS NULL`,
      `SELECT * FROM (VALUES (pg_sleep(12)), (NULL)) v`,
      `SELECT pg_sleep_for('1 hour')`,
      'EXPLAIN ANALYZE SELECT count(*) FROM lead',
      'WITH RECURSIVE n AS (SELECT 1 UNION ALL SELECT 1 FROM n) SELECT count(*) FROM n',
      'SELECT count(*) FROM generate_series(1, (SELECT 100000000))',
      `SELECT generate_series(1, (random() * 1000000000)::bigint)`,
      'SELECT pg_terminate_backend(pg_backend_pid())',
    ])('is refused although the planner takes it for short: %s', async (text) => {
      await expect(read(text)).rejects.toThrow('could hold up the service')
    })

    it.each([
      `SELECT day FROM generate_series(now() - interval '3 days', now(), '1 day') day`,
      `SELECT day FROM generate_series(date_trunc('day', now()) - interval '2 days', now(), '1 day') day`,
      `SELECT n FROM generate_series('2026-01-01'::date, '2026-01-03', '1 day') n`,
      `SELECT 'analyze' AS word, 'pg_sleep' AS name`,
      'EXPLAIN SELECT count(*) FROM lead',
    ])('is answered where it is short: %s', async (text) => {
      await read(text)
    })
  })
})

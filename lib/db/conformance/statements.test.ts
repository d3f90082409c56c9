import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '@/test/support/database/test-database'
import type { Database } from '../open-database'

describe.each(testDatabases)('statements on $kind', ({ create }) => {
  let db: Database
  beforeAll(async () => {
    db = await create()
    await db.pool.query('CREATE TABLE item (id int PRIMARY KEY, name text)')
  })
  afterAll(() => db.close())

  it('says what a statement did, and to how many rows', async () => {
    const told = async (sql: string, values?: unknown[]) => {
      const { command, rowCount } = await db.pool.query(sql, values)
      return [command, rowCount]
    }
    expect(await told("INSERT INTO item VALUES (1, 'a'), (2, 'b')")).toEqual(['INSERT', 2])
    expect(await told('INSERT INTO item VALUES ($1, $2) ON CONFLICT DO NOTHING', [1, 'x'])).toEqual([
      'INSERT',
      0,
    ])
    expect(await told('UPDATE item SET name = $1', ['c'])).toEqual(['UPDATE', 2])
    expect(await told('SELECT * FROM item')).toEqual(['SELECT', 2])
    expect(await told('DELETE FROM item WHERE id = $1 RETURNING id', [2])).toEqual(['DELETE', 1])
    expect(await told('CREATE TEMP TABLE passing (id int)')).toEqual(['CREATE', null])
  })

  it('gives rows as objects, or as lists on request, where two columns may have one name', async () => {
    const sql = 'SELECT 1 AS a, 2 AS a, 3 AS b'
    expect((await db.pool.query(sql)).rows).toEqual([{ a: 2, b: 3 }])
    expect((await db.pool.query({ text: sql, rowMode: 'array' })).rows).toEqual([[1, 2, 3]])
  })

  it('runs several statements without parameters, with a result for each', async () => {
    // The type says one result; node-postgres gives a list for several statements.
    const results = (await db.pool.query('SELECT 1 AS a; SELECT 2 AS a; ;')) as unknown as {
      rows: unknown[]
    }[]
    expect(results.map(({ rows }) => rows)).toEqual([[{ a: 1 }], [{ a: 2 }]])
  })

  it('undoes all statements of a script when one of them fails', async () => {
    const script = "INSERT INTO item VALUES (10, 'kept?'); SELECT 1/0;"
    await expect(db.pool.query(script)).rejects.toMatchObject({ code: '22012' })
    expect((await db.pool.query('SELECT 1 FROM item WHERE id = 10')).rows).toEqual([])
  })

  it('does not cut a script at the semicolons inside a function', async () => {
    await db.pool.query(
      `CREATE FUNCTION plus(a int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN a := a + 1; RETURN a; END $$;
       CREATE TABLE other (id int);`,
    )
    expect((await db.pool.query('SELECT plus($1) AS n', [1])).rows).toEqual([{ n: 2 }])
  })

  it('keeps a prepared statement through an error and a rollback, and prepares no wrong one', async () => {
    const client = await db.pool.connect()
    const divide = (by: number) =>
      client.query({ name: 'divide', text: 'SELECT 6 / $1::int AS n', values: [by] }).then(({ rows }) => rows)
    await client.query('BEGIN')
    expect(await divide(2)).toEqual([{ n: 3 }])
    await expect(divide(0)).rejects.toMatchObject({ code: '22012' })
    await client.query('ROLLBACK')
    expect(await divide(3)).toEqual([{ n: 2 }])
    for (let i = 0; i < 2; i++)
      await expect(client.query({ name: 'wrong', text: 'SELECT nowhere' })).rejects.toMatchObject({
        code: '42703',
      })
    client.release()
  })

  it('takes an empty statement', async () => {
    const { rows, rowCount } = await db.pool.query('')
    expect({ rows, rowCount }).toEqual({ rows: [], rowCount: null })
  })

  it('calls back, for callers that do not await', async () => {
    const answer = await new Promise((resolve) =>
      db.pool.query('SELECT $1::int AS n', [5], (error, result) => resolve([error, result.rows])),
    )
    expect(answer).toEqual([undefined, [{ n: 5 }]])
    const failure = await new Promise((resolve) => db.pool.query('nonsense', (error) => resolve(error)))
    expect(failure).toMatchObject({ code: '42601' })
  })

  it('locks rows, skips locked ones and takes advisory locks, as the job queue does', async () => {
    const client = await db.pool.connect()
    await client.query('BEGIN; SELECT pg_advisory_xact_lock(7)')
    const locked = await client.query('SELECT id FROM item LIMIT 5 FOR UPDATE SKIP LOCKED')
    await client.query('COMMIT')
    client.release()
    expect(locked.rowCount).toBe(1)
  })

  it('searches by trigrams', async () => {
    const { rows } = await db.pool.query("SELECT similarity('storgatan', 'storgatn') > 0.5 AS alike")
    expect(rows).toEqual([{ alike: true }])
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabases } from '@/test/support/database/test-database'
import type { Database } from '../open-database'

describe.each(testDatabases)('transactions on $kind', ({ create }) => {
  let db: Database
  beforeAll(async () => {
    db = await create()
    await db.pool.query(`
      CREATE TABLE parent (id int PRIMARY KEY);
      CREATE TABLE child (id int PRIMARY KEY, parent_id int REFERENCES parent DEFERRABLE INITIALLY DEFERRED)`)
  })
  beforeEach(() => db.pool.query('TRUNCATE parent, child'))
  afterAll(() => db.close())

  const parents = async () =>
    (await db.pool.query('SELECT id FROM parent ORDER BY id')).rows.map(({ id }) => id)

  it('keeps what is committed and nothing that is rolled back', async () => {
    const client = await db.pool.connect()
    await client.query('BEGIN')
    await client.query('INSERT INTO parent VALUES ($1)', [1])
    await client.query('COMMIT')
    await client.query('BEGIN')
    await client.query('INSERT INTO parent VALUES ($1)', [2])
    await client.query('ROLLBACK')
    client.release()
    expect(await parents()).toEqual([1])
  })

  it('refuses statements after a failed one, and turns COMMIT into ROLLBACK', async () => {
    const client = await db.pool.connect()
    await client.query('BEGIN; INSERT INTO parent VALUES (1)')
    await expect(client.query('SELECT 1/0')).rejects.toMatchObject({ code: '22012' })
    await expect(client.query('SELECT $1::int', [1])).rejects.toMatchObject({ code: '25P02' })
    expect((await client.query('COMMIT')).command).toBe('ROLLBACK')
    client.release()
    expect(await parents()).toEqual([])
  })

  it('goes back to a savepoint', async () => {
    const client = await db.pool.connect()
    await client.query('BEGIN; INSERT INTO parent VALUES (1); SAVEPOINT here')
    await expect(client.query('INSERT INTO parent VALUES (1)')).rejects.toMatchObject({ code: '23505' })
    await client.query('ROLLBACK TO SAVEPOINT here; INSERT INTO parent VALUES (2); COMMIT')
    client.release()
    expect(await parents()).toEqual([1, 2])
  })

  it('fails a COMMIT that breaks a deferred constraint, and keeps nothing of it', async () => {
    const client = await db.pool.connect()
    await client.query('BEGIN; INSERT INTO parent VALUES (1); INSERT INTO child VALUES (1, 99)')
    await expect(client.query('COMMIT')).rejects.toMatchObject({ code: '23503' })
    // The server says so in a message of its own, after that of the failure.
    await expect.poll(() => client.getTransactionStatus()).toBe('I')
    client.release()
    expect(await parents()).toEqual([])
  })

  it('shows nobody else what is not committed', async () => {
    const client = await db.pool.connect()
    await client.query('BEGIN; INSERT INTO parent VALUES (1)')
    const seenMeanwhile = parents()
    await client.query('INSERT INTO parent VALUES (2)')
    await client.query('ROLLBACK')
    client.release()
    expect(await seenMeanwhile).toEqual([])
  })

  it('rolls back when a client is thrown away inside a transaction', async () => {
    const client = await db.pool.connect()
    await client.query('BEGIN; INSERT INTO parent VALUES (1)')
    client.release(true)
    expect(await parents()).toEqual([])
  })

  it('rolls back when a client is given back inside a transaction, also a failed one', async () => {
    for (const last of ['SELECT 1', 'SELECT 1/0']) {
      const client = await db.pool.connect()
      await client.query('BEGIN; INSERT INTO parent VALUES (1)')
      await client.query(last).catch(() => undefined)
      client.release()
    }
    expect(await parents()).toEqual([])
    const next = await db.pool.connect()
    expect(next.getTransactionStatus() ?? 'I').toBe('I')
    next.release()
  })

  it('runs the statements given to one client in their order', async () => {
    const client = await db.pool.connect()
    const insert = 'INSERT INTO parent VALUES ($1)'
    const results = await Promise.allSettled([
      client.query('BEGIN'),
      client.query(insert, [1]),
      client.query(insert, [1]),
      client.query(insert, [2]),
      client.query('ROLLBACK'),
      client.query(insert, [3]),
    ])
    client.release()
    expect(results.map(({ status }) => status === 'fulfilled')).toEqual([
      true,
      true,
      false,
      false,
      true,
      true,
    ])
    expect(await parents()).toEqual([3])
  })

  it('refuses a client that has ended', async () => {
    const client = await db.pool.connect()
    client.release(true)
    await expect(client.query('SELECT 1')).rejects.toThrow('Client was closed and is not queryable')
  })

  it('serves more callers than it has clients', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => db.pool.query('SELECT $1::int AS n', [i])),
    )
    expect(answers.map(({ rows }) => rows[0].n)).toEqual(Array.from({ length: 200 }, (_, i) => i))
  })
})

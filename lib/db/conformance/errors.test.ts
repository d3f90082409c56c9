import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '@/test/support/database/test-database'
import type { Database } from '../open-database'

const schema = `
  CREATE TABLE parent (id int PRIMARY KEY, code text UNIQUE, age int CHECK (age >= 0), short varchar(3));
  CREATE TABLE child (id int PRIMARY KEY, parent_id int NOT NULL REFERENCES parent);
  INSERT INTO parent VALUES (1, 'a', 1, 'abc')`

describe.each(testDatabases)('errors on $kind', ({ create }) => {
  let db: Database
  beforeAll(async () => {
    db = await create()
    await db.pool.query(schema)
  })
  afterAll(() => db.close())

  const failure = async (sql: string, values?: unknown[]): Promise<Record<string, unknown>> => {
    const outcome = await db.pool.query(sql, values).then(
      () => new Error('nothing failed'),
      (error) => error,
    )
    return { ...outcome, message: outcome.message }
  }

  it.each([
    ['a second row with the same key', "INSERT INTO parent VALUES (1, 'b')", [], '23505'],
    ['a row without its parent', 'INSERT INTO child VALUES (1, 99)', [], '23503'],
    ['a missing value', 'INSERT INTO child VALUES (1, null)', [], '23502'],
    ['a value the check refuses', "INSERT INTO parent VALUES (2, 'c', -1)", [], '23514'],
    ['a text too long', "INSERT INTO parent VALUES (2, 'c', 1, 'abcd')", [], '22001'],
    ['a number out of range', 'SELECT $1::int4', ['3000000000'], '22003'],
    ['a text for a number', 'SELECT $1::int4', ['x'], '22P02'],
    ['a text for a boolean', 'SELECT $1::bool', ['perhaps'], '22P02'],
    ['a text for a uuid', 'SELECT $1::uuid', ['x'], '22P02'],
    ['a text for json', 'SELECT $1::jsonb', ['{'], '22P02'],
    ['a word outside an enum', 'SELECT $1::lead_status', ['sent'], '22P02'],
    ['a text for a moment', 'SELECT $1::timestamptz', ['soon'], '22007'],
    ['a NUL in text', 'SELECT $1::text', ['a\0b'], '22021'],
    ['an escaped NUL in jsonb', 'SELECT $1::jsonb', ['"\\u0000"'], '22P05'],
    ['a division by zero', 'SELECT 1/$1::int', [0], '22012'],
    ['a table that is not there', 'SELECT * FROM nowhere', [], '42P01'],
    ['a column that is not there', 'SELECT nothing FROM parent', [], '42703'],
    ['a slip of the pen', 'SELEC 1', [], '42601'],
    ['too few parameters', 'SELECT $1::int + $2::int', [1], '08P01'],
    ['two statements with parameters', 'SELECT $1::int; SELECT 2', [1], '42601'],
  ])('%s fails with its code, and the next statement works', async (_name, sql, values, code) => {
    expect(await failure(sql, values)).toMatchObject({ code, severity: 'ERROR' })
    expect((await db.pool.query('SELECT 1 AS ok')).rows).toEqual([{ ok: 1 }])
  })

  it('names the constraint, table and key of a duplicate', async () => {
    expect(await failure("INSERT INTO parent VALUES (2, 'a')")).toMatchObject({
      message: 'duplicate key value violates unique constraint "parent_code_key"',
      detail: 'Key (code)=(a) already exists.',
      constraint: 'parent_code_key',
      table: 'parent',
      schema: 'public',
    })
  })

  it('names the column of a missing value, and the place of a mistake', async () => {
    expect(await failure('INSERT INTO child VALUES (1, null)')).toMatchObject({ column: 'parent_id' })
    expect(await failure('SELECT nothing FROM parent')).toMatchObject({ position: '8' })
  })

  it('does not carry the statement and its values, which are personal data', async () => {
    const error = await failure('SELECT $1::int', ['erik.andersson@example.com'])
    expect(Object.keys(error)).not.toContain('query')
    expect(Object.keys(error)).not.toContain('params')
  })
})

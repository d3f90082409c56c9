import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEmbeddedPool } from '@/lib/db/embedded/embedded-client'
import { startPglite } from '@/lib/db/embedded/open-embedded'
import { breaking, faultsOf, readCatalog } from './schema-changes.mjs'

describe('a migration', () => {
  let pool: pg.Pool
  let close: () => Promise<void>
  beforeAll(async () => {
    const pglite = await startPglite()
    pool = createEmbeddedPool(pglite)
    close = () => pglite.close()
    await pool.query(`
      CREATE TYPE colour AS ENUM ('red', 'blue');
      CREATE TABLE house (id int PRIMARY KEY, city text, rooms int NOT NULL DEFAULT 1, paint colour);
      CREATE UNIQUE INDEX house_city ON house (city);
      CREATE FUNCTION size_of(h int) RETURNS int LANGUAGE sql AS 'SELECT h'`)
  })
  afterAll(() => close())

  async function broken(sql: string): Promise<string[]> {
    const client = await pool.connect()
    try {
      const before = await readCatalog(pool)
      await client.query('BEGIN')
      await client.query(sql)
      // The client has the database to itself until then.
      const after = await readCatalog({ query: client.query.bind(client) } as pg.Pool)
      return breaking(before, after)
    } finally {
      await client.query('ROLLBACK')
      client.release()
    }
  }

  it.each([
    ['DROP TABLE house', 'takes away the table house'],
    ['ALTER TABLE house DROP COLUMN city', 'takes away the column house.city text'],
    ['ALTER TABLE house RENAME COLUMN city TO town', 'takes away the column house.city text'],
    ['ALTER TABLE house ALTER COLUMN city TYPE varchar(9)', 'takes away the column house.city text'],
    ['ALTER TABLE house ALTER COLUMN rooms DROP DEFAULT', 'takes away the default of house.rooms'],
    ['ALTER TABLE house ADD COLUMN owner text NOT NULL', 'asks for a value for house.owner'],
    ['ALTER TABLE house ALTER COLUMN city SET NOT NULL', 'asks for that house.city is not null'],
    ['ALTER TABLE house ADD CHECK (rooms > 0)', 'asks for of house that CHECK ((rooms > 0))'],
    [
      'ALTER TABLE house ADD FOREIGN KEY (rooms) REFERENCES house ON DELETE CASCADE',
      'asks for of house that FOREIGN KEY (rooms)',
    ],
    // What it refers to could be removed before, and cannot any more.
    ['ALTER TABLE house ADD COLUMN next int REFERENCES house', 'asks for of house that FOREIGN KEY (next)'],
    ['CREATE UNIQUE INDEX ON house (rooms)', 'asks for of house that it is alone in (btree (rooms))'],
    ['DROP INDEX house_city', 'takes away the unique key of house (btree (city))'],
    ['DROP FUNCTION size_of', 'takes away the function size_of(integer) returning integer'],
    [
      'DROP FUNCTION size_of; CREATE FUNCTION size_of(h int) RETURNS text LANGUAGE sql AS $$SELECT $$',
      'takes away',
    ],
    [
      'ALTER TABLE house DROP COLUMN paint; DROP TYPE colour; CREATE TYPE colour AS ENUM ($$red$$)',
      'takes away the value blue of colour',
    ],
    [
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
       CREATE TRIGGER guard BEFORE INSERT ON house FOR EACH ROW EXECUTE FUNCTION refuse()`,
      'asks for what is done by trigger guard of house',
    ],
  ])('that does "%s" breaks the version before', async (sql, says) => {
    const usable = sql.replaceAll('$$red$$', "'red'").replace('$$SELECT $$', "'SELECT NULL::text'")
    expect((await broken(usable)).join('\n')).toContain(says)
  })

  it.each([
    'ALTER TABLE house ADD COLUMN owner text',
    'ALTER TABLE house ADD COLUMN floors int NOT NULL DEFAULT 1',
    'ALTER TABLE house ADD COLUMN next int REFERENCES house ON DELETE SET NULL',
    'CREATE TABLE garden (id int PRIMARY KEY, house int NOT NULL REFERENCES house, CHECK (id > 0))',
    'CREATE INDEX ON house (rooms)',
    'ALTER TABLE house ALTER COLUMN rooms DROP NOT NULL',
    "ALTER TYPE colour ADD VALUE 'green'",
    'ALTER TABLE house ALTER COLUMN city SET STATISTICS 0',
  ])('that does "%s" expands, and breaks nothing', async (sql) => {
    expect(await broken(sql)).toEqual([])
  })

  const told = { version: '0.3.0', sql: '-- contracts: nothing has read it since 0.2.0, which wrote both' }

  it('that breaks the version before is refused, unless its name says which is the oldest that works with it, and a line why', () => {
    const breaks = ['takes away the column house.city text']
    expect(faultsOf({ ...told, name: '1_drop_city', breaks })).toEqual([
      '1_drop_city takes away the column house.city text, which the version before relies on: expand first, contract in a later version',
    ])
    expect(faultsOf({ ...told, name: '1_drop_city_from_0_3_0', breaks })).toEqual([])
    expect(faultsOf({ ...told, name: '1_drop_city_from_0_3_0', breaks, sql: '' })).toHaveLength(1)
    expect(faultsOf({ ...told, name: '1_drop_city_from_0_4_0', breaks })).toHaveLength(1)
    expect(faultsOf({ ...told, name: '1_add_city_from_0_3_0', breaks: [] })).toHaveLength(1)
  })
})

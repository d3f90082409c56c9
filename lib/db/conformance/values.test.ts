import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '@/test/support/database/test-database'
import type { Database } from '../open-database'

describe.each(testDatabases)('values on $kind', ({ create }) => {
  let db: Database
  beforeAll(async () => {
    db = await create()
  })
  afterAll(() => db.close())

  const one = async (sql: string, values: unknown[] = []) =>
    (await db.pool.query({ text: sql, values, rowMode: 'array' })).rows[0]?.[0]

  it.each([
    ['int4', '42', 42],
    ['int8', '9007199254740993', '9007199254740993'],
    ['numeric', '1.50', '1.50'],
    ['float8', '72.5', 72.5],
    ['bool', 'true', true],
    ['text', 'Åsa Öberg 🏡 "x" \\', 'Åsa Öberg 🏡 "x" \\'],
    ['uuid', '01a20b6b-a726-740c-906a-fd852559351d', '01a20b6b-a726-740c-906a-fd852559351d'],
    ['bytea', '\\x00ff41', Buffer.from([0, 255, 65])],
    ['timestamptz', '2026-03-29T01:30:00.123Z', new Date('2026-03-29T01:30:00.123Z')],
    ['json', '{"a":[1,null]}', { a: [1, null] }],
    ['jsonb', '{"a":"å"}', { a: 'å' }],
    ['int4[]', '{1,2,NULL}', [1, 2, null]],
    ['text[]', '{a,"b c","d\\"e"}', ['a', 'b c', 'd"e']],
    ['lead_status', 'pending', 'pending'],
  ])(
    '%s reads the same from a literal as through a parameter, in the type the driver gives',
    async (type, text, value) => {
      expect(await one(`SELECT $1::${type}`, [text])).toEqual(value)
      expect(await one(`SELECT '${text.replaceAll("'", "''")}'::${type}`)).toEqual(value)
    },
  )

  it.each([
    ['a number', 'float8', 72.5],
    ['a boolean', 'bool', false],
    ['bytes', 'bytea', Buffer.from('NUL \0 and å')],
    ['a moment', 'timestamptz', new Date('2026-10-25T00:30:00.001Z')],
    ['an object', 'jsonb', { a: { b: [true, 'x"y'] } }],
    ['a list', 'text[]', ['a,b', '{c}', null]],
    ['nothing', 'text', null],
  ])('%s comes back as it was given', async (_name, type, value) => {
    expect(await one(`SELECT $1::${type}`, [value])).toEqual(value)
  })

  it('a statement with a name is prepared once, and takes every kind of value each time', async () => {
    const text = 'SELECT $1::text, $2::bytea, $3::float8, $4::timestamptz, $5::text[]'
    const run = async (values: unknown[]) =>
      (await db.pool.query({ name: 'every \'kind"', text, values, rowMode: 'array' })).rows[0]
    const all = ['it\'s \\ a $1 "x"; å', Buffer.from('NUL \0'), -7.5, new Date('2026-10-25T00:30:00.001Z')]
    for (const values of [
      [...all, ["a'b", '{c}\\', null]],
      [null, null, null, null, null],
      ['', Buffer.alloc(0), 0, new Date(0), []],
    ])
      expect(await run(values)).toEqual(values)
    expect((await db.pool.query({ name: 'no values', text: 'SELECT 1 AS n' })).rows).toEqual([{ n: 1 }])
  })

  it('takes undefined for nothing, and a bigint', async () => {
    expect(await one('SELECT $1::text', [undefined])).toBeNull()
    expect(await one('SELECT $1::int8', [2n ** 62n])).toBe(String(2n ** 62n))
  })

  it('reads bytes through the parser that a query brings', async () => {
    const types = { getTypeParser: () => (text: string) => `<${text}>` }
    const result = await db.pool.query({ text: 'SELECT 1 AS a, null AS b', types })
    expect(result.rows).toEqual([{ a: '<1>', b: null }])
  })

  it('says the name and type of every column, also when there are no rows', async () => {
    const { fields, rows } = await db.pool.query('SELECT 1::int4 AS a, now() AS b WHERE false')
    expect(rows).toEqual([])
    expect(fields.map(({ name, dataTypeID }) => [name, dataTypeID])).toEqual([
      ['a', 23],
      ['b', 1184],
    ])
  })

  it('carries five megabytes either way', async () => {
    const text = 'å'.repeat(2_500_000)
    expect(await one('SELECT $1::text', [text])).toBe(text)
    const bytes = Buffer.alloc(5_000_000, 7)
    expect(bytes.equals(await one('SELECT $1::bytea', [bytes]))).toBe(true)
  })

  it('takes twenty thousand parameters, as a long list of ids needs', async () => {
    const marks = Array.from({ length: 20_000 }, (_, i) => `$${i + 1}::int`)
    const values = marks.map((_, i) => i)
    expect(await one(`SELECT 19999 IN (${marks.join()})`, values)).toBe(true)
  })
})

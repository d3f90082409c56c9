/**
 * What a migration may not do, so that the version before goes on working beside it: see docs/decisions/0074. Told by the
 * catalog of a database before and after it.
 */

/** The last migration of the versions before there was this rule. */
export const lastBeforeRule = '20261128090000_tallies_and_news_of_an_attempt'

/** Of what a version may use, and of what it has to satisfy, a line for each. `table` is empty for what is in none. */
const catalog = `
  WITH ours AS (SELECT oid FROM pg_namespace WHERE nspname = 'public'),
  tables AS (
    SELECT oid, oid::regclass::text AS name FROM pg_class
    WHERE relnamespace IN (SELECT oid FROM ours) AND relkind IN ('r', 'p', 'v') AND relname <> '_prisma_migrations'),
  columns AS (
    SELECT t.name AS "table", a.*, format_type(a.atttypid, a.atttypmod) AS type
    FROM tables t JOIN pg_attribute a ON a.attrelid = t.oid WHERE a.attnum > 0 AND NOT a.attisdropped)
  SELECT 'used' AS kind, name AS "table", 'table ' || name AS thing FROM tables
  UNION ALL SELECT 'used', "table", format('column %s.%s %s', "table", attname, type) FROM columns
  UNION ALL SELECT 'used', "table", format('default of %s.%s', "table", attname) FROM columns
    WHERE atthasdef OR attidentity <> ''
  UNION ALL SELECT 'used', '', format('value %s of %s', enumlabel, enumtypid::regtype) FROM pg_enum
    JOIN pg_type t ON t.oid = enumtypid WHERE typnamespace IN (SELECT oid FROM ours)
  UNION ALL SELECT 'used', '', format('function %s returning %s', p.oid::regprocedure, pg_get_function_result(p.oid))
    FROM pg_proc p WHERE pronamespace IN (SELECT oid FROM ours)
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  UNION ALL SELECT 'used', t.name, format('unique key of %s (%s)', t.name, regexp_replace(pg_get_indexdef(indexrelid), '^.* USING ', ''))
    FROM pg_index JOIN tables t ON t.oid = indrelid WHERE indisunique
  UNION ALL SELECT 'demanded', "table", format('a value for %s.%s', "table", attname) FROM columns
    WHERE attnotnull AND NOT atthasdef AND attidentity = ''
  UNION ALL SELECT 'demanded', "table", format('that %s.%s is not null', "table", attname) FROM columns WHERE attnotnull
  UNION ALL SELECT 'demanded', t.name, format('of %s that %s', t.name, pg_get_constraintdef(c.oid))
    FROM pg_constraint c JOIN tables t ON t.oid = conrelid WHERE contype IN ('c', 'f', 'x')
  UNION ALL SELECT 'demanded', t.name, format('of %s that it is alone in (%s)', t.name, regexp_replace(pg_get_indexdef(indexrelid), '^.* USING ', ''))
    FROM pg_index JOIN tables t ON t.oid = indrelid WHERE indisunique
  UNION ALL SELECT 'demanded', t.name, 'what is done by ' || regexp_replace(pg_get_triggerdef(g.oid), 'CREATE TRIGGER (\\S+) .*', 'trigger \\1') || ' of ' || t.name
    FROM pg_trigger g JOIN tables t ON t.oid = tgrelid WHERE NOT tgisinternal`

/** @typedef {{ kind: 'used' | 'demanded', table: string, thing: string }} Fact */

/** @param {import('pg').Pool} pool @returns {Promise<Fact[]>} */
export async function readCatalog(pool) {
  return (await pool.query(catalog)).rows
}

/**
 * What code that works with the catalog before would miss, or violate, with the one after.
 * @param {Fact[]} before @param {Fact[]} after
 * @returns {string[]} in words
 */
export function breaking(before, after) {
  const things = (/** @type {Fact[]} */ facts, /** @type {Fact['kind']} */ of) =>
    new Set(facts.filter(({ kind }) => kind === of).map(({ thing }) => thing))
  const used = things(after, 'used')
  const demanded = things(before, 'demanded')
  const tables = new Set(before.map(({ table }) => table))
  const columns = new Set(before.map(({ thing }) => thing.split(' ').slice(0, 2).join(' ')))
  // A column that is new and has a default asks nothing of who does not know it.
  const isOfNewColumn = (/** @type {string} */ thing) => {
    const column = /^that (\S+) is not null$/.exec(thing)?.[1]
    return column !== undefined && !columns.has(`column ${column}`)
  }
  // Nor does a reference of such a column, where what it refers to may be removed all the same.
  const isNewReference = (/** @type {string} */ thing) => {
    const [, table, own, end = ''] = /^of (\S+) that FOREIGN KEY \(([^)]+)\)(.*)$/.exec(thing) ?? []
    return (
      own !== undefined &&
      /ON DELETE (SET NULL|CASCADE)/.test(end) &&
      own.split(', ').every((column) => !columns.has(`column ${table}.${column}`))
    )
  }
  return [
    ...before
      .filter(({ kind, thing }) => kind === 'used' && !used.has(thing))
      .map(({ thing }) => `takes away the ${thing}`),
    ...after
      .filter(
        ({ kind, table, thing }) =>
          kind === 'demanded' &&
          tables.has(table) &&
          !demanded.has(thing) &&
          !isOfNewColumn(thing) &&
          !isNewReference(thing),
      )
      .map(({ thing }) => `asks for ${thing}`),
  ]
}

const ending = /_from_(\d+)_(\d+)_(\d+)$/
const reason = /^-- contracts: \S.{19,}$/m

/**
 * What is wrong with a migration, by what it breaks and by what it says of it. One that breaks an older version names the
 * oldest that works with it at the end of its name (`…_from_0_3_0`), and says in a line why none before is run any more.
 * @param {{ name: string, sql: string, breaks: string[], version: string }} migration version: of the product
 * @returns {string[]}
 */
export function faultsOf({ name, sql, breaks, version }) {
  const named = ending.exec(name)?.slice(1).map(Number)
  if (!named) {
    return breaks.map(
      (what) =>
        `${name} ${what}, which the version before relies on: expand first, contract in a later version`,
    )
  }
  const own = version.split('.').map(Number)
  const difference = named.map((part, at) => part - (own[at] ?? 0)).find((part) => part !== 0) ?? 0
  return [
    ...(breaks.length === 0
      ? [`${name} breaks nothing, so any version works with it: leave out _from_`]
      : []),
    ...(difference > 0 ? [`${name} names a version that is yet to come: this is ${version}`] : []),
    ...(reason.test(sql)
      ? []
      : [`${name} has no line "-- contracts: …" that says since when nothing uses what goes`]),
  ]
}

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import { register } from 'tsx/esm/api'

/**
 * What the engine is told the schema is.
 * @typedef {{ files: { path: string, content: string }[] }} Schema
 */
/** @typedef {import('@prisma/driver-adapter-utils').SqlQuery} Query */
/** @typedef {{ dataTypeID: number }} Field */
/**
 * With what the adapter of PostgreSQL has besides, and does not tell.
 * @typedef {import('@prisma/driver-adapter-utils').SqlDriverAdapter
 *   & { performIO: (query: Query) => Promise<{ fields: Field[] }> }} Adapter
 */

/** PostgreSQL's internal type for one letter, and its type for text, by their numbers. */
const letter = 18
const text = 25

/** Where Prisma keeps things, below the project's folder. */
export const schemaFile = join('prisma', 'schema.prisma')
export const migrationsFolder = join('prisma', 'migrations')

/**
 * Compares schema.prisma with what the migrations make, using Prisma's schema engine in WebAssembly and an empty
 * in-memory database to try the migrations on: unlike the engine that `prisma migrate` downloads, it needs
 * neither network nor server.
 * @returns {Promise<string | null>} the SQL that takes the latter to the former; null when they agree.
 * @throws {Error} with the engine's words when a migration cannot be applied or the schema is not valid.
 */
export async function diffSchema() {
  const schema = { files: [{ path: schemaFile, content: await readFile(schemaFile, 'utf8') }] }
  const { pool, close } = await emptyDatabase()
  try {
    const engine = await startEngine(schema, pool)
    const from = { tag: 'migrations', ...(await readMigrations()) }
    const to = { tag: 'schemaDatamodel', ...schema }
    const filters = { externalTables: [], externalEnums: [] }
    const { exitCode, stdout } = await engine.diff({ from, to, filters, script: true, exitCode: true })
    return exitCode === 0 ? null : stdout
  } finally {
    await close()
  }
}

/** @param {Schema} schema @param {import('pg').Pool} pool */
async function startEngine({ files }, pool) {
  const folder = new URL('.', import.meta.resolve('@prisma/schema-engine-wasm'))
  const glue = await import(new URL('schema_engine_bg.js', folder).href)
  const wasm = await readFile(fileURLToPath(new URL('schema_engine_bg.wasm', folder)))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': glue })
  // Where the engine says why it gives up.
  const registry = { set_message: (/** @type {string} */ reason) => console.error(reason) }
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: registry })
  glue.__wbg_set_wasm(instance.exports)
  const { __wbindgen_start: begin } = instance.exports
  if (typeof begin !== 'function') throw new Error('The schema engine cannot be started')
  begin()
  const datamodels = files.map(({ path, content }) => [path, content])
  return glue.SchemaEngine.new({ datamodels }, () => {}, databasesOn(pool))
}

/** An embedded database in memory, with nothing in it. */
export async function emptyDatabase() {
  register()
  const { startPglite } = await import('../lib/db/embedded/open-embedded.ts')
  const { createEmbeddedPool } = await import('../lib/db/embedded/embedded-client.ts')
  const pglite = await startPglite()
  const pool = createEmbeddedPool(pglite)
  const close = async () => {
    await pool.end()
    await pglite.close()
  }
  return { pool, close }
}

/** The engine only greets the real database; what it tries, it tries on the shadow. One can be both. */
function databasesOn(/** @type {import('pg').Pool} */ pool) {
  const connect = async () => {
    const adapter = withOneLetterType(
      /** @type {Adapter} */ (/** @type {unknown} */ (await new PrismaPg(pool).connect())),
    )
    // The adapter would cut the script at every semicolon, also inside function bodies.
    adapter.executeScript = async (/** @type {string} */ script) => void (await pool.query(script))
    return adapter
  }
  const provider = /** @type {const} */ ({ provider: 'postgres', adapterName: '@prisma/adapter-pg' })
  return bindMigrationAwareSqlAdapterFactory({ ...provider, connect, connectToShadowDb: connect })
}

/** Teaches the adapter a type that it has no word for, and that the engine asks columns of. */
function withOneLetterType(/** @type {Adapter} */ adapter) {
  const { performIO, queryRaw } = adapter
  /** @type {Field[]} */
  let fields = []
  adapter.performIO = async (query) => {
    const result = await performIO.call(adapter, query)
    fields = result.fields
    return {
      ...result,
      fields: fields.map((field) => (isLetter(field) ? { ...field, dataTypeID: text } : field)),
    }
  }
  adapter.queryRaw = async (query) => {
    const result = await queryRaw.call(adapter, query)
    const { Character } = ColumnTypeEnum
    return {
      ...result,
      columnTypes: result.columnTypes.map((type, i) => (isLetter(fields[i]) ? Character : type)),
    }
  }
  return adapter
}

const isLetter = (/** @type {Field | undefined} */ field) => field?.dataTypeID === letter

/** All migrations, in the order in which they apply. */
export async function readMigrations() {
  const entries = await readdir(migrationsFolder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const migrationDirectories = names.sort().map(async (path) => {
    const value = await readFile(join(migrationsFolder, path, 'migration.sql'), 'utf8')
    return {
      path,
      migrationFile: { path: 'migration.sql', content: { tag: /** @type {const} */ ('ok'), value } },
    }
  })
  return {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"' },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(migrationDirectories),
  }
}

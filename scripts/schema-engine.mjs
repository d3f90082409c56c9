import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { register } from 'tsx/esm/api'

const engineFolder = new URL('.', import.meta.resolve('@prisma/schema-engine-wasm'))
const charType = { internal: 18, text: 1042 }

/**
 * Prisma's schema engine in WebAssembly over empty in-memory databases: unlike the engine that `prisma migrate`
 * downloads, it needs neither network nor server.
 * @param {string} schema content of schema.prisma
 */
export async function startSchemaEngine(schema) {
  const { SchemaEngine } = await loadEngine()
  const databases = await shadowDatabases()
  const engine = await SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => {}, databases)
  return engine
}

async function loadEngine() {
  const glue = await import(new URL('schema_engine_bg.js', engineFolder).href)
  const wasm = await readFile(fileURLToPath(new URL('schema_engine_bg.wasm', engineFolder)))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue
}

/** Each connection is a new empty database of its own. */
async function shadowDatabases() {
  register()
  const { startPglite } = await import('../lib/db/embedded/start-pglite.ts')
  const { createEmbeddedPool } = await import('../lib/db/embedded/embedded-pool.ts')
  const connect = async () => {
    const pool = createEmbeddedPool(await startPglite())
    const query = pool.query.bind(pool)
    // The adapter does not know PostgreSQL's internal one-letter type, which the engine asks for.
    pool.query = async (...given) => withKnownTypes(await query(...given))
    const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect()
    // The adapter would cut the script at every semicolon, also inside function bodies.
    adapter.executeScript = async (script) => void (await query(script))
    return adapter
  }
  return bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect,
    connectToShadowDb: connect,
  })
}

function withKnownTypes(result) {
  for (const field of result.fields ?? []) {
    if (field.dataTypeID === charType.internal) field.dataTypeID = charType.text
  }
  return result
}

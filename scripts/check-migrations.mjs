/**
 * Fails where a migration takes away what the version before uses, or asks for what that does not give: two versions run side
 * by side while instances are restarted one after the other. Migrations from before this rule are left as they are.
 */
import { readFileSync } from 'node:fs'
import { breaking, faultsOf, lastBeforeRule, readCatalog } from './check/schema-changes.mjs'
import { emptyDatabase, readMigrations } from './schema-engine.mjs'

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const { migrationDirectories } = await readMigrations()
const { pool, close } = await emptyDatabase()
const faults = []
let before = await readCatalog(pool)
for (const { path: name, migrationFile } of migrationDirectories) {
  const sql = migrationFile.content.value
  await pool.query(sql)
  if (name < lastBeforeRule) continue
  const after = await readCatalog(pool)
  if (name > lastBeforeRule) faults.push(...faultsOf({ name, sql, breaks: breaking(before, after), version }))
  before = after
}
await close()
for (const fault of faults) console.error(fault)
process.exit(faults.length > 0 ? 1 : 0)

import { pathToFileURL } from 'node:url'
import { diffSchema, migrationsFolder, schemaFile } from './schema-engine.mjs'

/** What is to be said when the schema has what the migrations do not make, or the other way round; else null. */
export async function findDrift() {
  const script = await diffSchema()
  return script && `${schemaFile} and ${migrationsFolder} disagree: run npm run db:migrate -- NAME`
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const drift = await findDrift()
  if (drift) console.error(drift)
  process.exitCode = drift ? 1 : 0
}

/**
 * `npm run db:migrate -- NAME` writes the migration that takes the database from the migrations so far to
 * prisma/schema.prisma. It needs no database; the next start of the application applies it. With `--check` it writes
 * nothing and fails where something would have to be written.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { diffSchema, migrationsFolder, schemaFile } from './schema-engine.mjs'

const losesOrRefuses =
  /DROP (TABLE|COLUMN|TYPE)|SET NOT NULL|SET DATA TYPE|ADD COLUMN[^,;]*NOT NULL(?! DEFAULT)/

const name = process.argv[2] ?? ''
const isCheck = name === '--check'
if (!isCheck && !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Usage: npm run db:migrate -- NAME, of small letters, digits and _, such as add_api_keys')
  process.exit(1)
}

const script = await diffSchema()
if (isCheck) {
  if (script) console.error(`${schemaFile} and ${migrationsFolder} disagree: run npm run db:migrate -- NAME`)
  process.exitCode = script ? 1 : 0
} else if (script === null) {
  console.log('The migrations already make what the schema has: nothing written.')
} else {
  const timestamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(migrationsFolder, `${timestamp}_${name}`)
  await mkdir(folder)
  await writeFile(join(folder, 'migration.sql'), script)
  console.log(`Wrote ${join(folder, 'migration.sql')}`)
  if (losesOrRefuses.test(script)) console.log('It may lose rows or be refused by them: read it with care.')
}

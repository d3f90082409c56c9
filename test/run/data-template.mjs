import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fingerprint } from '../../scripts/start/fingerprint.mjs'

const sources = ['prisma/migrations', 'lib/db/embedded', 'test/run/make-data-template.ts']

/**
 * A new data folder with a database that is migrated and has never been started: making one takes seconds of a
 * processor, copying one does not. Nothing tells it from one that the product has just made.
 * @returns {string} the folder, for the caller to remove
 */
export function newDataFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'lead-api-data-'))
  cpSync(dataTemplate(), folder, { recursive: true })
  return folder
}

/** Makes it where it is not there yet. Two processes may: what one has made then serves both. */
export function dataTemplate() {
  const pglite = JSON.parse(readFileSync('node_modules/@electric-sql/pglite/package.json', 'utf8')).version
  const name = `data-${pglite}-${fingerprint(process.cwd(), sources).slice(0, 32)}`
  const template = join('node_modules/.cache/lead-api', name)
  if (existsSync(template)) return template
  const unfinished = `${template}.${process.pid}`
  const args = ['--import', 'tsx', 'test/run/make-data-template.ts', unfinished]
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`No template of a data folder could be made: ${stderr}`)
  try {
    renameSync(unfinished, template)
  } catch {
    rmSync(unfinished, { recursive: true })
  }
  return template
}

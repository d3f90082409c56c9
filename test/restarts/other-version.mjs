import { execFileSync } from 'node:child_process'
import {
  accessSync,
  constants,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** What is made here, and not part of the product. */
const left = ['.git', '.next', 'node_modules', 'data', 'test-results']

/**
 * The product as of a revision, in a folder of its own beside this one, with the packages that are installed here.
 * @param {string} revision
 * @returns {{ root: string, remove: () => void }}
 */
export function checkOut(revision) {
  return beside((folder) => {
    const archive = execFileSync('git', ['archive', revision], { maxBuffer: 2 ** 30 })
    execFileSync('tar', ['-x', '-C', folder], { input: archive })
  })
}

/**
 * The next version of the product: this one with another number, and a migration that expands what there is.
 * @returns {{ root: string, remove: () => void }}
 */
export function nextVersion() {
  return beside((folder) => {
    cpSync('.', folder, { recursive: true, filter: (path) => !left.includes(path) })
    const file = join(folder, 'package.json')
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), version: '99.0.0' }))
    const migration = join(folder, 'prisma/migrations/29990101000000_expand')
    mkdirSync(migration)
    writeFileSync(
      join(migration, 'migration.sql'),
      'ALTER TABLE lead ADD COLUMN later text; CREATE TABLE later (id int PRIMARY KEY);',
    )
  })
}

/** On the same disk where that can be, so that packages need not be copied. */
function beside(/** @type {(folder: string) => void} */ fill) {
  const parent = dirname(process.cwd())
  const isSameDisk = canWrite(parent)
  const folder = mkdtempSync(join(isSameDisk ? parent : tmpdir(), 'lead-api-version-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  fill(folder)
  const modules = join(folder, 'node_modules')
  execFileSync('cp', ['-aL', ...(isSameDisk ? ['--link'] : []), 'node_modules', modules], { stdio: 'pipe' })
  // What is written there is each version's own.
  rmSync(join(modules, '.cache'), { recursive: true, force: true })
  cpSync('node_modules/.cache', join(modules, '.cache'), { recursive: true })
  return { root: folder, remove }
}

function canWrite(/** @type {string} */ folder) {
  try {
    accessSync(folder, constants.W_OK)
    return statSync(folder).dev === statSync('node_modules').dev
  } catch {
    return false
  }
}

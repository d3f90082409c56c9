import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/**
 * The SHA-256 of files by name and content: what was made from them is stale when it differs.
 * @param {string} root
 * @param {string[]} paths files and folders below root; what does not exist counts as absent
 * @param {(path: string) => boolean} [counts] which files matter; all of them if not given
 * @returns {string} 64 hexadecimal digits
 */
export function fingerprint(root, paths, counts = () => true) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => filesIn(join(root, path)))) {
    const name = relative(root, file).replaceAll('\\', '/')
    if (!counts(name)) continue
    const content = readFileSync(file)
    hash.update(`${name}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

function filesIn(/** @type {string} */ path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  const entries = readdirSync(path, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/**
 * Whether what is served may be made from a file. Tests are not; and for the generated client stands the schema, which is
 * much smaller.
 * @param {string} name
 */
export function isSource(name) {
  return !name.startsWith('lib/db/generated/') && !/\.test\.tsx?$/.test(name)
}

/**
 * Whether a file made by {@link recordFingerprint} says the same.
 * @param {string} record @param {string} value
 */
export function hasFingerprint(record, value) {
  return existsSync(record) && readFileSync(record, 'utf8') === value
}

/** @param {string} record the file to write @param {string} value */
export function recordFingerprint(record, value) {
  mkdirSync(dirname(record), { recursive: true })
  writeFileSync(record, value)
}

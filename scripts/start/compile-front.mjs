import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fingerprint, isSource } from './fingerprint.mjs'
import { StartError } from './step.mjs'

/** @typedef {typeof import('../../server/front-door')} FrontDoor */

/** What server/ is made of, with what it imports; the lock names the compiler. */
const sources = [
  ...['server', 'lib', 'next.config.ts', 'tsconfig.json', 'package-lock.json'],
  'scripts/start/compile-front.mjs',
]

/**
 * server/ as JavaScript, made once for each content of its sources: not every Node that we run on reads TypeScript.
 * @param {string} root the project's folder
 * @returns {Promise<FrontDoor>}
 * @throws {StartError}
 */
export async function compileFront(root) {
  const cache = join(root, 'node_modules/.cache/lead-api')
  const folder = join(cache, `front-${fingerprint(root, sources, isSource).slice(0, 16)}`)
  if (!existsSync(folder)) await compile(root, cache, folder)
  return import(pathToFileURL(join(folder, 'front-door.mjs')).href)
}

async function compile(
  /** @type {string} */ root,
  /** @type {string} */ cache,
  /** @type {string} */ folder,
) {
  const { buildSync } = await import('esbuild')
  mkdirSync(cache, { recursive: true })
  // Whole or not at all: another process may be starting too.
  const unfinished = mkdtempSync(join(cache, 'unfinished-'))
  try {
    buildSync({
      absWorkingDir: root,
      entryPoints: ['server/front-door.ts'],
      outfile: join(unfinished, 'front-door.mjs'),
      bundle: true,
      // What npm has installed stays where it is, and Next must be one and the same for all.
      packages: 'external',
      platform: 'node',
      target: 'node20.19',
      format: 'esm',
      sourcemap: true,
      logLevel: 'silent',
    })
  } catch (error) {
    rmSync(unfinished, { recursive: true })
    throw new StartError(`server/ cannot be compiled: ${error instanceof Error ? error.message : error}`)
  }
  moveOrLeave(unfinished, folder)
  for (const name of readdirSync(cache))
    if (name.startsWith('front-') && name !== basename(folder))
      rmSync(join(cache, name), { recursive: true, force: true })
}

/** Renames a folder, unless another has made the same meanwhile. */
function moveOrLeave(/** @type {string} */ from, /** @type {string} */ to) {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!existsSync(to)) throw error
    rmSync(from, { recursive: true })
  }
}

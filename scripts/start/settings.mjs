import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fingerprint } from './fingerprint.mjs'
import { StartError } from './start-error.mjs'

/** @typedef {typeof import('../../lib/env.ts')} EnvModule */

/**
 * Reads the settings from `.env` (what the environment says goes first) and checks them with the schema that
 * the product itself uses.
 * @param {string} root the project's folder
 * @returns {Promise<{ env: import('../../lib/env.ts').Env, isLoopback: EnvModule['isLoopback'] }>}
 * @throws {StartError} naming every bad setting
 */
export async function readSettings(root) {
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'))
  const { readEnv, isLoopback, EnvError } = await importEnv(root)
  try {
    return { env: readEnv(process.env), isLoopback }
  } catch (error) {
    if (error instanceof EnvError) throw new StartError(`Bad settings: ${error.message}`)
    throw error
  }
}

/** The schema of the settings, and what it imports of ours: by `./folder/name`, because nothing resolves more here. */
const sources = ['lib/env.ts', 'lib/validation/is-pattern.ts']

/**
 * lib/env.ts as JavaScript, made once for each content of {@link sources}: loading a compiler takes longer than all
 * else that a warm start does.
 * @returns {Promise<EnvModule>}
 */
async function importEnv(/** @type {string} */ root) {
  const cache = join(root, 'node_modules/.cache/lead-api')
  const folder = join(cache, `env-${fingerprint(root, sources).slice(0, 16)}`)
  if (!existsSync(folder)) {
    const { default: typescript } = await import('typescript')
    const { ModuleKind, ScriptTarget } = typescript
    const compilerOptions = { module: ModuleKind.ESNext, target: ScriptTarget.ES2023 }
    await mkdir(cache, { recursive: true })
    // Whole or not at all: somebody else may be starting too.
    const unfinished = mkdtempSync(join(cache, 'unfinished-'))
    for (const source of sources) {
      const text = readFileSync(join(root, source), 'utf8')
      const { outputText } = typescript.transpileModule(text, { compilerOptions })
      const compiled = outputText.replaceAll(/from '\.\/(?:[\w-]+\/)*([\w-]+)'/g, "from './$1.mjs'")
      writeFileSync(join(unfinished, `${basename(source, '.ts')}.mjs`), compiled)
    }
    moveOrLeave(unfinished, folder)
  }
  return import(pathToFileURL(join(folder, 'env.mjs')).href)
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

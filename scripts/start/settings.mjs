import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
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

/**
 * lib/env.ts as JavaScript, made once for each content of it: loading a compiler takes longer than all else
 * that a warm start does.
 * @returns {Promise<EnvModule>}
 */
async function importEnv(/** @type {string} */ root) {
  const folder = join(root, 'node_modules/.cache/lead-api')
  const compiled = join(folder, `env-${fingerprint(root, ['lib/env.ts']).slice(0, 16)}.mjs`)
  if (!existsSync(compiled)) {
    const { default: typescript } = await import('typescript')
    const { ModuleKind, ScriptTarget } = typescript
    const { outputText } = typescript.transpileModule(readFileSync(join(root, 'lib/env.ts'), 'utf8'), {
      compilerOptions: { module: ModuleKind.ESNext, target: ScriptTarget.ES2023 },
    })
    await mkdir(folder, { recursive: true })
    writeFileSync(compiled, outputText)
  }
  return import(pathToFileURL(compiled).href)
}

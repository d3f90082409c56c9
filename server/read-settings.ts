import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Env, EnvError, readEnv } from '@/lib/env'
import { StartError } from './start-error'

/** What Next would read beside `.env`, before it or instead of it: served or in development. */
const unread = [
  '.env.local',
  '.env.production',
  '.env.production.local',
  '.env.development',
  '.env.development.local',
]

/**
 * Reads the settings from `.env` (what the environment says goes first) and checks them with the schema that
 * the product itself uses. From then on they stand in the environment, and Next adds nothing to them.
 * @param root the project's folder
 * @throws {StartError} naming every bad setting, or the files in which settings would be in vain
 */
export function readSettings(root: string): Env {
  const inVain = unread.filter((name) => existsSync(join(root, name)))
  if (inVain.length > 0)
    throw new StartError(
      `${inVain.join(', ')} is not read. Move what it says into .env or the environment, and remove the file.`,
    )
  globalThis.leadApiSetOutside ??= new Set(Object.keys(process.env))
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'))
  // Says to Next that the files were read. It takes lines of `.env` that Node does not (`PORT: 80`), unchecked.
  process.env.__NEXT_PROCESSED_ENV = 'true'
  try {
    return readEnv(process.env)
  } catch (error) {
    if (error instanceof EnvError) throw new StartError(`Bad settings: ${error.message}`)
    throw error
  }
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Env, EnvError, readEnv } from '@/lib/env'
import { StartError } from './start-error'

/**
 * Reads the settings from `.env` (what the environment says goes first) and checks them with the schema that
 * the product itself uses.
 * @param root the project's folder
 * @throws {StartError} naming every bad setting
 */
export function readSettings(root: string): Env {
  globalThis.leadApiSetOutside ??= new Set(Object.keys(process.env))
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'))
  try {
    return readEnv(process.env)
  } catch (error) {
    if (error instanceof EnvError) throw new StartError(`Bad settings: ${error.message}`)
    throw error
  }
}

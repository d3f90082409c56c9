import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runNode } from './child.mjs'
import { fingerprint, hasFingerprint, recordFingerprint } from './fingerprint.mjs'

/**
 * Writes the Prisma client, unless the one there was made from the same schema by the same version.
 * @param {string} root the project's folder
 * @param {import('./shutdown.mjs').Shutdown} shutdown
 * @returns {Promise<string>} what was done
 * @throws {import('./start-error.mjs').StartError}
 */
export async function generate(root, shutdown) {
  const record = join(root, 'node_modules/.cache/lead-api/generated')
  const sources = ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json']
  const wanted = fingerprint(root, sources)
  if (existsSync(join(root, 'lib/db/generated/client.ts')) && hasFingerprint(record, wanted))
    return 'up to date'
  await runNode('prisma generate', [join(root, 'scripts/generate.mjs')], { shutdown })
  recordFingerprint(record, wanted)
  return 'done'
}

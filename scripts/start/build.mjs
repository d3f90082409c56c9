import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { runNode } from './child.mjs'
import { fingerprint, hasFingerprint, isSource, recordFingerprint } from './fingerprint.mjs'

/** What `next build` reads. */
const sources = [
  ...['app', 'components', 'lib', 'messages', 'public', 'prisma/schema.prisma'],
  ...['instrumentation.ts', 'instrumentation-client.ts', 'server/handover.ts'],
  ...[
    'next.config.ts',
    'scripts/bundle',
    'postcss.config.mjs',
    'tsconfig.json',
    'package.json',
    'package-lock.json',
  ],
]

/**
 * Builds the product for serving, unless the build there was made from the same sources.
 * @param {string} root the project's folder
 * @param {import('./shutdown.mjs').Shutdown} shutdown
 * @returns {Promise<string>} what was done
 * @throws {import('./step.mjs').StartError}
 */
export async function build(root, shutdown) {
  const record = join(root, '.next/sources')
  const wanted = fingerprint(root, sources, isSource)
  if (hasFingerprint(record, wanted)) return 'up to date'
  // A build that does not reach its end must not be taken for the one before it.
  rmSync(record, { force: true })
  const program = join(root, 'node_modules/next/dist/bin/next')
  await runNode('next build', [program, 'build', root], { shutdown, env: { NODE_ENV: 'production' } })
  await pack(join(root, '.next/static'))
  recordFingerprint(record, wanted)
  return 'done'
}

const packs = promisify(brotliCompress)

/**
 * Packs scripts and styles once, as small as Brotli makes them: server/packed-files.ts sends them so.
 * @param {string} folder
 */
export async function pack(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:js|css)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  await Promise.all(files.map(async (file) => writeFileSync(`${file}.br`, await packs(readFileSync(file)))))
}

/**
 * Writes the Prisma client, unless the one there was made from the same schema by the same version.
 * @param {string} root the project's folder
 * @param {import('./shutdown.mjs').Shutdown} shutdown
 * @returns {Promise<string>} what was done
 * @throws {import('./step.mjs').StartError}
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

/** `npm run generate`: writes the Prisma client into lib/db/generated, without downloading anything. */
import { spawnSync } from 'node:child_process'

const { status } = spawnSync(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], {
  cwd: new URL('..', import.meta.url),
  // `generate` would download an engine that it never runs; any program in its place keeps it from that.
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  stdio: 'inherit',
})
process.exit(status ?? 1)

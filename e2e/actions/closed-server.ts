import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startServer } from '../../test/e2e/start-server.mjs'

const closed = { REQUIRE_SIGN_IN: 'true', AUTH_SECRET: 'a secret that is known to everybody who reads this' }

/** A sandbox that asks everybody who they are, and has let in nobody yet; `setUpLink` is for the first. */
export async function startClosedServer(settings: Record<string, string> = {}) {
  const server = await startServer({ settings: { ...closed, ...settings } })
  return { ...server, setUpLink: () => readFileSync(join(server.dataDir, 'setup-link'), 'utf8').trim() }
}

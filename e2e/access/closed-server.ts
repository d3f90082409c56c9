import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type APIRequestContext, request } from 'playwright/test'
import { startServer } from '../../scripts/e2e/start-server.mjs'

const closed = { REQUIRE_SIGN_IN: 'true', AUTH_SECRET: 'a secret that is known to everybody who reads this' }

type ClosedServer = {
  address: string
  /** A caller with a key. */
  callerWith: (secret: string) => Promise<APIRequestContext>
  stop: () => Promise<boolean>
}

/**
 * A sandbox that asks everybody who they are, with what `prepare` put there while it was still open: keys, for
 * instance.
 */
export async function startClosed(
  prepare: (request: APIRequestContext) => Promise<void>,
  settings: Record<string, string> = {},
): Promise<ClosedServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lead-api-closed-'))
  const open = await startServer({ dataDir })
  const preparing = await request.newContext({ baseURL: open.address })
  await prepare(preparing)
  await preparing.dispose()
  await open.stop()
  const server = await startServer({ dataDir, settings: { ...closed, ...settings } })
  const callers: APIRequestContext[] = []
  return {
    address: server.address,
    async callerWith(secret) {
      const extraHTTPHeaders = { Authorization: `Bearer ${secret}` }
      const caller = await request.newContext({ baseURL: server.address, extraHTTPHeaders })
      callers.push(caller)
      return caller
    },
    async stop() {
      await Promise.all(callers.map((caller) => caller.dispose()))
      const ended = await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
      return ended
    },
  }
}

import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type APIRequestContext, expect, type PlaywrightWorkerArgs, test } from 'playwright/test'
import { startServer } from '@/test/e2e/start-server.mjs'
import { startPostgres } from '@/test/support/postgres.mjs'

export { shiftedClock } from '@/test/e2e/shifted-clock.mjs'

type Postgres = NonNullable<Awaited<ReturnType<typeof startPostgres>>>
type Own = { postgres: Postgres; request: APIRequestContext; address: string; dataDir: string }

/** A building server and a database that comes back take their time. */
const timeout = 300_000

/**
 * A journey with a PostgreSQL of its own, which it may stop or let hang, and a server on it. Where none can be started it is
 * skipped. Afterwards all of it is gone, and the server has ended in order.
 */
export async function withOwnPostgres(
  { request: requests }: PlaywrightWorkerArgs['playwright'],
  settings: Record<string, string>,
  journey: (own: Own) => Promise<void>,
): Promise<void> {
  test.setTimeout(timeout)
  const postgres = await startPostgres({ isDurable: true })
  test.skip(postgres === null, 'no PostgreSQL can be started here')
  if (!postgres) return
  const server = await startServer({ databaseUrl: postgres.url, settings })
  const request = await requests.newContext({ baseURL: server.address, timeout: 60_000 })
  try {
    await journey({ postgres, request, address: server.address, dataDir: server.dataDir })
  } finally {
    postgres.goOn()
    await request.dispose()
    expect(await server.stop()).toBe(true)
    await postgres.stop()
  }
}

/** A Vitec that creates every lead, and answers when it is told to. `asked` resolves with the first request. */
export async function startSlowVitec(): Promise<{
  address: string
  asked: Promise<unknown>
  answer: () => void
  stop: () => void
}> {
  const waiting: ServerResponse[] = []
  const server = createServer((request, response) => {
    request.resume().once('end', () => waiting.push(response))
  })
  const asked = once(server, 'request')
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A server that listens on TCP has an address of this type; the others are for pipes and closed servers.
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    answer: () => {
      for (const response of waiting.splice(0)) response.end('"CMLEAD1"')
    },
    stop: () => server.closeAllConnections(),
  }
}

import { type APIRequestContext, expect, type PlaywrightWorkerArgs, test } from 'playwright/test'
import { startServer } from '../../test/e2e/start-server.mjs'
import { startPostgres } from '../../test/support/postgres.mjs'

type Postgres = NonNullable<Awaited<ReturnType<typeof startPostgres>>>

/** A building server and a database that comes back take their time. */
const timeout = 300_000

/**
 * A journey with a PostgreSQL of its own, which it may stop or let hang, and a server on it. Where none can be started it is
 * skipped. Afterwards all of it is gone, and the server has ended in order.
 */
export async function withOwnPostgres(
  { request: requests }: PlaywrightWorkerArgs['playwright'],
  settings: Record<string, string>,
  journey: (own: { postgres: Postgres; request: APIRequestContext }) => Promise<void>,
): Promise<void> {
  test.setTimeout(timeout)
  const postgres = await startPostgres({ isDurable: true })
  test.skip(postgres === null, 'no PostgreSQL can be started here')
  if (!postgres) return
  const server = await startServer({ databaseUrl: postgres.url, settings })
  const request = await requests.newContext({ baseURL: server.address, timeout: 60_000 })
  try {
    await journey({ postgres, request })
  } finally {
    postgres.goOn()
    await request.dispose()
    expect(await server.stop()).toBe(true)
    await postgres.stop()
  }
}

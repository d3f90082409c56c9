import { startPostgres } from './postgres.mjs'

/**
 * A PostgreSQL to test with: the one that TEST_DATABASE_URL names, else one of our own.
 * @param {import('../../scripts/start/shutdown.mjs').Shutdown} shutdown
 * @returns {Promise<{ url: string, stop: () => Promise<unknown> } | null>} null where none can be started
 */
export async function testPostgres(shutdown) {
  if (process.env.TEST_DATABASE_URL) return { url: process.env.TEST_DATABASE_URL, stop: async () => {} }
  const postgres = await startPostgres()
  if (postgres) shutdown.before(() => postgres.stop())
  return postgres
}

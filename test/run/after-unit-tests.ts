import { dropTestDatabases } from '@/lib/db/testing/postgres-template'

/** For Vitest, once around all files: leaves nothing on the server that tests were given. */
export async function teardown(): Promise<void> {
  const server = process.env.TEST_DATABASE_URL
  if (server) await dropTestDatabases(server)
}

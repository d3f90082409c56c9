import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { connectPostgres } from '@/lib/db/connect-postgres'
import { sessionLockStatement } from '@/lib/db/locks'
import { migrate } from '@/lib/db/migrate'
import { migrationsHash } from './embedded-template'
import { letClockBeSet } from './test-clock'

/** What the databases of one run of tests are called, whichever of its processes makes them. */
const ofThisRun = `lead_api_test_${process.env.TEST_RUN ?? process.pid}_`

/** A new database on a server, migrated. `remove` drops it. */
export async function newPostgresDatabase(server: string) {
  const name = ofThisRun + randomUUID().replaceAll('-', '')
  await onServer(server, async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${await templateOn(client, server)}`)
  })
  return {
    place: name,
    openPool: () => connectPostgres(urlOf(server, name)),
    remove: () => onServer(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`)),
  }
}

/** Those that were kept for the next test of their process, when there is none. */
export function dropTestDatabases(server: string): Promise<void> {
  return onServer(server, async (client) => {
    const found = await client.query<{ name: string }>(
      'SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)',
      [ofThisRun],
    )
    for (const { name } of found.rows) await client.query(`DROP DATABASE ${name} WITH (FORCE)`)
  })
}

/** A migrated database, made by the first test that asks for one; it stays there for the next run. */
async function templateOn(client: pg.Client, server: string): Promise<string> {
  const name = `lead_api_template_${await migrationsHash()}`
  const sealed = 'SELECT FROM pg_database WHERE datname = $1 AND NOT datallowconn'
  const isThere = async () => (await client.query(sealed, [name])).rows.length > 0
  if (await isThere()) return name
  // Several processes of tests begin at once: one makes it, the others wait.
  await client.query(sessionLockStatement('migrations'))
  if (await isThere()) return name
  await client.query(`DROP DATABASE IF EXISTS ${name}`)
  await client.query(`CREATE DATABASE ${name}`)
  const pool = await connectPostgres(urlOf(server, name))
  await migrate(pool)
    .then(() => letClockBeSet(pool))
    .finally(() => pool.end())
  await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
  return name
}

const urlOf = (server: string, name: string) => Object.assign(new URL(server), { pathname: name }).href

export async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url)
  await client.connect()
  return work(client).finally(() => client.end())
}

import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { onServer } from '../database/postgres-template'

/** The address of an empty database on a server, which is gone after the test. */
export async function emptyPostgres(server: string): Promise<string> {
  const name = `lead_api_dump_${randomUUID().replaceAll('-', '')}`
  await onServer(server, (client) => client.query(`CREATE DATABASE ${name}`))
  onTestFinished(() =>
    onServer(server, async (client) => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`))),
  )
  return Object.assign(new URL(server), { pathname: name }).href
}

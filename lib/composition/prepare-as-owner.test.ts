import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { sqlIn } from '@/lib/bulk-sends/store/begin-bulk-send'
import { type Database, openDatabase } from '@/lib/db/open-database'
import { afterAttempt } from '@/lib/deliveries/after-attempt'
import { createDeliveryStore } from '@/lib/deliveries/store/create-delivery-store'
import { readEnv } from '@/lib/env'
import { sandbox } from '@/lib/environments/environment'
import { createJobEngine } from '@/lib/jobs/job-engine'
import { createPrivacyStore } from '@/lib/privacy/store/create-privacy-store'
import { someone } from '@/test/support/audit/someone'
import { noLimits, request } from '@/test/support/deliveries/begin-attempt'
import { emptyPostgres } from '@/test/support/dump/empty-postgres'
import { storeLead } from '@/test/support/leads/store-lead'
import { moveDatabase, unsealDatabase } from './operate/move-database'
import { prepareAsOwner } from './prepare-as-owner'

const server = process.env.TEST_DATABASE_URL ?? ''
const name = `two_roles_${randomUUID().replaceAll('-', '')}`
const [owner, runtime] = [`${name}_owner`, `${name}_runtime`]
const as = (role: string) =>
  Object.assign(new URL(server), { username: role, password: 'x', pathname: name }).href

/** The statements that the documentation gives: for a new database, and for one that is there already. */
const documented = readFileSync('docs/operations.md', 'utf8')
  .split('```sql\n')
  .slice(1)
  .map((block) => block.split('```')[0] ?? '')
  .map((sql) => sql.replace(/lead_api(_owner)?\b/g, (_, of) => (of ? owner : 'RUNTIME')))
  .map((sql) =>
    sql.replace('DATABASE RUNTIME', `DATABASE ${name}`).replaceAll('RUNTIME', runtime).replaceAll('…', 'x'),
  )

async function onServer(...statements: string[]): Promise<void> {
  const client = new pg.Client(server)
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

/** As a superuser. */
async function inDatabase(sql: string): Promise<void> {
  const client = new pg.Client(Object.assign(new URL(server), { pathname: name }).href)
  await client.connect()
  await client.query(sql)
  await client.end()
}

describe.skipIf(server === '')('a service that works as another role than the owner of its tables', () => {
  let database: Database
  const settings = () => ({ DATABASE_URL: as(runtime), MIGRATION_DATABASE_URL: as(owner), DATA_DIR: '' })
  beforeAll(async () => {
    for (const statement of (documented[0] ?? '').trim().split('\n')) await onServer(statement)
    await prepareAsOwner(settings())
    // As each start does.
    await prepareAsOwner(settings())
    database = await openDatabase(settings())
  })
  afterAll(async () => {
    await database?.close()
    await onServer(`DROP DATABASE ${name} WITH (FORCE)`, `DROP ROLE ${owner}`, `DROP ROLE ${runtime}`)
  })

  it('takes leads in, delivers and erases them, and is woken for the steps of bulks', async () => {
    const errors: Error[] = []
    const query = (text: string, values?: unknown[]) => database.pool.query(text, values)
    const jobs = createJobEngine(query, (error) => errors.push(error))
    const woken: string[] = []
    const workBulkSend = async (bulkSendId: string) => {
      woken.push(bulkSendId)
    }
    await jobs.start({ workBulkSend })
    const bulk = randomUUID()
    await jobs.bookBulkSend(sqlIn(database.prisma), bulk, new Date())
    await expect.poll(() => woken, { timeout: 20_000 }).toContain(bulk)
    const id = await storeLead(database, { at: new Date(Date.now() - 60_000) })
    const store = createDeliveryStore(database, noLimits, sandbox)
    // A place is missed by a tenth of a second, which may pass here: then there is another.
    const begin = async () => {
      const turn = await store.takePlace()
      return turn.kind === 'place' ? store.claim(turn, request) : null
    }
    const attempt = await vi.waitUntil(begin, { timeout: 20_000 })
    expect(attempt.leadId).toBe(id)
    const result = { outcome: 'delivered', httpStatus: 200, answer: '"CM1"', vitecLeadId: 'CM1' } as const
    const move = afterAttempt(result, { attemptsMade: 1, saysNothingOfVitec: false, random: () => 0 })
    expect(await store.settle(attempt, result, move)).toMatchObject({ kind: 'on_time' })
    expect(await store.settleInterrupted()).toBe(0)
    expect(await store.heldUntil()).toBeNull()
    expect((await store.state(id))?.status).toBe('delivered')
    const erasing = { id: randomUUID(), leadIds: [id] }
    expect(
      await createPrivacyStore(database.prisma, sandbox).erase(erasing, someone, new Date()),
    ).toMatchObject({
      kind: 'erased',
    })
    await jobs.stop(1_000)
    expect(errors).toEqual([])
  })

  it('is seen by its owner while it runs, of whose sessions the server shows the owner next to nothing', async () => {
    const env = readEnv(settings())
    const target = await emptyPostgres(server)
    await database.pool.query('SELECT 1')
    await expect(moveDatabase(env, target)).rejects.toThrow('still runs')
    expect(await unsealDatabase(env)).toBe(false)
    const older = new pg.Client({ connectionString: as(runtime), application_name: 'lead-api' })
    await older.connect()
    await expect(prepareAsOwner(settings()).finally(() => older.end())).rejects.toThrow('older version')
  })

  it.each([
    'ALTER TABLE audit_event DISABLE TRIGGER audit_event_append_only',
    'DROP TRIGGER audit_event_append_only ON audit_event',
    'DROP FUNCTION refuse_change() CASCADE',
    'CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$',
    'ALTER TABLE audit_event ADD COLUMN more text',
    'TRUNCATE audit_event',
    'UPDATE audit_event SET at = at',
    'DELETE FROM audit_event',
    'DELETE FROM erasure',
    'DROP TABLE audit_event',
    'ALTER TABLE lead DROP CONSTRAINT lead_anonymised_holds_nobody',
    "SET session_replication_role = 'replica'",
    'CREATE TABLE audit_event_of_mine (x int)',
    'DELETE FROM _prisma_migrations',
  ])('is refused what would undo the audit log or an erasure: %s', async (statement) => {
    await expect(database.pool.query(statement)).rejects.toMatchObject({ code: '42501' })
  })

  it('goes on in a database that was its own until then, once that has changed its owner as is documented', async () => {
    await database.close()
    await onServer(
      `DROP DATABASE ${name} WITH (FORCE)`,
      `DROP ROLE ${owner}`,
      `CREATE DATABASE ${name} OWNER ${runtime}`,
    )
    const before = await openDatabase(settings())
    const query = (text: string, values?: unknown[]) => before.pool.query(text, values)
    const jobs = createJobEngine(query, () => {})
    await jobs.prepare()
    const id = await storeLead(before)
    await before.close()
    await inDatabase(documented[1] ?? '')
    await prepareAsOwner(settings())
    database = await openDatabase(settings())
    expect(
      await createPrivacyStore(database.prisma, sandbox).export([id], new Date(), someone),
    ).toMatchObject({
      leads: [{ id }],
    })
    const truncate = database.pool.query('TRUNCATE audit_event')
    await expect(truncate).rejects.toMatchObject({ code: '42501' })
  })

  it('does not begin where the two roles are one, or the one may become the other: nothing would be kept from it', async () => {
    const refused = /^DATABASE_URL must name a role/
    const same = { ...settings(), DATABASE_URL: as(owner) }
    await expect(prepareAsOwner(same)).rejects.toThrow(refused)
    await onServer(`GRANT ${owner} TO ${runtime}`)
    await expect(prepareAsOwner(settings())).rejects.toThrow(refused)
    await onServer(`REVOKE ${owner} FROM ${runtime}`)
  })

  it.each([
    'TABLE audit_event',
    'TABLE erasure',
    'FUNCTION refuse_change()',
    'SCHEMA public',
    `DATABASE ${name}`,
  ])(
    'does not begin where the one has the %s still: it could take away what refuses changes',
    async (thing) => {
      await inDatabase(`ALTER ${thing} OWNER TO ${runtime}`)
      try {
        await expect(prepareAsOwner(settings())).rejects.toThrow(/^DATABASE_URL must name a role/)
      } finally {
        const was = thing === 'SCHEMA public' ? 'pg_database_owner' : owner
        await inDatabase(`ALTER ${thing} OWNER TO ${was}`)
      }
    },
  )
})

import PgBoss from 'pg-boss'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { testDatabases } from '@/test/support/database/test-database'

describe.each(testDatabases)('pg-boss on $kind', ({ create }) => {
  let db: Database
  let boss: PgBoss
  beforeAll(async () => {
    db = await create()
    boss = new PgBoss({ db: { executeSql: (text, values) => db.pool.query(text, values) } })
    boss.on('error', (error) => expect.unreachable(error.message))
    await boss.start()
    await boss.createQueue('test')
  }, 60_000)
  afterAll(async () => {
    await boss.stop({ graceful: false })
    await db.close()
  })

  it('makes its tables, sends a job and works it', async () => {
    const worked = new Promise((resolve) =>
      boss.work('test', { pollingIntervalSeconds: 0.5 }, async ([job]) => resolve(job?.data)),
    )
    await boss.send('test', { leadId: 'abc' })
    expect(await worked).toEqual({ leadId: 'abc' })
  }, 20_000)

  it('keeps one job waiting for a key, so that steps of a bulk that are booked twice do not multiply', async () => {
    await boss.createQueue('steps', { name: 'steps', policy: 'short' })
    const send = (singletonKey: string) => boss.send('steps', {}, { singletonKey, startAfter: 60 })
    expect(await send('one')).not.toBeNull()
    expect(await send('one')).toBeNull()
    expect(await send('two')).not.toBeNull()
  })

  it('books a job in the transaction of the caller: rolled back, there is none', async () => {
    const client = await db.pool.connect()
    await client.query('BEGIN')
    const inTransaction = { executeSql: (text: string, values: unknown[]) => client.query(text, values) }
    const id = await boss.send('test', {}, { db: inTransaction, startAfter: 60 })
    await client.query('ROLLBACK')
    client.release()
    expect(id).not.toBeNull()
    expect(await boss.getJobById('test', id ?? '')).toBeNull()
  })
})

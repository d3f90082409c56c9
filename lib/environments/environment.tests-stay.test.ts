import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newSecret } from '@/lib/api-keys/api-key-secret'
import { createApiKeyStore } from '@/lib/api-keys/store/create-api-key-store'
import type { Database } from '@/lib/db/open-database'
import { someone } from '@/test/support/audit/someone'
import { testDatabases } from '@/test/support/database/test-database'
import { storeLead } from '@/test/support/leads/store-lead'
import { testing } from './environment'

const live = 'https://connect.example.com'
const now = new Date('2026-03-01T12:00:00Z')
const made = { name: 'Partner', customers: ['ABC123'], perMinute: 60, expiresAt: null, leadSourceId: null }

/** 0.2.0 takes `test` for one more live place, and every key for a live one. */
describe.each(testDatabases)(
  'where a version that knows of no tests runs beside this one, on $kind',
  ({ create }) => {
    let database: Database
    beforeEach(async () => {
      database = await create()
    })
    afterEach(() => database.close())

    const bornIn = async (id: string) =>
      (await database.prisma.lead.findUnique({ where: { id }, select: { environment: true } }))?.environment
    /** What "move here" does there, to all leads of a place at once. */
    const moveFrom = async (place: string) =>
      (
        await database.pool.query(
          `UPDATE lead SET environment = $1, next_attempt_at = delivery_clock(), schedule_step = 0
         WHERE environment = $2 AND status = 'pending'`,
          [live, place],
        )
      ).rowCount

    it('a lead of a test key is moved to no Vitec, and those of another are', async () => {
      const test = await storeLead(database, { environment: testing })
      const real = await storeLead(database, { environment: 'https://former.example.com' })
      expect(await moveFrom(testing)).toBe(0)
      expect(await moveFrom('https://former.example.com')).toBe(1)
      expect([await bornIn(test), await bornIn(real)]).toEqual([testing, live])
    })

    it('no real lead is made of one by "edit and send"', async () => {
      const test = await storeLead(database, { environment: testing })
      const real = await storeLead(database, { environment: live })
      await expect(
        database.pool.query('UPDATE lead SET replaced_by_id = $2 WHERE id = $1', [test, real]),
      ).rejects.toThrow('a lead of a test key is not replaced')
    })

    it('a test key is given no secret there, which would open it as a live one', async () => {
      const keys = createApiKeyStore(database)
      const replace = async (mode: 'live' | 'test') => {
        const { id } = await keys.add({ ...made, mode, createdAt: now }, newSecret(mode).stored, someone)
        const { hash, hint } = newSecret('live').stored
        await database.pool.query(
          'INSERT INTO api_key_secret (hash, api_key_id, hint, created_at) VALUES ($1, $2, $3, $4)',
          [hash, id, hint, now],
        )
        return id
      }
      await expect(replace('test')).rejects.toThrow('a secret of a test key says that it is one')
      await replace('live')
    })

    it('and here it is given another all the same', async () => {
      const keys = createApiKeyStore(database)
      const { id } = await keys.add(
        { ...made, mode: 'test', createdAt: now },
        newSecret('test').stored,
        someone,
      )
      const { stored } = newSecret('test')
      await keys.rotate(id, () => stored, now, now, someone)
      expect(await keys.find(stored.hash, now)).toMatchObject({ id, mode: 'test' })
    })
  },
)

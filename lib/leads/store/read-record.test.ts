import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newSecret } from '@/lib/api-keys/api-key-secret'
import { createApiKeyStore } from '@/lib/api-keys/store/create-api-key-store'
import type { Database } from '@/lib/db/open-database'
import { sandbox } from '@/lib/environments/environment'
import { someone } from '@/test/support/audit/someone'
import { testDatabases } from '@/test/support/database/test-database'
import { storeLead } from '@/test/support/leads/store-lead'
import { readRecord } from './read-record'

describe.each(testDatabases)('the record of a lead on $kind', ({ create }) => {
  let database: Database
  beforeAll(async () => {
    database = await create()
  })
  afterAll(() => database.close())

  const sentBy = async (actor?: string) => {
    const lead = await storeLead(database, { ...(actor !== undefined && { actor }) })
    const record = await readRecord(database.prisma, sandbox, lead)
    return record && { by: record.by, byName: record.byName }
  }

  it('says by which key it came, under the name the key has today', async () => {
    const now = new Date('2026-03-01T12:00:00Z')
    const store = createApiKeyStore(database)
    const wishes = { customers: null, perMinute: 60 }
    const { id } = await store.add(
      { ...wishes, mode: 'live', name: 'Portal', expiresAt: null, createdAt: now },
      newSecret('live').stored,
      someone,
    )
    expect(await sentBy(`key:${id}`)).toEqual({ by: `key:${id}`, byName: 'Portal' })
    await store.change(id, { ...wishes, name: 'Portal 2' }, now, someone)
    expect(await sentBy(`key:${id}`)).toEqual({ by: `key:${id}`, byName: 'Portal 2' })
  })

  it('has no name where nobody has the id, and none for a lead that says nothing of it', async () => {
    expect(await sentBy('open')).toEqual({ by: 'open', byName: null })
    expect(await sentBy()).toEqual({ by: null, byName: null })
  })
})

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { newSecret } from '@/lib/api-keys/api-key-secret'
import { createApiKeyStore } from '@/lib/api-keys/store/create-api-key-store'
import { createCustomerStore } from '@/lib/customers/store/create-customer-store'
import type { Database } from '@/lib/db/open-database'
import { sandbox } from '@/lib/environments/environment'
import { createAddLead } from '@/lib/leads/store/add-lead'
import { log } from '@/lib/log'
import { createPostingPacks } from '@/lib/posting-packs/keep-posting-packs'
import type { PostingPackStore } from '@/lib/posting-packs/posting-pack-store'
import { someone } from '@/test/support/audit/someone'
import { testDatabases } from '@/test/support/database/test-database'
import { newLead } from '@/test/support/leads/store-lead'
import { createPostingPackStore } from './create-posting-pack-store'

const now = new Date('2026-03-01T12:00:00Z')

describe.each(testDatabases)('posting packs on $kind', ({ create }) => {
  let database: Database
  let store: PostingPackStore
  beforeAll(async () => {
    database = await create()
    store = createPostingPackStore(database)
  })
  afterAll(() => database.close())

  async function source(vitecId: string): Promise<string> {
    const customers = createCustomerStore(database.prisma, sandbox)
    const { id } = await customers.add({ vitecId, name: 'Testmäklarna' }, someone)
    const { leadSources } = await customers.addLeadSource(id, { vitecId: 'LEAD456', name: 'Webben' }, someone)
    return leadSources[0]?.id ?? ''
  }
  const key = async (leadSourceId: string | null, mode: 'live' | 'test' = 'test', createdAt = now) => {
    const made = { name: 'Partner', customers: ['ABC123'], perMinute: 60, expiresAt: null }
    const { id } = await createApiKeyStore(database).add(
      { ...made, mode, leadSourceId, createdAt },
      newSecret(mode).stored,
      someone,
    )
    return id
  }
  const refusal = (fields: string[]) => ({ httpStatus: 422, code: 'invalid_fields', fields, leadId: null })

  it('know whose lead source it is, and of none that there is none', async () => {
    const id = await source('PACK1')
    expect(await store.source(id)).toMatchObject({
      customer: { vitecId: 'PACK1', name: 'Testmäklarna' },
      leadSource: { id, vitecId: 'LEAD456', name: 'Webben', active: true },
    })
    expect(await store.source(crypto.randomUUID())).toBeNull()
  })

  it('have the keys that were made in them, the newest first, and no others', async () => {
    const id = await source('PACK2')
    const [older, newer] = [await key(id), await key(id, 'live', new Date(now.getTime() + 1))]
    await key(null)
    expect((await store.keys(id, now)).map((found) => [found.id, found.mode])).toEqual([
      [newer, 'live'],
      [older, 'test'],
    ])
  })

  it('let a key stay whose lead source is gone', async () => {
    const id = await source('PACK3')
    const kept = await key(id)
    await database.prisma.leadSource.delete({ where: { id } })
    expect(await database.prisma.apiKey.findUnique({ where: { id: kept } })).toMatchObject({
      leadSourceId: null,
    })
  })

  it('find a key’s own leads by their e-mail addresses, the newest first, and count its others', async () => {
    const [own, other] = [await key(null), await key(null)]
    const add = createAddLead(database, sandbox)
    const sent = async (actor: string, email: string, at: string) => {
      const made = newLead({ actor: `key:${actor}`, at: new Date(at) })
      return (await add({ ...made, lead: { ...made.lead, email } }))?.id
    }
    const first = await sent(own, 'Pass-1@Example.com', '2026-03-01T10:00:00Z')
    const second = await sent(own, 'pass-1@example.com', '2026-03-01T11:00:00Z')
    await sent(own, 'erik.andersson@example.com', '2026-03-01T12:00:00Z')
    await sent(other, 'pass-1@example.com', '2026-03-01T12:00:00Z')
    const { leads, otherLeads } = await store.arrived(own, ['pass-1@example.com', 'pass-2@example.com'])
    expect(leads.map(({ id }) => id)).toEqual([second, first])
    expect(leads[0]?.lead).toMatchObject({ email: 'pass-1@example.com', valuation: expect.any(Number) })
    expect(otherLeads).toBe(1)
  })

  it('keep the newest two hundred answers of a key, whatever it sends, and let another key’s alone', async () => {
    const [own, other] = [await key(null), await key(null)]
    await store.keepAnswer(other, refusal(['person.city']))
    for (let number = 0; number < 203; number++)
      await store.keepAnswer(own, refusal([number < 3 ? 'person.phone' : 'person.email']))
    const { answers } = await store.arrived(own, [])
    expect(answers).toHaveLength(200)
    expect(await database.prisma.testAnswer.count({ where: { apiKeyId: own } })).toBe(200)
    expect(answers.filter(({ fields }) => fields.includes('person.phone'))).toEqual([])
    expect((await store.arrived(other, [])).answers).toMatchObject([{ fields: ['person.city'] }])
  })

  it('never fail an answer: one of a key that is gone is kept nowhere', async () => {
    const packs = createPostingPacks({ store, makeKey: () => Promise.reject(), now: () => now })
    const answer = Response.json({ status: 'ERROR', code: 'not_json', message: '' }, { status: 400 })
    const warned = vi.spyOn(log, 'warn').mockReturnValue(undefined)
    expect(await packs.note(crypto.randomUUID(), answer)).toBeUndefined()
    expect(warned).toHaveBeenCalledTimes(1)
    warned.mockRestore()
  })

  it('make a live key like a test key of theirs, and of no other', async () => {
    const [id, elsewhere] = [await source('PACK4'), await source('PACK5')]
    const apiKeys = createApiKeyStore(database)
    const made: object[] = []
    const packs = createPostingPacks({
      store,
      now: () => now,
      makeKey: async (wish, requester, leadSourceId) => {
        made.push({ ...wish, leadSourceId })
        const { expiresInDays: _, ...kept } = wish
        const { stored, secret } = newSecret(wish.mode)
        const apiKey = await apiKeys.add(
          { ...kept, leadSourceId, createdAt: now, expiresAt: null },
          stored,
          requester,
        )
        return { apiKey, secret }
      },
    })
    const { apiKey } = await packs.make(id, { mode: 'test', name: 'Portalen' }, someone)
    // Whoever gives a test key every customer has not said so of the live one, which the page makes for the pack's own.
    const wider = { name: 'Portalen', customers: null, perMinute: 60 }
    await apiKeys.change(apiKey.id, wider, now, someone)
    await packs.make(id, { mode: 'live', testKeyId: apiKey.id }, someone)
    const limits = { name: 'Portalen', customers: ['PACK4'], perMinute: 60, leadSourceId: id }
    expect(made).toEqual([
      { mode: 'test', expiresInDays: 90, ...limits },
      { mode: 'live', expiresInDays: null, ...limits },
    ])
    await expect(
      packs.make(elsewhere, { mode: 'live', testKeyId: apiKey.id }, someone),
    ).rejects.toMatchObject({ code: 'not_found' })
    const state = await packs.state(id, null)
    expect([state.keyId, state.progress?.cases.length]).toEqual([apiKey.id, 10])
    expect(await packs.state(elsewhere, apiKey.id)).toEqual({ keys: [], keyId: null, progress: null })
  })
})

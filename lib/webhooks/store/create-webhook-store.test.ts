import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import type { AttemptResult } from '@/lib/deliveries/attempt-result'
import { sandbox } from '@/lib/environments/environment'
import { createReplaceLead } from '@/lib/leads/store/replace-lead'
import { anonymiseLeads } from '@/lib/privacy/store/anonymise-leads'
import { createVault } from '@/lib/vault/vault'
import { resealWebhooks } from '@/lib/webhooks/manage-webhooks'
import { webhookEventTypes } from '@/lib/webhooks/webhook'
import type { ClaimedEvent, Settlement, WebhookStore } from '@/lib/webhooks/webhook-store'
import { someone } from '@/test/support/audit/someone'
import { setClock } from '@/test/support/database/test-clock'
import { testDatabases } from '@/test/support/database/test-database'
import { timedDelivery } from '@/test/support/deliveries/begin-attempt'
import { newLead, storeLead } from '@/test/support/leads/store-lead'
import { createWebhookStore } from './create-webhook-store'

const now = new Date('2026-03-01T12:00:00Z')
const later = (ms: number) => new Date(now.getTime() + ms)
const hour = 3_600_000
const nothing = { httpStatus: null, answer: null, word: 'x' }
const results = {
  delivered: { outcome: 'delivered', httpStatus: 200, answer: '"V1"', vitecLeadId: 'V1' },
  rejected: { ...nothing, outcome: 'rejected', httpStatus: 400 },
  unknown: { ...nothing, outcome: 'unknown', errorKind: 'timeout' },
} as const satisfies Record<string, AttemptResult>

const told: Settlement = {
  ...{ httpStatus: 204, fault: null, answer: '', holdS: null, isTold: true, retryMs: null, off: null },
}
const notTold = (more: Partial<Settlement> = {}): Settlement => ({
  ...{
    httpStatus: null,
    fault: 'TIMEOUT',
    answer: null,
    holdS: null,
    isTold: false,
    retryMs: hour,
    off: null,
  },
  ...more,
})

describe.each(testDatabases)('what webhooks tell on $kind', ({ create }) => {
  let database: Database
  let store: WebhookStore
  let delivery: ReturnType<typeof timedDelivery>
  beforeAll(async () => {
    database = await create()
    store = createWebhookStore(database)
    delivery = timedDelivery(database)
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    await database.prisma.webhook.deleteMany()
    await database.prisma.webhookEvent.deleteMany()
    await setClock(database.pool, now)
  })

  const key = async (revokedAt: Date | null = null) => {
    const data = { name: 'Widget', allCustomers: true, perMinute: 60, createdAt: now, revokedAt }
    return (await database.prisma.apiKey.create({ data })).id
  }
  const sender = async (events = [...webhookEventTypes]) => {
    const actor = `key:${await key()}`
    const { webhook } = await store.set(actor, { url: 'https://example.com/hook', events }, 'sealed', someone)
    return {
      actor,
      webhook,
      of: () => store.of(actor),
      events: async () => (await store.events(actor, null)).events,
    }
  }
  const leadOf = async (actor: string, result?: AttemptResult) => {
    const id = await storeLead(database, { actor })
    if (result) await delivery.attempt(id, result, now)
    return id
  }
  const claimAt = async (at: Date, standing: 'well' | 'failing' = 'well', most = 50) => {
    await setClock(database.pool, at)
    return store.claim(standing, most)
  }
  const first = ([event]: ClaimedEvent[]) => {
    if (!event) throw new Error('nothing was claimed')
    return event
  }

  it('is written down with each lead that is settled, whoever settles it, and with nothing else', async () => {
    const { actor, events } = await sender()
    const ids = await Promise.all([leadOf(actor, results.delivered), leadOf(actor, results.rejected)])
    const doubt = await leadOf(actor, results.unknown)
    await delivery.store.act(doubt, 'settle', someone)
    const waiting = await leadOf(actor)
    await delivery.store.act(waiting, 'cancel', someone)
    await leadOf('key:another', results.delivered)
    const all = (await events()).toReversed().map(({ type, payload }) => [type, JSON.parse(payload).data])
    expect(all).toEqual(
      expect.arrayContaining([
        ['lead.delivered', { id: ids[0], state: 'delivered' }],
        ['lead.rejected', { id: ids[1], state: 'rejected' }],
      ]),
    )
    expect(all.slice(2)).toEqual([
      ['lead.unknown', { id: doubt, state: 'unknown' }],
      ['lead.delivered', { id: doubt, state: 'delivered' }],
      ['lead.cancelled', { id: waiting, state: 'cancelled' }],
    ])
  })

  it('says once that a lead was replaced, by which, and what it was', async () => {
    const { actor, events } = await sender()
    const old = await leadOf(actor)
    const stored = await createReplaceLead(database, sandbox)(
      { ...newLead(), channel: 'form', requester: someone },
      { leadId: old, despiteDoubt: false },
    )
    if (!stored || 'refused' in stored) throw new Error('not replaced')
    expect((await events()).map(({ payload }) => JSON.parse(payload))).toEqual([
      {
        type: 'lead.replaced',
        timestamp: now.toISOString(),
        data: { id: old, state: 'cancelled', replaced_by: stored.id },
      },
    ])
  })

  it('is only what was asked for, and nothing once it is off', async () => {
    const { actor, events } = await sender(['lead.rejected'])
    await leadOf(actor, results.delivered)
    await leadOf(actor, results.rejected)
    expect((await events()).map(({ type }) => type)).toEqual(['lead.rejected'])
    await store.switchOff(actor, someone)
    await leadOf(actor, results.rejected)
    expect((await events()).map(({ state }) => state)).toEqual(['given_up'])
    expect(await claimAt(now)).toEqual([])
  })

  it('is told by one process at a time, and by another where that one is gone', async () => {
    const { actor } = await sender()
    await leadOf(actor, results.delivered)
    const [one, other] = await Promise.all([store.claim('well', 50), store.claim('well', 50)])
    expect([...one, ...other]).toHaveLength(1)
    expect(await claimAt(later(59_000))).toEqual([])
    const again = first(await claimAt(later(60_000)))
    expect(again).toMatchObject({ attempt: 2, id: first([...one, ...other]).id })
  })

  it("keeps a lead's events in order: the second waits until the first is told or given up", async () => {
    const { actor } = await sender()
    const id = await leadOf(actor, results.unknown)
    await delivery.store.act(id, 'settle', someone)
    const unknown = first(await claimAt(now))
    expect(JSON.parse(unknown.payload).type).toBe('lead.unknown')
    expect(await claimAt(now)).toEqual([])
    await store.settle(unknown, notTold())
    expect(await claimAt(later(1_000), 'failing')).toEqual([])
    const retried = first(await claimAt(later(hour), 'failing'))
    await store.settle(retried, told)
    expect(JSON.parse(first(await claimAt(later(hour))).payload).type).toBe('lead.delivered')
  })

  it('keeps one that fails apart from those that do not, and calls it one at a time', async () => {
    const slow = await sender()
    const quick = await sender()
    for (const { actor } of [slow, quick])
      for (let count = 0; count < 3; count++) await leadOf(actor, results.delivered)
    const claimed = await claimAt(now)
    expect(claimed).toHaveLength(6)
    for (const event of claimed) await store.settle(event, event.actor === slow.actor ? notTold() : told)
    expect((await slow.of())?.failing_since).toBe(now.toISOString())
    expect(await claimAt(later(hour), 'well')).toEqual([])
    const failing = await claimAt(later(hour), 'failing')
    expect(failing.map(({ actor }) => actor)).toEqual([slow.actor])
    await store.settle(first(failing), told)
    expect((await slow.of())?.failing_since).toBeNull()
    expect(await claimAt(later(hour), 'well')).toHaveLength(2)
  })

  it('goes round the receivers: one that has much to be told takes no place of another', async () => {
    const [much, little] = [await sender(), await sender()]
    for (let count = 0; count < 6; count++) await leadOf(much.actor, results.delivered)
    await setClock(database.pool, later(1_000))
    await leadOf(little.actor, results.delivered)
    const claimed = await claimAt(later(1_000), 'well', 2)
    expect(claimed.map(({ actor }) => actor).toSorted()).toEqual([much.actor, little.actor].toSorted())
  })

  it('leaves a receiver alone for as long as it asked to be', async () => {
    const { actor } = await sender()
    await leadOf(actor, results.delivered)
    await store.settle(first(await claimAt(now)), notTold({ holdS: 600, retryMs: 600_000 }))
    await leadOf(actor, results.delivered)
    expect(await claimAt(later(599_000), 'failing')).toEqual([])
    expect(await claimAt(later(600_000), 'failing')).toHaveLength(1)
  })

  it('is switched off where three days of tries were in vain, and gives up what waits', async () => {
    const { actor, of, events } = await sender()
    await leadOf(actor, results.delivered)
    const begun = first(await claimAt(now))
    await store.settle(begun, notTold())
    await leadOf(actor, results.rejected)
    const last = first(await claimAt(later(72 * hour), 'failing'))
    expect(
      await store.settle({ ...last, step: last.step }, notTold({ retryMs: null, off: 'failed' })),
    ).toEqual({
      switchedOff: true,
    })
    expect(await of()).toMatchObject({
      state: 'off',
      off_reason: 'failed',
      off_since: later(72 * hour).toISOString(),
    })
    expect((await events()).map(({ state }) => state)).toEqual(['given_up', 'given_up'])
  })

  it('stays on where another event came through since, though this one never did', async () => {
    const { actor, of } = await sender()
    await leadOf(actor, results.delivered)
    await store.settle(first(await claimAt(now)), notTold())
    await leadOf(actor, results.delivered)
    await setClock(database.pool, later(hour - 1))
    await store.settle(first(await store.claim('failing', 50)), told)
    const last = first(await claimAt(later(hour)))
    expect(await store.settle(last, notTold({ retryMs: null, off: 'failed' }))).toEqual({
      switchedOff: false,
    })
    expect((await of())?.state).toBe('on')
  })

  it('is told again at a wish, and nothing that is late takes that back', async () => {
    const { actor, events } = await sender()
    await leadOf(actor, results.delivered)
    const late = first(await claimAt(now))
    const again = first(await claimAt(later(60_000)))
    await store.settle(late, notTold({ retryMs: null }))
    expect((await events())[0]?.state).toBe('waiting')
    await store.settle(again, told)
    const [event] = await events()
    expect(event).toMatchObject({
      state: 'told',
      attempts: [
        { number: 2, http_status: 204 },
        { number: 1, fault: 'TIMEOUT' },
      ],
    })
    await store.resend(actor, event?.id ?? '', someone)
    expect(first(await claimAt(later(60_000)))).toMatchObject({ attempt: 3, step: 1 })
    const missing = store.resend(actor, crypto.randomUUID(), someone)
    await expect(missing).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is not told for a key that was revoked', async () => {
    const { actor } = await sender()
    await database.prisma.apiKey.update({ where: { id: actor.slice(4) }, data: { revokedAt: now } })
    await leadOf(actor, results.delivered)
    expect(await claimAt(now)).toEqual([])
  })

  it('is tried at once where its receiver was set anew', async () => {
    const { actor } = await sender()
    await leadOf(actor, results.delivered)
    await store.settle(first(await claimAt(now)), notTold({ retryMs: 12 * hour }))
    await store.set(actor, { url: 'https://example.com/other', events: [...webhookEventTypes] }, 'x', someone)
    expect(first(await claimAt(now))).toMatchObject({ url: 'https://example.com/other', attempt: 2, step: 1 })
  })

  it('is set for a key that is there and works, and for no other', async () => {
    const input = { url: 'https://example.com/', events: [...webhookEventTypes] }
    const set = (id: string) => store.set(`key:${id}`, input, 'sealed', someone)
    await expect(set(crypto.randomUUID())).rejects.toMatchObject({ code: 'not_found' })
    await expect(set("x' OR true")).rejects.toMatchObject({ code: 'not_found' })
    await expect(set(await key(now))).rejects.toMatchObject({ code: 'not_allowed' })
    const id = await key()
    const [made, again] = [await set(id), await store.set(`key:${id}`, input, 'another', someone)]
    expect([made.isNew, again.isNew, again.webhook.id]).toEqual([true, false, made.webhook.id])
  })

  it('keeps nothing that a receiver wrote of a lead whose person is erased, not even what comes later', async () => {
    const { actor, events } = await sender()
    const id = await leadOf(actor, results.delivered)
    const event = first(await claimAt(now))
    await store.settle(event, notTold({ httpStatus: 500, fault: null, answer: 'Erik Andersson?' }))
    const late = first(await claimAt(later(hour), 'failing'))
    await database.prisma.$transaction((transaction) => anonymiseLeads(transaction, [id], now))
    await store.settle(late, notTold({ httpStatus: 500, fault: null, answer: 'Erik Andersson?' }))
    expect(JSON.stringify(await events())).not.toContain('Andersson')
  })

  it('goes with its webhook, and a lead that is settled meanwhile is settled', async () => {
    const { actor, of } = await sender()
    await leadOf(actor, results.delivered)
    await store.remove(actor, someone)
    expect(await of()).toBeNull()
    expect(await database.prisma.webhookEvent.count()).toBe(0)
    const id = await leadOf(actor, results.delivered)
    expect((await delivery.store.state(id))?.status).toBe('delivered')
  })

  it('signs with the same secret after its key was replaced, which is done once', async () => {
    const { actor } = await sender()
    const [old, fresh] = ['old', 'fresh'].map((id) => ({ id, key: randomBytes(32).toString('base64') }))
    if (!old || !fresh) throw new Error('no keys')
    await store.reseal(actor, 'sealed', createVault([old]).seal('whsec_A', actor))
    expect(await resealWebhooks(store, createVault([fresh, old]))).toBe(1)
    expect(await resealWebhooks(store, createVault([fresh, old]))).toBe(0)
    const [kept] = await store.sealed(10)
    expect(createVault([fresh]).open(kept?.sealed ?? '', actor)).toEqual({ ok: true, text: 'whsec_A' })
  })

  it('is listed fifty at a time, newest first, each once', async () => {
    const { actor } = await sender()
    for (let count = 0; count < 52; count++) await store.addTest(actor, someone)
    const page = await store.events(actor, null)
    const rest = await store.events(actor, page.next_cursor)
    expect([page.events.length, rest.events.length, rest.next_cursor]).toEqual([50, 2, null])
    expect(new Set([...page.events, ...rest.events].map(({ id }) => id)).size).toBe(52)
  })
})

import { describe, expect, it } from 'vitest'
import type { AttemptResult } from '@/lib/deliveries/attempt-result'
import type { Lead } from '@/lib/leads/lead'
import { nextDay, stockholmDate } from '@/lib/time/stockholm-time'
import { exampleLead } from '@/test/support/vitec/example-lead'
import { listenSandbox, rememberingStore } from '@/test/support/vitec/sandbox-server'
import { createVitecClient } from '../vitec-client'
import { inProcessVitec } from './in-process'
import { sandboxLeadSourcesPath, sandboxPassword, sandboxUsername } from './require-credentials'

const clientFor = (baseUrl: string, timeoutMs = 5_000) =>
  createVitecClient({
    baseUrl,
    username: sandboxUsername,
    password: sandboxPassword,
    leadPath: '/Advertising/Lead/{customerId}/Person',
    leadSourcesPath: sandboxLeadSourcesPath,
    reportPath: '/BusinessIntelligence/TipsAndLeads/Report',
    timeoutMs,
  })

const ways = {
  async 'over HTTP'(timeoutMs = 5_000) {
    const { baseUrl, inbox } = await listenSandbox()
    return { client: clientFor(baseUrl, timeoutMs), inbox }
  },
  async 'in this process'(timeoutMs = 5_000) {
    const { store, inbox } = rememberingStore()
    return { client: createVitecClient(inProcessVitec(store, timeoutMs)), inbox }
  },
}

describe.each(Object.entries(ways))('the stand-in, called by the client %s', (_, reach) => {
  /** Sends the example lead, changed, to a fresh stand-in. */
  async function send(change: Partial<Lead>, timeoutMs?: number) {
    const { client, inbox } = await reach(timeoutMs)
    const request = await client.prepare({ ...exampleLead, ...change }, 'Du har fått ett lead.')
    return { result: await request.send(), inbox, request }
  }

  it('takes a lead, answers its id, and shows it as an agent would see it', async () => {
    const { result, inbox, request } = await send({})
    expect(result).toMatchObject({
      outcome: 'delivered',
      vitecLeadId: expect.stringMatching(/^CMLEAD\d{12}$/),
    })
    expect(inbox).toEqual([
      {
        id: result.outcome === 'delivered' && result.vitecLeadId,
        customerId: 'ABC123',
        receivedAt: expect.any(Date),
        personLead: JSON.parse(request.body),
      },
    ])
  })

  const magic: [string, Partial<AttemptResult>, number][] = [
    ['SANDBOX-400', { outcome: 'rejected', httpStatus: 400 }, 0],
    ['SANDBOX-401', { outcome: 'misconfigured', errorKind: 'credentials' }, 0],
    ['SANDBOX-403', { outcome: 'misconfigured', errorKind: 'rights' }, 0],
    ['SANDBOX-404', { outcome: 'misconfigured', errorKind: 'path' }, 0],
    ['SANDBOX-429', { outcome: 'not_saved', errorKind: 'limited', retryAfterMs: 2_000 }, 0],
    ['SANDBOX-500', { outcome: 'not_saved', errorKind: 'server_error', retryAfterMs: null }, 0],
    ['SANDBOX-503', { outcome: 'not_saved', errorKind: 'unavailable', retryAfterMs: 2_000 }, 0],
    ['SANDBOX-SLOW', { outcome: 'delivered' }, 1],
    ['SANDBOX-LOST', { outcome: 'unknown', errorKind: 'reset', httpStatus: null }, 1],
    ['SANDBOX-NOREAD', { outcome: 'unknown', errorKind: 'reset', httpStatus: null }, 1],
    ['SANDBOX-GARBAGE', { outcome: 'unknown', errorKind: 'unreadable_answer', httpStatus: 200 }, 0],
    ['SANDBOX-REDIRECT', { outcome: 'misconfigured', errorKind: 'redirect' }, 0],
    ['SANDBOX-NEW', { outcome: 'delivered' }, 1],
  ]
  it.each(magic)(
    'gives %s its outcome, and creates the lead only where it should',
    async (id, expected, created) => {
      const { result, inbox } = await send({ vitecCustomerId: id })
      expect(result).toMatchObject(expected)
      expect(inbox).toHaveLength(created)
    },
  )

  it('never answers SANDBOX-TIMEOUT, and creates nothing', async () => {
    const { result, inbox } = await send({ vitecCustomerId: 'SANDBOX-TIMEOUT' }, 1_000)
    expect(result).toMatchObject({ outcome: 'unknown', errorKind: 'timeout' })
    expect(inbox).toEqual([])
  })

  it('refuses the lead source SANDBOX-NOSOURCE, and says which field is wrong', async () => {
    const { result, inbox } = await send({ vitecSourceId: 'SANDBOX-NOSOURCE' })
    expect(result).toMatchObject({
      outcome: 'rejected',
      word: "The request is invalid. personLead.typeId: There is no lead source with the id 'SANDBOX-NOSOURCE'.",
    })
    expect(inbox).toEqual([])
  })

  it('refuses a lead that breaks the contract before it looks at magic', async () => {
    const change = { firstName: 'x'.repeat(31), vitecCustomerId: 'SANDBOX-500' }
    expect((await send(change)).result).toMatchObject({ outcome: 'rejected', httpStatus: 400 })
  })

  it('finds a lead in its report, so that a doubt can be settled', async () => {
    const { client } = await reach()
    const request = await client.prepare({ ...exampleLead, vitecCustomerId: 'SANDBOX-LOST' }, 'x')
    await request.send()
    const today = stockholmDate(new Date())
    const list = await client.listIncomingLeads('SANDBOX-LOST', nextDay(today, -1), nextDay(today))
    expect(list).toMatchObject({
      ok: true,
      leads: [expect.objectContaining({ vitecLeadId: expect.stringMatching(/^CMLEAD/) })],
    })
  })

  it('is not called where the lease is over, because another instance may have the lead by then', async () => {
    const { client, inbox } = await reach()
    const request = await client.prepare(exampleLead, 'x')
    expect(await request.send({ holds: () => false })).toMatchObject({
      outcome: 'not_sent',
      errorKind: 'lease',
    })
    expect(inbox).toEqual([])
  })
})

describe('the stand-in over HTTP', () => {
  it('lists the lead sources of a customer', async () => {
    const { baseUrl } = await listenSandbox()
    expect(await clientFor(baseUrl).listLeadSources('ABC123')).toEqual({
      ok: true,
      leadSources: [
        { vitecId: 'LEAD456', name: 'Real AI Valuation Leads' },
        { vitecId: 'LEAD457', name: 'Real AI Kontaktformulär' },
      ],
    })
    expect(await clientFor(baseUrl).listLeadSources('SANDBOX-403')).toMatchObject({ ok: false })
  })

  it('takes nobody with other credentials', async () => {
    const { baseUrl, inbox } = await listenSandbox()
    const config = { leadPath: '/Advertising/Lead/{customerId}/Person', timeoutMs: 5_000 }
    const stranger = { ...config, baseUrl, username: 'sandbox', password: 'other' }
    const client = createVitecClient({
      ...stranger,
      leadSourcesPath: sandboxLeadSourcesPath,
      reportPath: '/BusinessIntelligence/TipsAndLeads/Report',
    })
    const result = await (await client.prepare(exampleLead, 'x')).send()
    expect(result).toMatchObject({ outcome: 'misconfigured', errorKind: 'credentials', httpStatus: 401 })
    expect(await client.listLeadSources('ABC123')).toMatchObject({ ok: false })
    expect(await client.listIncomingLeads('ABC123', '2026-01-26', '2026-01-28')).toMatchObject({
      errorKind: 'credentials',
    })
    expect(inbox).toEqual([])
  })
})

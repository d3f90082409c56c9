import { expect, test } from 'playwright/test'
import { type ClosedService, type Key, startClosedService } from '../actions/closed-server'
import { leadBody } from '../actions/leads'

test.describe('systems with keys', () => {
  test.describe.configure({ mode: 'serial' })
  test.setTimeout(240_000)

  let server: ClosedService
  const keys: Record<string, Key> = {}
  const secretOf = (name: string) => keys[name]?.secret ?? ''

  test.beforeAll(async () => {
    test.setTimeout(240_000)
    server = await startClosedService({ TRUSTED_PROXIES: '127.0.0.1', ADDRESS_MAX_PER_MINUTE: '60' })
    keys.widget = await server.makeKey({ customers: ['ABC123'] })
    keys.portal = await server.makeKey({ customers: ['ABC123', 'M30011'] })
    keys.all = await server.makeKey({ customers: null })
    keys.slow = await server.makeKey({ customers: null, perMinute: 3 })
    keys.revoked = await server.makeKey({ customers: null })
    await server.order(`/api/staff/api-keys/${keys.revoked.id}/revoke`, {})
  })
  test.afterAll(async () => {
    expect(await server.stop()).toBe(true)
  })

  /** An address of its own for each test, as a proxy tells it, so that their limits have nothing to do with each other. */
  const from = (address: string) => ({ 'X-Forwarded-For': address })

  test('are let in by either header; without a key that works nobody is', async ({ playwright }) => {
    const caller = await playwright.request.newContext({ baseURL: server.address })
    const status = async (headers: Record<string, string>) =>
      (await caller.get('/api/lead-sources', { headers: { ...from('192.0.2.1'), ...headers } })).status()
    expect(await status({ 'X-API-Key': secretOf('widget') })).toBe(200)
    expect(await status({ Authorization: `Bearer ${secretOf('widget')}` })).toBe(200)
    expect(await status({})).toBe(401)
    expect(await status({ 'X-API-Key': secretOf('revoked') })).toBe(401)
    expect(await status({ 'X-API-Key': secretOf('widget').replace(/.$/, 'x') })).toBe(401)
    const refused = await caller.post('/lead', { data: leadBody(), headers: from('192.0.2.1') })
    expect(await refused.json()).toMatchObject({ status: 'ERROR', code: 'unauthenticated' })
    expect(refused.headers()['www-authenticate']).toBe('Bearer realm="Lead API"')
    const wordOn = async (secret: string) => {
      const headers = { ...from('192.0.2.1'), 'X-API-Key': secret }
      return (await (await caller.get('/api/lead-sources', { headers })).json()).message
    }
    expect(await wordOn(secretOf('revoked'))).toBe('This API key was revoked. Ask for another one.')
    expect(await wordOn('leadapi_x')).toBe('This API key is not known here: see that all of it was copied.')
    await caller.dispose()
  })

  test('are counted before anything they sent is read, also where they would sign in', async () => {
    const send = (address: string, body: string) =>
      fetch(`${server.address}/api/auth/sign-in`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...from(address) },
        body,
      })
    const statuses = new Set<number>()
    // The quota comes back meanwhile, so that it takes some more than there are in it.
    for (let sent = 0; sent < 200 && !statuses.has(429); sent++)
      statuses.add((await send('192.0.2.20', sent % 2 === 0 ? '{}' : 'not JSON')).status)
    expect([...statuses].toSorted()).toEqual([400, 422, 429])
    expect((await send('192.0.2.21', '{}')).status).toBe(422)
  })

  test('see their own leads and those of no other', async () => {
    const widget = await server.callerWith(secretOf('widget'))
    const all = await server.callerWith(secretOf('all'))
    const headers = from('192.0.2.2')
    const sent = await (await widget.post('/api/lead', { data: leadBody(), headers })).json()
    expect(sent.status).toBe('OK')
    expect((await widget.get(`/api/lead/${sent.id}`, { headers })).status()).toBe(200)
    const other = await all.get(`/api/lead/${sent.id}`, { headers })
    const missing = await all.get(`/api/lead/${crypto.randomUUID()}`, { headers })
    expect(other.status()).toBe(404)
    expect((await other.json()).message).toBe((await missing.json()).message)
  })

  test('use their customers and no others, and store nothing for one they may not use', async () => {
    const widget = await server.callerWith(secretOf('widget'))
    const headers = from('192.0.2.3')
    const data = leadBody({ customer: { customer_id: 'M30011' } })
    const refused = await widget.post('/api/lead', { data, headers })
    expect(refused.status()).toBe(403)
    expect(await refused.json()).toMatchObject({ status: 'ERROR', code: 'forbidden' })
    expect(await refused.json()).not.toHaveProperty('id')
    expect((await widget.get('/api/lead-sources?customer_id=M30011', { headers })).status()).toBe(403)
    expect((await widget.get('/api/lead-sources?customer_id=NOBODY', { headers })).status()).toBe(403)
  })

  test('need not name a customer where they have one, or may use the default', async () => {
    const headers = from('192.0.2.4')
    for (const name of ['widget', 'portal', 'all']) {
      const caller = await server.callerWith(secretOf(name))
      const sources = await (await caller.get('/api/lead-sources', { headers })).json()
      expect(sources, name).toEqual([{ id: 'LEAD456', name: 'Real AI Valuation Leads' }])
    }
  })

  test('have idempotency keys of their own', async () => {
    const headers = { ...from('192.0.2.5'), 'Idempotency-Key': 'order-1' }
    const send = async (name: string) => {
      const caller = await server.callerWith(secretOf(name))
      return (await (await caller.post('/api/lead', { data: leadBody(), headers })).json()).id
    }
    const [first, again, other] = [await send('widget'), await send('widget'), await send('all')]
    expect(again).toBe(first)
    expect(other).not.toBe(first)
  })

  test('reach nothing that staff see', async () => {
    const all = await server.callerWith(secretOf('all'))
    for (const path of ['/api/staff/api-keys', '/api/staff/customers', '/sandbox/inbox.json'])
      expect((await all.get(path)).status(), path).toBe(403)
  })

  test('are told how much of their limit is left, and when to come back once it is spent', async () => {
    const slow = await server.callerWith(secretOf('slow'))
    const ask = (address: string) => slow.get('/api/lead-sources', { headers: from(address) })
    const first = await ask('192.0.2.6')
    expect(first.headers()['ratelimit-policy']).toBe('"address";q=60;w=60, "polls";q=3;w=60')
    expect(first.headers().ratelimit).toMatch(/^"address";r=59;t=\d+, "polls";r=2;t=\d+$/)
    await ask('192.0.2.6')
    await ask('192.0.2.6')
    const refused = await ask('192.0.2.7')
    expect(refused.status()).toBe(429)
    expect(Number(refused.headers()['retry-after'])).toBeGreaterThan(0)
    expect(refused.headers().ratelimit).toContain('"polls";r=0')
    expect(await refused.json()).toMatchObject({ status: 'ERROR', code: 'rate_limited' })
    const all = await server.callerWith(secretOf('all'))
    expect((await all.get('/api/lead-sources', { headers: from('192.0.2.6') })).status()).toBe(200)
  })

  test('are limited by address too, which holds back who guesses keys', async () => {
    const guesser = await server.callerWith(`leadapi_${'0'.repeat(64)}`)
    const guesses = Array.from({ length: 75 }, () =>
      guesser.get('/api/lead-sources', { headers: from('192.0.2.8') }),
    )
    const answers = (await Promise.all(guesses)).map((answer) => answer.status())
    expect(new Set(answers)).toEqual(new Set([401, 429]))
    const elsewhere = await guesser.get('/api/lead-sources', { headers: from('192.0.2.9') })
    expect(elsewhere.status()).toBe(401)
  })
})

test('nobody is counted in the open sandbox', async ({ request }) => {
  const answer = await request.get('/api/lead-sources')
  expect(answer.status()).toBe(200)
  expect(answer.headers()).not.toHaveProperty('ratelimit')
})

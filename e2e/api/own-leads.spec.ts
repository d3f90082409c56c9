import { expect, test } from 'playwright/test'
import { bearer, type ClosedService, type Credentials, startClosedService } from '../actions/closed-server'
import { leadBody, uniqueName } from '../actions/leads'

type Listed = { id: string; reference: string | null; state: string }
type Page = { leads: Listed[]; next_cursor: string | null; has_more: boolean }

test.describe('a system that asks after what it has sent', () => {
  test.describe.configure({ mode: 'serial' })
  test.setTimeout(240_000)

  let service: ClosedService
  let partner: Credentials
  test.beforeAll(async () => {
    test.setTimeout(240_000)
    service = await startClosedService({ ADDRESS_MAX_PER_MINUTE: '100000' })
    partner = bearer((await service.makeKey({ customers: null })).secret)
  })
  test.afterAll(async () => {
    expect(await service.stop()).toBe(true)
  })

  const send = (reference: string, customerId = 'ABC123', headers = partner) =>
    fetch(`${service.address}/api/lead`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify({ ...leadBody({ customer: { customer_id: customerId } }), reference }),
    })
  const ask = (path: string, headers: Credentials = partner) =>
    fetch(`${service.address}/api/${path}`, { headers })
  const list = async (query: string, headers = partner): Promise<Page> =>
    (await ask(`leads?${query}`, headers)).json()

  test('finds an answer that was lost, and its night’s reconciliation is one loop @smoke', async () => {
    const since = new Date(Date.now() - 60_000).toISOString()
    // What our own books say, as far as we were answered.
    const books = new Map<string, string>()
    for (const [number, customerId] of ['ABC123', 'SANDBOX-400', 'SANDBOX-LOST', 'SANDBOX-503'].entries()) {
      const answer = await (await send(`ORDER-${number}`, customerId)).json()
      expect(answer).toMatchObject({ reference: `ORDER-${number}`, state: expect.any(String) })
      books.set(`ORDER-${number}`, answer.state)
    }
    expect([...books.values()]).toEqual(['delivered', 'rejected', 'unknown', 'pending'])
    await (await send('ORDER-lost')).body?.cancel()

    const [found] = (await list('reference=ORDER-lost')).leads
    expect(found).toMatchObject({ reference: 'ORDER-lost', state: 'delivered' })
    expect((await list('reference=ORDER-never')).leads).toEqual([])

    // Another system sends what is called the same, and leads come in while the pages are read.
    const other = bearer((await service.makeKey({ customers: null })).secret)
    await (await send('ORDER-0', 'ABC123', other)).text()
    const there: Listed[] = []
    let cursor: string | null = ''
    do {
      const page: Page = await list(`since=${since}&limit=2&cursor=${cursor}`)
      there.push(...page.leads)
      expect(page.has_more).toBe(page.next_cursor !== null)
      cursor = page.next_cursor
      await (await send('ORDER-later')).text()
    } while (cursor !== null)
    const told = there.map(({ reference, state }) => [reference, state])
    expect(told).toEqual([['ORDER-lost', 'delivered'], ...[...books].toReversed()])
    const undecided = await list(`since=${since}&status=unknown,pending`)
    expect(undecided.leads.map(({ reference }) => reference)).toEqual(['ORDER-3', 'ORDER-2'])
    expect(await list(`since=${since}`, other)).toMatchObject({ leads: [{ reference: 'ORDER-0' }] })
  })

  test('is told how soon to ask again, and of what is as it was only that', async () => {
    const waits = await send('ORDER-waits', 'SANDBOX-503')
    expect(waits.status).toBe(202)
    expect(Number(waits.headers.get('retry-after'))).toBeGreaterThanOrEqual(5)
    const { id } = await waits.json()
    const first = await ask(`lead/${id}`)
    const tag = first.headers.get('etag') ?? ''
    expect(Number(first.headers.get('retry-after'))).toBeGreaterThanOrEqual(5)
    const told = await first.json()
    expect(told).toMatchObject({ id, reference: 'ORDER-waits', state: 'pending', customer_id: 'SANDBOX-503' })
    const again = await ask(`lead/${id}`, { ...partner, 'If-None-Match': tag })
    // Unless it was tried again in between.
    const now = await (await ask(`lead/${id}`)).json()
    if (JSON.stringify(now) === JSON.stringify(told))
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag])

    await service.order(`/api/staff/leads/${id}/cancel`, {})
    const after = await ask(`lead/${id}`, { ...partner, 'If-None-Match': tag })
    expect(await after.json()).toMatchObject({ state: 'cancelled' })
    expect(after.headers.get('retry-after')).toBeNull()
    const listed = (await list('reference=ORDER-waits')).leads[0]
    const { lead_message: _, ...alone } = await (await ask(`lead/${id}`)).json()
    expect(listed).toEqual(alone)
  })

  test('is told what is wrong with a question, all at once, rather than everything', async () => {
    const refused = await ask('leads?state=pending&limit=1000&cursor=x')
    const { code, errors } = await refused.json()
    expect([refused.status, code]).toEqual([422, 'invalid_fields'])
    expect(errors.map((error: { field: string; code: string }) => [error.field, error.code])).toEqual([
      ['state', 'unknown_parameter'],
      ['cursor', 'invalid_cursor'],
      ['limit', 'too_large'],
    ])
    expect((await ask('leads', {})).status).toBe(401)
    expect((await ask('me', service.administrator)).status).toBe(403)
    const reading = await service.invite('viewer')
    expect((await ask('leads', reading)).status).toBe(403)
  })

  test('knows how its key stands, and that asking never stops it from sending', async () => {
    const key = await service.makeKey({ customers: ['ABC123'], perMinute: 3 })
    const slow = bearer(key.secret)
    const me = await (await ask('me', slow)).json()
    expect(me).toMatchObject({
      mode: 'live',
      customers: ['ABC123'],
      limits: { sends: { per_minute: 3, remaining: 3 }, polls: { per_minute: 3, remaining: 2 } },
      ...{ expires_at: null, secret_works_until: null },
    })
    let last = await ask('me', slow)
    for (let asked = 0; asked < 10 && last.status !== 429; asked++) last = await ask('leads', slow)
    expect(last.status).toBe(429)
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await send('ORDER-all-the-same', 'ABC123', slow)).status).toBe(200)
    const { secret } = await service.order(`/api/staff/api-keys/${key.id}/rotate`, { overlapHours: 1 })
    expect(secret).not.toBe(key.secret)
  })
})

test('what a system calls its lead is on its record, in its events, and found in the log', async ({
  page,
  request,
}) => {
  const reference = `Ordern ${uniqueName()}/b`
  const data = { ...leadBody({ customer: { customer_id: 'SANDBOX-400' } }), reference }
  const { id } = await (await request.post('/api/lead', { data })).json()
  await page.goto('/leads')
  await page.getByRole('searchbox', { name: 'Sök leads' }).fill(reference)
  await expect(page.getByRole('row')).toHaveCount(2)
  await page.goto(`/leads/${id}`)
  await expect(page.getByRole('region', { name: 'Lead', exact: true })).toContainText(`Referens${reference}`)
  await expect(page.getByText(`, referens ${reference}`)).toBeVisible()
})

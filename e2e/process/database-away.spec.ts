import { expect, test } from 'playwright/test'
import { leadBody, receivedByVitec, uniqueName } from '../actions/leads'
import { startSlowVitec, withOwnPostgres } from '../actions/surroundings'

test('while the database is away leads are turned away and nothing is sent; it recovers without a restart', {
  tag: '@all',
}, async ({ playwright }) => {
  await withOwnPostgres(playwright, {}, async ({ postgres, request }) => {
    const lastName = uniqueName()
    const call = {
      data: leadBody({ person: { last_name: lastName } }),
      headers: { 'Idempotency-Key': crypto.randomUUID() },
    }
    await postgres.crash()
    const refused = await request.post('/api/lead', call)
    expect({ http: refused.status(), ...(await refused.json()) }).toMatchObject({
      http: 503,
      status: 'ERROR',
      code: 'unavailable',
    })
    expect(Number(refused.headers()['retry-after'])).toBeGreaterThan(0)
    expect((await request.get('/api/health/ready')).status()).toBe(503)
    expect((await request.get('/api/health/live')).status()).toBe(200)

    await postgres.resume()
    await expect.poll(async () => (await request.get('/api/health/ready')).status()).toBe(200)
    expect(await receivedByVitec(request, lastName)).toEqual([])
    expect((await request.post('/api/lead', call)).status()).toBe(200)
    expect(await receivedByVitec(request, lastName)).toHaveLength(1)
  })
})

test('what Vitec answered while the database was away is recorded when it is back, and is no doubt', {
  tag: '@all',
}, async ({ playwright }) => {
  const vitec = await startSlowVitec()
  const settings = { VITEC_BASE_URL: vitec.address, VITEC_TIMEOUT_S: '30' }
  await withOwnPostgres(playwright, settings, async ({ postgres, request }) => {
    const headers = { Prefer: 'respond-async' }
    const { id } = await (await request.post('/api/lead', { data: leadBody(), headers })).json()
    await vitec.asked
    await postgres.crash()
    vitec.answer()
    await postgres.resume()
    const lead = async () => (await request.get(`/api/lead/${id}`)).json()
    await expect
      .poll(lead, { timeout: 30_000 })
      .toMatchObject({ status: 'delivered', vitec_lead_id: 'CMLEAD1' })
  }).finally(vitec.stop)
})

import { expect, test } from 'playwright/test'

for (const path of ['/lead-sources', '/api/lead-sources', '/api/lead-sources?customer_id=ABC123']) {
  test(`${path} lists the source document's lead source @smoke`, async ({ request }) => {
    const answer = await request.get(path)
    expect(answer.status()).toBe(200)
    expect(await answer.json()).toContainEqual({ id: 'LEAD456', name: 'Real AI Valuation Leads' })
  })
}

for (const customer of ['NOBODY', '%00', 'å', 'x'.repeat(1000)]) {
  test(`a customer that is not there, ${customer.slice(0, 10)}, has no lead sources`, async ({ request }) => {
    const answer = await request.get(`/api/lead-sources?customer_id=${customer}`)
    expect({ http: answer.status(), body: await answer.json() }).toEqual({ http: 200, body: [] })
  })
}

test('the two health probes and the OpenAPI document answer', async ({ request }) => {
  for (const path of ['/api/health/live', '/api/health/ready']) {
    expect(await (await request.get(path)).json()).toMatchObject({ status: 'OK' })
  }
  const document = await (await request.get('/api/openapi.json')).json()
  expect(Object.keys(document.paths)).toContain('/api/lead')
})

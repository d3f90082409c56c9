import { type APIResponse, expect, test } from 'playwright/test'
import { leadBody, receivedByVitec, uniqueName } from '../actions/leads'

const headers = () => ({ 'Idempotency-Key': crypto.randomUUID() })

test('a request repeated with its key gets its first answer, and Vitec one lead @smoke', async ({
  request,
}) => {
  const lastName = uniqueName()
  const call = { data: leadBody({ person: { last_name: lastName } }), headers: headers() }
  const first = await request.post('/api/lead', call)
  const again = await request.post('/api/lead', call)
  expect(first.headers()).not.toHaveProperty('idempotent-replayed')
  expect(again.headers()).toMatchObject({ 'idempotent-replayed': 'true', location: first.headers().location })
  expect({ http: again.status(), body: await again.text() }).toEqual({
    http: first.status(),
    body: await first.text(),
  })
  expect(await receivedByVitec(request, lastName)).toHaveLength(1)
})

for (const customer_id of ['SANDBOX-400', 'SANDBOX-LOST', 'SANDBOX-503']) {
  test(`the first answer of a lead to ${customer_id} is kept too, since it is stored`, async ({
    request,
  }) => {
    const call = { data: leadBody({ customer: { customer_id } }), headers: headers() }
    const first = await request.post('/api/lead', call)
    const again = await request.post('/api/lead', call)
    expect({ http: again.status(), body: await again.text() }).toEqual({
      http: first.status(),
      body: await first.text(),
    })
  })
}

test('two hundred requests at once with one key make one lead and one delivery @smoke', async ({
  request,
}) => {
  const lastName = uniqueName()
  const call = { data: leadBody({ person: { last_name: lastName } }), headers: headers() }
  const answers = await Promise.all(Array.from({ length: 200 }, () => request.post('/api/lead', call)))
  const refused = answers.filter((answer) => answer.status() === 409)
  expect(refused.filter((answer) => answer.headers()['retry-after'] !== '2')).toEqual([])
  // On a machine that two hundred requests keep busy, some may have to be answered before it is known whether the lead is
  // stored, and the first before Vitec has answered. A caller that got a 503 asks again.
  const isWaiting = (answer: APIResponse) => answer.status() === 409 || answer.status() === 503
  const askAgain = async () => {
    const answer = await request.post('/api/lead', call)
    answers.push(answer)
    return isWaiting(answer)
  }
  await expect.poll(askAgain, { timeout: 30_000 }).toBe(false)
  const taken = answers.filter((answer) => !isWaiting(answer))
  expect(taken.filter((answer) => ![200, 202].includes(answer.status()))).toEqual([])
  const ids = new Set(await Promise.all(taken.map(async (answer) => (await answer.json()).id)))
  const [id] = ids
  expect(ids.size).toBe(1)
  const lead = async () => (await request.get(`/api/lead/${id}`)).json()
  await expect.poll(lead, { timeout: 30_000 }).toMatchObject({ status: 'delivered', attempts: 1 })
  expect(await receivedByVitec(request, lastName)).toHaveLength(1)
})

test('a key used with another body is refused, and the order of the keys in a body is no difference', async ({
  request,
}) => {
  const { customer, person, property } = leadBody()
  const key = headers()
  const first = await request.post('/api/lead', { data: { customer, person, property }, headers: key })
  const turned = await request.post('/api/lead', { data: { property, person, customer }, headers: key })
  expect(await turned.text()).toBe(await first.text())
  const other = await request.post('/api/lead', { data: { ...leadBody(), more: 1 }, headers: key })
  expect({ http: other.status(), ...(await other.json()) }).toMatchObject({
    http: 422,
    status: 'ERROR',
    code: 'key_reused',
  })
})

test('an answer without a lead leaves the key free, so that the mended request is taken', async ({
  request,
}) => {
  const key = headers()
  const wrong = await request.post('/api/lead', { data: leadBody({ person: { phone: '1' } }), headers: key })
  expect(wrong.status()).toBe(422)
  expect((await request.post('/api/lead', { data: leadBody(), headers: key })).status()).toBe(200)
})

test('a key that is none is refused, because the caller relies on it', async ({ request }) => {
  const answer = await request.post('/api/lead', { data: leadBody(), headers: { 'Idempotency-Key': 'a b' } })
  expect({ http: answer.status(), ...(await answer.json()) }).toMatchObject({ http: 422, status: 'ERROR' })
})

import { gzipSync } from 'node:zlib'
import { expect, test } from 'playwright/test'
import { leadBody, receivedByVitec, uniqueName, uniquePerson } from '../actions/leads'

test('a lead is delivered once, and its record says so @smoke', async ({ request }) => {
  const lastName = uniqueName()
  const answer = await request.post('/api/lead', { data: leadBody({ person: { last_name: lastName } }) })
  expect(answer.status()).toBe(200)
  const { id, status, message, request_id } = await answer.json()
  const [received, ...more] = await receivedByVitec(request, lastName)
  expect(more).toEqual([])
  expect({ status, message }).toEqual({ status: 'OK', message: received?.id })
  expect(answer.headers()).toMatchObject({ location: `/api/lead/${id}`, 'x-request-id': request_id })

  const record = await (await request.get(`/api/lead/${id}`)).json()
  expect(record).toMatchObject({ id, status: 'delivered', vitec_lead_id: received?.id, attempts: 1 })
  expect(record.lead_message).toBe(received?.personLead.message)
  expect(received).toMatchObject({
    customerId: 'ABC123',
    personLead: {
      firstName: 'Erik',
      typeId: 'LEAD456',
      telephone: { cell: '+46701234567' },
      email: { emailAddress: 'erik.andersson@example.com' },
      address: { streetAddress: 'Storgatan 12', zipCode: '11422', city: 'Stockholm' },
    },
  })
})

test('a lead with a valuation date has the message of the source document, byte for byte', async ({
  request,
}) => {
  const property = { valuation_date: new Date(Date.now() - 86_400_000 * 2).toISOString().slice(0, 10) }
  const lastName = uniqueName()
  await request.post('/lead', { data: leadBody({ person: { last_name: lastName }, property }) })
  const [received] = await receivedByVitec(request, lastName)
  expect(received?.personLead.message).toBe(
    `Du har fått ett lead från Real AI. Erik ${lastName} fick en värdering på 5 500 000 kr den ${property.valuation_date} av en villa med 150.0 m² boarea. Biarean är 40.0 m² och tomtarean 800.0 m². Byggåret är 1992.`,
  )
})

test('a lead source that does not exist is refused in Vitec’s words', async ({ request }) => {
  const data = leadBody({ customer: { lead_id: 'SANDBOX-NOSOURCE' } })
  const answer = await request.post('/api/lead', { data })
  expect(answer.status()).toBe(422)
  expect(await answer.json()).toMatchObject({
    status: 'REJECTED',
    message: expect.stringContaining('typeId'),
  })
})

test('a caller that will not wait is answered as soon as the lead is stored', async ({ request }) => {
  const lastName = uniqueName()
  const data = leadBody({ person: { last_name: lastName } })
  const answer = await request.post('/api/lead', { data, headers: { Prefer: 'respond-async' } })
  expect({ http: answer.status(), ...(await answer.json()) }).toMatchObject({ http: 202, status: 'QUEUED' })
  // It is sent meanwhile: there is news soon, and nobody has to do anything first.
  expect(answer.headers()['retry-after']).toBe('5')
  await expect.poll(() => receivedByVitec(request, lastName)).toHaveLength(1)
})

test('a lead that waits is tried again until Vitec takes it, each try a row', { tag: '@all' }, async ({
  request,
}) => {
  const data = leadBody({ customer: { customer_id: 'SANDBOX-503' } })
  const { id } = await (await request.post('/api/lead', { data })).json()
  const record = async () => (await request.get(`/api/lead/${id}`)).json()
  expect((await record()).next_attempt_at).not.toBeNull()
  await expect.poll(async () => (await record()).attempts, { timeout: 20_000 }).toBeGreaterThan(1)
})

test('a caller whose library offers HTTP/2 on the way is answered as any other', async ({ request }) => {
  const headers = {
    Connection: 'Upgrade, HTTP2-Settings',
    Upgrade: 'h2c',
    'HTTP2-Settings': 'AAEAAEAAAAIAAAAB',
  }
  const answer = await request.post('/api/lead', { data: leadBody(), headers, timeout: 30_000 })
  expect(answer.status()).toBe(200)
})

test('an unknown field is kept and warned about', async ({ request }) => {
  const answer = await request.post('/api/lead', {
    data: leadBody({ person: { ...uniquePerson(), middle_name: 'Test' } }),
  })
  expect((await answer.json()).warnings).toEqual([expect.stringContaining('person.middle_name')])
})

test('a packed lead is read as a plain one, and so is one whose media type says more than it must', async ({
  request,
}) => {
  const lastName = uniqueName()
  const data = gzipSync(JSON.stringify(leadBody({ person: { last_name: `\u200b${lastName}\u00ad` } })))
  const headers = {
    'Content-Type': 'application/json; odata=verbose; charset=utf8',
    'Content-Encoding': 'gzip',
  }
  const answer = await request.post('/api/lead', { data, headers })
  expect(answer.status()).toBe(200)
  const [received] = await receivedByVitec(request, lastName)
  expect(received?.personLead.message).toContain(`Erik ${lastName} fick`)
})

test('a phone number that no plan has is sent, with a warning that has a code', async ({ request }) => {
  const data = leadBody({ person: { ...uniquePerson(), phone: '074-123 45 67' } })
  const body = await (await request.post('/api/lead', { data })).json()
  expect(body.status).toBe('OK')
  expect(body.warnings).toEqual([expect.stringContaining('person.phone')])
  expect(body.warning_details).toMatchObject([{ field: 'person.phone', code: 'doubtful_phone' }])
})

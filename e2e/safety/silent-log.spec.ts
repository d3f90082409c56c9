import { randomBytes } from 'node:crypto'
import { expect, test } from 'playwright/test'
import { startServer } from '@/test/e2e/start-server.mjs'
import { startPostgres } from '@/test/support/postgres.mjs'
import { startClosedServer } from '../actions/closed-server'
import { resumeCustomer } from '../actions/customers'
import { leadBody } from '../actions/leads'

const magic = ['400', '401', '404', '500', '503', '429', 'LOST', 'GARBAGE', 'REDIRECT', 'TIMEOUT']
const customers = ['ABC123', 'M30011', 'NOT-LISTED', ...magic.map((fault) => `SANDBOX-${fault}`)]

/** A person of whom every word is no one else's, so that one in a log can be of no one else. */
function madeUpPerson(number: number) {
  const own = () => randomBytes(4).toString('hex')
  return {
    first_name: `Förnamn${own()}`,
    last_name: `Åkesson${own()}`,
    email: `person.${own()}@example.com`,
    phone: `+46701${String(740_000 + number * 7)}`,
    address: `Hemgatan${own()} ${number}`,
    city: `Ort${own()}`,
  }
}

/** A text as it may stand in a log: as it is, in small letters, in an address, in base64, as JSON escapes it. */
const shapes = (text: string) => [
  text,
  encodeURIComponent(text),
  Buffer.from(text).toString('base64').replace(/=+$/, ''),
  JSON.stringify(text).slice(1, -1),
]

test('nothing of a person and no secret is in what the server prints, whatever goes wrong', {
  tag: '@all',
}, async ({ playwright }) => {
  test.setTimeout(240_000)
  const postgres = await startPostgres({ isDurable: true })
  const secrets = {
    vaultKey: randomBytes(32).toString('base64'),
    username: `user${randomBytes(6).toString('hex')}`,
    password: `word${randomBytes(6).toString('hex')}`,
    apiKey: `key${randomBytes(12).toString('hex')}`,
  }
  const server = await startServer({
    databaseUrl: postgres?.url ?? '',
    settings: { LOG_LEVEL: 'debug', VITEC_TIMEOUT_S: '2', SECRETS_KEYS: `2026-1:${secrets.vaultKey}` },
  })
  const request = await playwright.request.newContext({
    baseURL: server.address,
    extraHTTPHeaders: { 'X-API-Key': secrets.apiKey, Cookie: `session=${secrets.apiKey}` },
  })
  const people = customers.flatMap((customer_id, number) => {
    const person = madeUpPerson(number)
    return { person, body: leadBody({ customer: { customer_id }, person }) }
  })
  const sendAll = () =>
    Promise.all(
      people.map(({ body }) =>
        request.post('/api/lead', { data: body, headers: { Prefer: 'respond-async' } }),
      ),
    )

  const account = { username: secrets.username, password: secrets.password }
  const added = await request.post('/api/staff/customers', { data: { vitecId: 'OWN1', name: 'OWN1' } })
  const { id } = await added.json()
  expect((await request.post(`/api/staff/customers/${id}/vitec-account`, { data: account })).status()).toBe(
    200,
  )
  const own = madeUpPerson(99)
  await request.post('/api/lead', { data: leadBody({ customer: { customer_id: 'OWN1' }, person: own }) })
  await sendAll()
  for (const customer of ['SANDBOX-401', 'OWN1']) await resumeCustomer(request, customer)

  for (const { person, body } of people) {
    const wrong = {
      ...body,
      person: { ...person, email: `${person.email} `.repeat(3), phone: person.first_name },
    }
    const key = { 'Idempotency-Key': person.email }
    const text = JSON.stringify(body)
    await Promise.all([
      request.post('/api/lead', { data: wrong }),
      request.post('/api/lead', { data: body, headers: key }),
      request.post('/api/lead', { data: `${text}}`, headers: { 'Content-Type': 'application/json' } }),
      request.post('/api/lead', { data: text, headers: { 'Content-Type': 'text/plain' } }),
      request.post(`/api/lead?email=${person.email}&name=${encodeURIComponent(person.last_name)}`, {
        data: body,
      }),
      request.get(`/api/lead/${encodeURIComponent(person.email)}`),
      request.get(`/leads/${encodeURIComponent(person.last_name)}`),
      request.get(`/leads?q=${encodeURIComponent(person.last_name)}`),
      request.get(`/${encodeURIComponent(person.last_name)}/${encodeURIComponent(person.email)}`),
      request.get(`/_next/static/${encodeURIComponent(person.last_name)}.js`),
      request.fetch(`/settings/${encodeURIComponent(person.city)}`, { method: 'DELETE' }),
      request.get(`/api/lead/${encodeURIComponent(person.address)}`.padEnd(3_000, 'x')),
      request.get('/', { headers: { Host: `${person.phone.slice(1)}.example.com` } }),
      request.post('/api/lead', {
        data: leadBody({ customer: { customer_id: person.phone.slice(1) }, person }),
        headers: { Prefer: 'respond-async' },
      }),
      request.post('/api/staff/leads/search', { data: { search: person.email } }),
      request.post('/api/staff/leads/search', { data: { search: { of: person.phone } } }),
      request.post('/api/staff/leads/search', { data: { cursor: person.address } }),
      request.post(`/api/staff/customers/${id}/vitec-account`, {
        data: { username: [secrets.username], ...person },
      }),
    ])
  }
  if (postgres) {
    await postgres.crash()
    await sendAll()
    await request.get(`/leads?q=${people[0]?.person.city}`)
    await postgres.resume()
    await expect.poll(async () => (await request.get('/api/health/ready')).status()).toBe(200)
  }
  await request.dispose()
  const stopped = await server.stop()
  await postgres?.stop()
  const said = server.said()
  expect(stopped).toBe(true)
  if (postgres) expect(said, 'the log tells that something failed').toMatch(/a request failed|a job failed/)
  // All kinds of lines have been there: what is not told cannot be told to be silent.
  for (const line of [
    'a request"',
    'a file"',
    'an attempt ended"',
    'a customer is paused"',
    'is resumed by a person"',
  ])
    expect(said).toContain(line)

  const small = said.toLowerCase()
  const words = [own, ...people.map(({ person }) => person)].flatMap((person) => Object.values(person))
  const found = [...words, ...words.map((word) => word.slice(2)), ...Object.values(secrets)].filter((word) =>
    shapes(word).some((shape) => small.includes(shape.toLowerCase())),
  )
  expect(found).toEqual([])
})

test('nothing that lets somebody in is in what the server prints, the first link neither', {
  tag: '@all',
}, async ({ playwright }) => {
  test.setTimeout(240_000)
  const secret = randomBytes(24).toString('hex')
  const server = await startClosedServer({ LOG_LEVEL: 'debug', AUTH_SECRET: secret })
  const request = await playwright.request.newContext({ baseURL: server.address })
  const own = () => randomBytes(8).toString('hex')
  const [email, name, password, next, wrong] = [`${own()}@example.com`, own(), own(), own(), own()]
  const token = server.setUpLink().split('#')[1] ?? ''
  const accepted = await request.post('/api/auth/invitation/accept', {
    data: { token, name, email, password },
  })
  expect(accepted.status()).toBe(200)
  const invitation = { email: `${own()}@example.com`, role: 'viewer' }
  const change = { current: password, next }
  await request.post('/api/auth/sign-in', { data: { email, password: wrong } })
  await request.post('/api/auth/sign-in', { data: { email, password: [wrong] } })
  const invited = await (await request.post('/api/staff/invitations', { data: invitation })).text()
  const factor = await (await request.post('/api/staff/account/second-factor', { data: { password } })).text()
  const changed = await request.post('/api/staff/account/password', { data: change })
  expect(changed.status()).toBe(200)
  const key = { name: own(), customers: null, expiresInDays: null, perMinute: 60 }
  const made = await (await request.post('/api/staff/api-keys', { data: key })).text()
  expect({ invited, factor, made }).toEqual({
    invited: expect.stringContaining('/invitation#'),
    factor: expect.stringContaining('otpauth:'),
    made: expect.stringContaining('secret'),
  })
  const { cookies } = await request.storageState()
  await request.post('/api/lead', { data: leadBody(), headers: { Authorization: `Bearer ${wrong}` } })
  await request.dispose()
  expect(await server.stop()).toBe(true)

  // Whatever is long and without a meaning in the answers: tokens, keys, codes.
  const told = [invited, factor, made].join(' ').match(/[\w-]{20,}/g) ?? []
  expect(cookies.length).toBeGreaterThan(0)
  expect(told.length).toBeGreaterThan(0)
  const secrets = [secret, token, email, name, password, next, wrong, invitation.email, ...told]
  const held = [...secrets, ...cookies.map((cookie) => decodeURIComponent(cookie.value))]
  const said = server.said()
  expect(held.filter((word) => shapes(word).some((shape) => said.includes(shape)))).toEqual([])
})

import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isLoopback } from '@/lib/environments/environment'
import { errorAnswerSchema } from '@/lib/leads/lead-answer'
import { version } from '@/lib/version'
import { createGate } from './gate'

let gate = createGate(isLoopback)
beforeEach(() => {
  gate = createGate(isLoopback)
})
afterEach(() => gate.close())

async function open(
  headers: Record<string, string>,
  path = '/',
  agent: Agent | false = false,
  method = 'GET',
) {
  if (!gate.server.listening) await once(gate.server.listen(0, '127.0.0.1'), 'listening')
  // A listening TCP server has an address of this shape.
  const { port } = gate.server.address() as AddressInfo
  return request({ host: '127.0.0.1', port, path, headers, agent, method }).end()
}

async function get(headers: Record<string, string>, path?: string, agent?: Agent, method?: string) {
  const answer: IncomingMessage = (await once(await open(headers, path, agent, method), 'response'))[0]
  return { statusCode: answer.statusCode, headers: answer.headers, body: await text(answer) }
}

/** The status and the code of a refusal, which is in the shape that the API's document has. */
async function refusal(...asked: Parameters<typeof get>) {
  const { statusCode, body } = await get(...asked)
  return { statusCode, code: errorAnswerSchema.parse(JSON.parse(body)).code }
}

it('says that it is starting until it is opened, in the shape every answer has', async () => {
  const { statusCode, headers, body } = await get({})
  expect(statusCode).toBe(503)
  expect(headers['retry-after']).toBe('1')
  expect(errorAnswerSchema.parse(JSON.parse(body))).toEqual({
    status: 'ERROR',
    code: 'unavailable',
    message: 'The service is starting: try again in a moment',
    request_id: headers['x-request-id'],
  })
})

it('says that the process answers while it starts, so that it is not restarted for starting', async () => {
  for (const path of ['/api/health/live', '/api/health/live?from=probe']) {
    const { statusCode, body } = await get({}, path)
    expect({ statusCode, ...JSON.parse(body) }).toEqual({
      statusCode: 200,
      status: 'OK',
      message: 'The process answers.',
      version,
    })
  }
  expect(await get({}, '/api/health/live', undefined, 'HEAD')).toMatchObject({ statusCode: 200, body: '' })
  expect(await get({}, '/api/health/live', undefined, 'DELETE')).toMatchObject({ statusCode: 405 })
  gate.open((_, response) => response.end('the application answers'))
  expect((await get({}, '/api/health/live')).body).toBe('the application answers')
})

it.each([
  'evil.example',
  'evil.example:3000',
  '127.0.0.1.evil.example',
  'localhost:3000:1',
  'localhost@evil.example',
])('refuses the host "%s", because a page elsewhere could have it resolve to this machine', async (Host) => {
  gate.open((_, response) => response.end('reached'))
  const { statusCode, body } = await get({ Host })
  expect(statusCode).toBe(421)
  expect(JSON.parse(body).status).toBe('ERROR')
})

it.each(['localhost', 'LOCALHOST:3000', '127.0.0.1:3000', '[::1]:3000'])(
  'lets the host "%s" in, because it names this machine',
  async (Host) => {
    gate.open((_, response) => response.end('reached'))
    expect(await get({ Host })).toMatchObject({ statusCode: 200, body: 'reached' })
  },
)

it('tells the application who calls, whatever the caller says of itself', async () => {
  gate.open((request, response) => response.end(request.headers['x-lead-api-client']))
  const invented = { 'X-Lead-Api-Client': '192.0.2.1', 'X-Forwarded-For': '192.0.2.1' }
  expect(await get({ Host: 'localhost', ...invented })).toMatchObject({ body: '127.0.0.1' })
})

it('tells the application which address was asked for, whatever the caller says', async () => {
  gate.open((request, response) => response.end(request.headers['x-lead-api-asked']))
  expect((await get({ 'x-lead-api-asked': '/settings' }, '/leads?status=failed')).body).toBe(
    '/leads?status=failed',
  )
})

it('says with each answer what a browser may do with it, also where it refuses', async () => {
  gate.open((_, response) => response.end('reached'))
  for (const Host of ['localhost', 'evil.example'])
    expect((await get({ Host })).headers['content-security-policy']).toContain("frame-ancestors 'none'")
})

it('refuses a whole address in place of a path, because its host would go before the Host header', async () => {
  gate.open((_, response) => response.end('reached'))
  expect(await refusal({ Host: 'localhost' }, 'http://evil.example/')).toEqual({
    statusCode: 421,
    code: 'wrong_host',
  })
})

it('refuses an address that is no UTF-8, because Next answers it with a 500', async () => {
  gate.open((_, response) => response.end('reached'))
  expect(await refusal({ Host: 'localhost' }, '/api/lead/%ff')).toEqual({
    statusCode: 400,
    code: 'invalid_address',
  })
})

it('lets a request under way end before it closes, and then its connection, though that could be used again', async () => {
  let finish = () => {}
  gate.open((_, response) => {
    finish = () => response.end('finished')
    gate.server.emit('under way')
  })
  const underWay = once(gate.server, 'under way')
  const answer = get({}, '/', new Agent({ keepAlive: true }))
  await underWay
  const closed = gate.close()
  finish()
  expect(await answer).toMatchObject({ body: 'finished' })
  await closed
})

it('answers a client that offers another protocol as any other, because that may be all its library knows', async () => {
  gate.open((_, response) => response.end('reached'))
  const h2c = { Connection: 'Upgrade, HTTP2-Settings', Upgrade: 'h2c', 'HTTP2-Settings': 'AAEAAEAAAAIAAAAB' }
  expect(await get({ Host: 'localhost', ...h2c })).toMatchObject({ statusCode: 200, body: 'reached' })
})

it('cuts the sockets of hot reloading when it closes, because they never end by themselves', async () => {
  const answer = 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'
  gate.acceptUpgrades()
  gate.server.on('upgrade', (_, socket) => socket.write(answer))
  const call = await open({ Connection: 'Upgrade', Upgrade: 'websocket' })
  const [, socket] = await once(call, 'upgrade')
  await Promise.all([gate.close(), once(socket, 'close')])
})

it.each([
  ['POST', '/leads'],
  ['PUT', '/'],
  ['DELETE', '/settings/people'],
  ['POST', '/leads/new?x=1'],
  ['OPTIONS', '/customers'],
  ['POST', '/robots.txt'],
])(
  'answers %s %s with 405, because a page that says 200 to it is taken for a lead that was stored',
  async (method, path) => {
    gate.open((_, response) => response.end('reached'))
    const { statusCode, headers, body } = await get({ Host: 'localhost' }, path, undefined, method)
    expect({ statusCode, allow: headers.allow }).toEqual({ statusCode: 405, allow: 'GET, HEAD' })
    expect(JSON.parse(body)).toMatchObject({ status: 'ERROR', message: expect.stringContaining(method) })
  },
)

it.each(['/leads', '/api/lead'])(
  'answers TRACE %s with 405, because it would echo what a caller is known by',
  async (path) => {
    gate.open((_, response) => response.end('reached'))
    expect(await refusal({ Host: 'localhost' }, path, undefined, 'TRACE')).toEqual({
      statusCode: 405,
      code: 'method_not_allowed',
    })
  },
)

it.each(['/api/lead', '/lead', '/sandbox/vitec/Advertising/Lead/ABC123/Person', '/sandbox/webhooks/receive'])(
  'leaves it to the application what it makes of POST %s',
  async (path) => {
    gate.open((_, response) => response.end('reached'))
    expect(await get({ Host: 'localhost' }, path, undefined, 'POST')).toMatchObject({ body: 'reached' })
  },
)

it('has nothing of Next where no page of ours asks, because what is not used can only be abused', async () => {
  gate.open((_, response) => response.end('reached'))
  for (const path of [
    '/_next/image?url=%2Fx%0A%7B%22level%22%3A30%7D&w=64&q=75',
    '/_next/data/x/leads.json',
    '/_next/webpack-hmr',
  ])
    expect(await refusal({ Host: 'localhost' }, path), path).toEqual({ statusCode: 404, code: 'not_found' })
  expect(await get({ Host: 'localhost' }, '/_next/static/chunks/x.js')).toMatchObject({ body: 'reached' })
})

it.each([
  '/_next/static/../image?url=%2Fx&w=64&q=75',
  '/./_next/image?url=%2Fx&w=64&q=75',
  '/_next/static/%2E%2e/image',
  '/_next/static\\.%2e\\image',
  '/api/../leads',
  '/lead/..',
])('refuses %s: Next would serve another address than the one that was looked at', async (path) => {
  gate.open((_, response) => response.end('reached'))
  for (const method of ['GET', 'POST'])
    expect(await refusal({ Host: 'localhost' }, path, undefined, method)).toEqual({
      statusCode: 400,
      code: 'invalid_address',
    })
})

it.each(['/leads?a=/../x', '/_next/static/a..b/.x.js', '/.../x', '/api/lead/..%2fx'])(
  'lets %s pass, in which dots stand for themselves',
  async (path) => {
    gate.open((_, response) => response.end('reached'))
    expect(await get({ Host: 'localhost' }, path)).toMatchObject({ body: 'reached' })
  },
)

it('does not pass on a call of a server action, because there are none, and Next would print the name', async () => {
  gate.open((request, response) => response.end(`${request.headers['next-action']}`))
  expect(await get({ Host: 'localhost', 'Next-Action': 'x' }, '/leads')).toMatchObject({ body: 'undefined' })
})

it('does not pass on that a part of a file is wanted, or one that is as it was: Next answers a 500 where it has none', async () => {
  const wishes = ['range', 'if-range', 'if-match', 'if-unmodified-since']
  gate.open((request, response) => response.end(wishes.filter((name) => name in request.headers).join()))
  const sent = Object.fromEntries(wishes.map((name) => [name, 'x']))
  expect(await get({ Host: 'localhost', ...sent }, '/icon.svg')).toMatchObject({ body: '' })
})

it.each([
  { Via: '1.1 proxy' },
  { Forwarded: 'for=192.0.2.1' },
  { 'X-Forwarded-For': '192.0.2.1' },
  { 'X-Forwarded-Proto': 'https' },
  { 'X-Forwarded-Port': '443' },
])(
  'refuses %o where nobody has to sign in, because somebody beyond this machine stands behind it',
  async (sent) => {
    gate = createGate(isLoopback, { isOpen: true })
    gate.open((_, response) => response.end('reached'))
    const { statusCode, body } = await get({ Host: 'localhost', ...sent })
    expect(statusCode).toBe(403)
    expect(JSON.parse(body).message).toContain('REQUIRE_SIGN_IN=true')
    expect(await get({ Host: 'localhost' })).toMatchObject({ body: 'reached' })
  },
)

it.each([
  'Host',
  'Authorization',
  'X-API-Key',
  'Idempotency-Key',
  'Prefer',
  'Accept-Language',
  'X-Forwarded-For',
  'Origin',
])('refuses a %s that is longer than any client sends, before anything looks into it', async (name) => {
  gate.open((_, response) => response.end('reached'))
  const { statusCode, body } = await get({ [name]: 'a'.repeat(1_025) })
  expect(statusCode).toBe(431)
  expect(JSON.parse(body).message).toBe(`The header ${name.toLowerCase()} is longer than 1024 characters.`)
})

it('refuses an address that is longer than any of ours', async () => {
  expect(await get({}, `/leads?${'a'.repeat(2_048)}`)).toMatchObject({ statusCode: 414 })
})

it('leaves out long headers that nothing reads: what stands before us may add them', async () => {
  gate.open((request, response) => response.end(JSON.stringify(request.headers)))
  const long = 'a'.repeat(4_000)
  const { statusCode, body } = await get({
    'X-Statement': long,
    'Content-Type': long,
    'X-Short': 'a',
    Cookie: long,
  })
  expect(statusCode).toBe(200)
  expect(JSON.parse(body)).toMatchObject({ 'x-short': 'a', cookie: long })
  expect(JSON.parse(body)).not.toHaveProperty('x-statement')
  expect(JSON.parse(body)).not.toHaveProperty('content-type')
})

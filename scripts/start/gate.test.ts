import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isLoopback } from '@/lib/env'
import { createGate } from './gate.mjs'

let gate = createGate(isLoopback)
beforeEach(() => {
  gate = createGate(isLoopback)
})
afterEach(() => gate.close())

async function open(headers: Record<string, string>, path = '/', agent: Agent | false = false) {
  if (!gate.server.listening) await once(gate.server.listen(0, '127.0.0.1'), 'listening')
  // A listening TCP server has an address of this shape.
  const { port } = gate.server.address() as AddressInfo
  return request({ host: '127.0.0.1', port, path, headers, agent }).end()
}

async function get(headers: Record<string, string>, path?: string, agent?: Agent) {
  const answer: IncomingMessage = (await once(await open(headers, path, agent), 'response'))[0]
  return { statusCode: answer.statusCode, headers: answer.headers, body: await text(answer) }
}

it('says that it is starting until it is opened, in the shape every answer has', async () => {
  const { statusCode, headers, body } = await get({})
  expect(statusCode).toBe(503)
  expect(headers['retry-after']).toBe('1')
  expect(JSON.parse(body)).toEqual({
    status: 'ERROR',
    message: 'The service is starting: try again in a moment',
    request_id: headers['x-request-id'],
  })
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
  expect(await get({ Host: 'localhost' }, 'http://evil.example/')).toMatchObject({ statusCode: 421 })
})

it('refuses an address that is no UTF-8, because Next answers it with a 500', async () => {
  gate.open((_, response) => response.end('reached'))
  expect(await get({ Host: 'localhost' }, '/api/lead/%ff')).toMatchObject({ statusCode: 400 })
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

import { once } from 'node:events'
import { type IncomingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { isLoopback } from '@/lib/env'
import { createGate } from './gate.mjs'

const gate = createGate(isLoopback)
afterEach(() => gate.server.close())

async function get(headers: Record<string, string>, path = '/') {
  if (!gate.server.listening) await once(gate.server.listen(0, '127.0.0.1'), 'listening')
  // A listening TCP server has an address of this shape.
  const { port } = gate.server.address() as AddressInfo
  const call = request({ host: '127.0.0.1', port, path, headers, agent: false }).end()
  const [answer] = await once(call, 'response')
  let body = ''
  for await (const chunk of answer.setEncoding('utf8')) body += chunk
  const { statusCode, headers: answered }: { statusCode: number; headers: IncomingHttpHeaders } = answer
  return { statusCode, headers: answered, body }
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

it('refuses a whole address in place of a path, because its host would go before the Host header', async () => {
  gate.open((_, response) => response.end('reached'))
  expect(await get({ Host: 'localhost' }, 'http://evil.example/')).toMatchObject({ statusCode: 421 })
})

it('refuses an address that is no UTF-8, because Next answers it with a 500', async () => {
  gate.open((_, response) => response.end('reached'))
  expect(await get({ Host: 'localhost' }, '/api/lead/%ff')).toMatchObject({ statusCode: 400 })
})

it('closes the connection without a byte where the sandbox asks for it', async () => {
  gate.open((_, response) => response.setHeader('x-sandbox-drop', '1').end('never seen'))
  await expect(get({})).rejects.toMatchObject({ code: 'ECONNRESET' })
})

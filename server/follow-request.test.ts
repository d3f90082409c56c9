import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest'
import { setIdentify } from '@/lib/api/caller'
import { handler } from '@/lib/api/handler'
import { AppError } from '@/lib/errors'
import { log } from '@/lib/log'
import { processMetrics } from '@/lib/metrics/process-metrics'
import { createGate, type Gate } from './gate'
import { routePatterns } from './route-patterns'

const levels = ['debug', 'info', 'warn', 'error'] as const
let lines: Record<string, unknown>[] = []
const spies = levels.map((level) =>
  vi.spyOn(log, level).mockImplementation((...said: unknown[]) => {
    const [line, msg] = said
    lines.push({ level, msg, ...(line as object) })
  }),
)
const routeOf = routePatterns(join(import.meta.dirname, '..'))
let gate: Gate
beforeEach(async () => {
  lines = []
  gate = createGate(() => true, { routeOf })
  await once(gate.server.listen(0, '127.0.0.1'), 'listening')
})
afterEach(async () => {
  setIdentify(undefined)
  await gate.close()
})
afterAll(() => {
  for (const spy of spies) spy.mockRestore()
})

// A listening TCP server has an address of this shape.
const port = () => (gate.server.address() as AddressInfo).port
const get = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${port()}${path}`, init)
/** What comes back for what is written to the socket as it stands here. */
async function write(words: string): Promise<string> {
  const socket = connect(port(), '127.0.0.1')
  socket.end(words)
  return text(socket)
}
const told = () => vi.waitFor(() => expect(lines).toHaveLength(1))

/** Has the gate call a handler as Next does. */
function serve(work: Parameters<typeof handler>[1]): void {
  const route = handler('intake', work)
  gate.open(async (request, response) => {
    const asked = new Request(`http://localhost${request.url}`, { method: request.method ?? 'GET' })
    const answer = await route(asked, { params: Promise.resolve({}) })
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    response.end(await answer.text())
  })
}

it('has one line for a request, with its caller, its pattern and the id that its answer has', async () => {
  setIdentify(async () => ({ kind: 'key', id: 'k1', mode: 'live', customers: null, perMinute: 60 }))
  serve(async () => new Response('{}', { status: 201 }))
  const answer = await get('/api/lead/erik.andersson@example.com?phone=0701234567', {
    headers: { 'X-Request-Id': 'erik' },
  })
  await told()
  const line = {
    ...{ level: 'info', msg: 'a request', method: 'GET', route: '/api/lead/[id]', status: 201, by: 'key:k1' },
    ...{ ms: expect.any(Number), request_id: answer.headers.get('X-Request-Id') },
  }
  expect(lines).toEqual([line])
  expect(JSON.stringify(lines)).not.toMatch(/erik|0701234567/)
})

it('gives two requests at once each its own caller', async () => {
  let number = 0
  setIdentify(async () => {
    const id = `p${++number}`
    await new Promise((resolve) => setTimeout(resolve, 5))
    return { kind: 'person', id, role: 'staff' }
  })
  serve(async (_, identity) => Response.json(identity))
  const answers = await Promise.all([get('/api/lead'), get('/api/lead'), get('/api/lead')])
  const said = await Promise.all(
    answers.map(async (answer) => [answer.headers.get('X-Request-Id'), `person:${(await answer.json()).id}`]),
  )
  await vi.waitFor(() => expect(lines).toHaveLength(3))
  expect(lines.map(({ request_id, by }) => [request_id, by]).sort()).toEqual(said.sort())
})

it.each([
  ['what is not done for now', new AppError('unavailable', 'Not now.'), 'warn', 503],
  ['what the neighbour fails', new AppError('neighbour_failed', 'Vitec failed.'), 'warn', 502],
  ['a refusal', new AppError('not_allowed', 'No.'), 'info', 409],
])('says of %s how much it matters', async (_, error, level, status) => {
  setIdentify(async () => ({ kind: 'open' }))
  serve(async () => {
    throw error
  })
  await get('/api/lead')
  await told()
  expect(lines[0]).toMatchObject({ level, status })
})

it('makes an error of what failed, and a detail of a file', async () => {
  gate.open((request, response) => {
    response.statusCode = request.url === '/leads' ? 500 : 200
    response.end()
  })
  await get('/leads')
  await get('/favicon.ico')
  await vi.waitFor(() => expect(lines).toHaveLength(2))
  expect(lines).toMatchObject([
    { level: 'error', route: '/leads', status: 500 },
    { level: 'debug', route: '/favicon.ico', status: 200 },
  ])
})

it('has a line for what comes before the service has started, which nobody has to see to', async () => {
  await get('/api/lead')
  await told()
  expect(lines[0]).toMatchObject({ level: 'info', route: '/api/lead', status: 503 })
})

it.each([
  ['a method that there is not', 'TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n', { route: '/', status: 405 }],
  [
    'an address that is too long',
    `GET /${'x'.repeat(3_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
    { route: 'other', status: 414 },
  ],
  [
    'headers that are too long for one request',
    `GET / HTTP/1.1\r\nAuthorization: Bearer ${'x'.repeat(1_000_000)}\r\n\r\n`,
    { route: 'unreadable', status: 431 },
  ],
  ['what is no request', 'erik andersson\r\n\r\n', { route: 'unreadable', status: 400 }],
  [
    'an expectation that nobody meets',
    'GET /leads HTTP/1.1\r\nHost: localhost\r\nExpect: erik\r\nConnection: close\r\n\r\n',
    { route: '/leads', status: 417 },
  ],
])('has one line for %s, with the id that its answer has', async (_, request, line) => {
  gate.open((_request, response) => response.end('reached'))
  const answer = await write(request).catch(() => '')
  await told()
  expect(lines[0]).toMatchObject({ level: 'info', ...line })
  const id = /x-request-id: (\S+)/i.exec(answer)?.[1]
  // One who is still sending may be cut off before it has read the answer.
  if (id) expect(lines[0]?.request_id).toBe(id)
  expect(JSON.stringify(lines)).not.toContain('erik')
})

it('has a line for an answer that its caller did not wait for', async () => {
  const reached = new Promise<void>((resolve) => gate.open(() => resolve()))
  const gone = new AbortController()
  const asking = get('/leads', { signal: gone.signal }).catch(() => undefined)
  await reached
  gone.abort()
  await asking
  await told()
  expect(lines[0]).toMatchObject({ level: 'info', route: '/leads', status: 499, cut_off: true })
})

it('counts under the same few labels whatever a thousand strangers ask for', async () => {
  gate.open((_, response) => {
    response.statusCode = 404
    response.end()
  })
  const { requests, requestSeconds } = processMetrics()
  const series = async () => (await requests.get()).values.length + (await requestSeconds.get()).values.length
  const ask = async (what: string) => {
    await get(`/${what}`)
    await get(`/leads/${what}`)
    await get(`/api/${what}`)
    await get(`/_next/static/${what}.js`)
  }
  await ask('first')
  const before = await series()
  for (let number = 0; number < 250; number++) await ask(crypto.randomUUID())
  expect(await series()).toBe(before)
})

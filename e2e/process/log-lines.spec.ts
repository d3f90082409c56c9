import { expect, test } from 'playwright/test'
import { spawnServer, startServer } from '@/test/e2e/start-server.mjs'
import { leadBody } from '../actions/leads'

type Line = Record<string, unknown>

const linesOf = (said: string): Line[] =>
  said
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

test('all that is printed is JSON lines, with exactly one for a request, by the id that its answer has', {
  tag: '@all',
}, async ({ playwright }) => {
  test.setTimeout(240_000)
  const server = await startServer({ settings: { LOG_LEVEL: 'debug' } })
  const request = await playwright.request.newContext({ baseURL: server.address })
  const secret = 'hemligt-ord'
  const asked = await Promise.all(
    [
      ['GET', '/leads', '/leads', 'open'],
      ['GET', `/leads/${secret}`, '/leads/[leadId]', 'open'],
      ['GET', '/sign-in', '/sign-in', undefined],
      ['GET', `/${secret}`, 'other', undefined],
      ['GET', '/favicon.ico', '/favicon.ico', undefined],
      ['GET', '/api/openapi.json', '/api/openapi.json', undefined],
      ['DELETE', '/api/openapi.json', '/api/openapi.json', undefined],
      ['GET', '/api/health/ready', '/api/health/ready', undefined],
      ['GET', `/lead/${secret}`, '/lead/[id]', 'open'],
      ['PUT', '/settings', '/settings', undefined],
      ['GET', `/_next/static/${secret}`, '/_next/[...file]', undefined],
      ['POST', '/api/lead', '/api/lead', 'open'],
    ].map(async ([method = '', path = '', route, by]) => {
      const data = path === '/api/lead' ? { data: leadBody() } : {}
      const answer = await request.fetch(path, { method, maxRedirects: 0, ...data })
      return { id: answer.headers()['x-request-id'], method, route, by, status: answer.status() }
    }),
  )
  await request.dispose()
  expect(await server.stop()).toBe(true)

  const lines = linesOf(server.said())
  for (const { id, by, ...expected } of asked) {
    expect(id, expected.route).toMatch(/^[\da-f-]{36}$/)
    const ofRequest = lines.filter((line) => line.request_id === id)
    expect(ofRequest, expected.route).toEqual([
      expect.objectContaining({ ...expected, ms: expect.any(Number) }),
    ])
    if (by !== undefined) expect(ofRequest[0]?.by, expected.route).toBe(by)
  }
  expect(lines.filter((line) => line.lead_id !== undefined)).toEqual([
    expect.objectContaining({ outcome: 'delivered', number: 1, customer: 'ABC123' }),
  ])
  const words = lines.map(({ msg }) => msg)
  for (const word of ['a step of the start', 'Lead API serves', 'Stopping']) expect(words).toContain(word)
  expect(server.said()).not.toContain(secret)
})

test('a start that fails and a crash are one line each, which says what it is and quotes nothing', async () => {
  test.setTimeout(240_000)
  const ended = async (options: Parameters<typeof spawnServer>[0]) => {
    const server = await spawnServer(options)
    await expect.poll(() => server.hasEnded(), { timeout: 60_000 }).toBe(true)
    return server.said()
  }
  const refused = await ended({ settings: { METRICS_TOKEN: 'short' } })
  expect(linesOf(refused).at(-1)).toMatchObject({
    ...{ level: 60, msg: 'Lead API did not start' },
    reason: expect.stringContaining('METRICS_TOKEN'),
  })

  // As soon as somebody listens for it.
  const crashed = await ended({
    settings: faulty(
      `if (process.listenerCount('uncaughtException')) throw new RangeError(process.env.WORDS)`,
    ),
  })
  expect(linesOf(crashed)).toContainEqual(
    expect.objectContaining({ level: 60, error: 'RangeError', msg: 'a crash' }),
  )
  expect(crashed).not.toContain('erik')
})

test('a fault that nobody has caught while it serves is a line without its words, and ends nothing', {
  tag: '@all',
}, async () => {
  test.setTimeout(240_000)
  const server = await startServer({
    settings: faulty(
      `if (globalThis.leadApi) { clearInterval(timer); Promise.reject(new RangeError(process.env.WORDS)) }`,
    ),
  })
  const told = expect.objectContaining({ level: 50, error: 'RangeError', from: 'console' })
  await expect.poll(() => linesOf(server.said())).toContainEqual(told)
  expect(await server.stop()).toBe(true)
  expect(server.said()).not.toContain('erik')
})

/** Settings of a process that does something again and again, from its beginning; `timer` is what has it do so. */
function faulty(what: string): Record<string, string> {
  const script = `const timer = setInterval(() => { ${what} }, 20)`
  return {
    NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(script)}`,
    WORDS: 'erik.andersson@example.com',
  }
}

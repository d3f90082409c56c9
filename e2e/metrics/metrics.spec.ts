import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'playwright/test'
import { startServer } from '@/test/e2e/start-server.mjs'
import { startClosedServer } from '../actions/closed-server'
import { leadBody } from '../actions/leads'
import { withOwnPostgres } from '../actions/surroundings'

const folder = 'docs/operations'
const promtool = (args: string[], input = '') => spawnSync('promtool', args, { input, encoding: 'utf8' })
const hasPromtool = promtool(['--version']).status === 0 || Boolean(process.env.REQUIRE_PROMTOOL)

/** The names that a scrape declares, with those that make up a histogram. */
function namesIn(scrape: string): Set<string> {
  const declared = [...scrape.matchAll(/^# TYPE (\S+) (\S+)$/gm)]
  const parts = (name: string, type: string) =>
    type === 'histogram' ? ['_bucket', '_sum', '_count'].map((part) => name + part) : [name]
  return new Set(declared.flatMap(([, name = '', type = '']) => parts(name, type)))
}

test('the dashboard and the rules name what a real scrape has, and nothing else', async ({ request }) => {
  await request.post('/api/lead', { data: leadBody() })
  const scrape = await (await request.get('/api/metrics')).text()
  const there = namesIn(scrape)
  for (const file of ['dashboard.json', 'alerts.yml', 'alerts.test.yml']) {
    const named =
      readFileSync(`${folder}/${file}`, 'utf8').match(/\b(lead_api|nodejs|process)_[a-z0-9_]+/g) ?? []
    expect(named.length, file).toBeGreaterThan(5)
    expect(
      [...new Set(named)].filter((name) => !there.has(name)),
      file,
    ).toEqual([])
  }
})

test('Prometheus’ own tool finds no fault in a scrape, in the rules, or in when they tell', {
  tag: '@all',
}, async ({ request }) => {
  test.skip(!hasPromtool, 'promtool is not here')
  await request.post('/api/lead', { data: leadBody() })
  const scrape = await (await request.get('/api/metrics')).text()
  for (const [args, input] of [
    [['check', 'metrics'], scrape],
    [['check', 'rules', `${folder}/alerts.yml`], ''],
    [['test', 'rules', `${folder}/alerts.test.yml`], ''],
  ] as const) {
    const { status, stdout, stderr } = promtool([...args], input)
    expect(status, `${args.join(' ')}: ${stdout}${stderr}`).toBe(0)
  }
})

test('only the token opens the metrics where people sign in', { tag: '@all' }, async ({ playwright }) => {
  test.setTimeout(240_000)
  const token = randomBytes(32).toString('base64url')
  const server = await startClosedServer({ METRICS_TOKEN: token })
  const request = await playwright.request.newContext({ baseURL: server.address })
  const ask = (authorization: string, method = 'GET') =>
    request.fetch('/api/metrics', { method, headers: { Authorization: authorization } })
  const right = await ask(`Bearer ${token}`)
  expect(right.status()).toBe(200)
  expect(right.headers()['content-type']).toMatch(/^text\/plain; version=0\.0\.4/)
  expect(await right.text()).toContain('lead_api_database_up 1')
  const statuses = [
    await request.get('/api/metrics'),
    await ask(`Bearer ${token.slice(1)}`),
    await ask(`Basic ${token}`),
    await ask(`Bearer ${'x'.repeat(1_000)}`),
    await ask(`Bearer ${'x'.repeat(5_000)}`),
    await ask(`Bearer ${token}`, 'POST'),
    await ask(`Bearer ${token}`, 'HEAD'),
  ].map((answer) => answer.status())
  expect(statuses).toEqual([401, 401, 401, 401, 431, 405, 200])
  const many = await Promise.all(Array.from({ length: 50 }, () => ask(`Bearer ${token}`)))
  expect(new Set(many.map((answer) => answer.status()))).toEqual(new Set([200]))
  await request.dispose()
  expect(await server.stop()).toBe(true)
  expect(server.said()).not.toContain(token)
})

test('no label grows with what callers write, whichever addresses and customers they make up', {
  tag: '@all',
}, async ({ playwright }) => {
  test.setTimeout(240_000)
  const server = await startServer()
  const request = await playwright.request.newContext({ baseURL: server.address })
  const ask = async (number: number) => {
    const word = `${randomBytes(6).toString('hex')}${number}`
    const customer = { customer_id: word }
    await Promise.all([
      request.get(`/${word}`),
      request.get(`/leads/${word}`),
      request.get(`/api/${word}/${word}`),
      request.post('/api/lead', {
        data: leadBody({ customer }),
        headers: { Prefer: 'respond-async' },
      }),
    ])
  }
  const series = async () => {
    const scrape = await (await request.get('/api/metrics')).text()
    const named = scrape.split('\n').map((line) => /^(lead_api_[a-z_]+\{[^}]*\})/.exec(line)?.[1])
    // How an attempt and a request end, and what runs by itself, is not of the caller's making, and which of them have ended
    // is a matter of time.
    return new Set(named.filter((name) => name && !/status="|outcome="|^lead_api_run_/.test(name)))
  }
  await ask(0)
  await series()
  const before = await series()
  // A thousand addresses are asked for at the gate alone, in server/follow-request.test.ts.
  for (let number = 1; number <= 60; number += 10)
    await Promise.all(Array.from({ length: 10 }, (_, one) => ask(number + one)))
  const after = await series()
  expect([...after].filter((name) => !before.has(name))).toEqual([])
  await request.dispose()
  await server.stop()
})

test('while the database is away the metrics say so, with what the process itself knows', {
  tag: '@all',
}, async ({ playwright }) => {
  await withOwnPostgres(playwright, {}, async ({ postgres, request }) => {
    expect(await (await request.get('/api/metrics')).text()).toContain('lead_api_database_up 1')
    await postgres.crash()
    const scrape = async () => (await request.get('/api/metrics')).text()
    await expect.poll(scrape).toContain('lead_api_database_up 0')
    expect(await scrape()).toMatch(/^lead_api_database_pool_connections\{state="total"\} \d+$/m)
    expect(await scrape()).not.toMatch(/^lead_api_leads_waiting /m)
    await postgres.resume()
    await expect.poll(scrape).toContain('lead_api_database_up 1')
  })
})

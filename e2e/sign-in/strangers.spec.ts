import { readdirSync } from 'node:fs'
import { expect, test } from 'playwright/test'
import { sharedClosedServer } from '../actions/closed-server'

test.describe.configure({ mode: 'serial' })

const server = sharedClosedServer()

test('nobody sees a page or calls a route without saying who they are, but for those that are for everybody', async ({
  playwright,
}) => {
  const forAll = [
    '/sign-in',
    '/setup',
    '/invitation',
    '/api/openapi.json',
    '/api/health/live',
    '/api/health/ready',
  ]
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  const addresses = files
    .filter((file) => /(^|\/)(page|route)\.tsx?$/.test(file))
    .map(
      (file) =>
        `/${file
          .split('/')
          .slice(0, -1)
          .filter((part) => !part.startsWith('('))
          .join('/')}`,
    )
    .map((address) => address.replace(/\[\.{3}\w+\]/, 'nothing').replace(/\[\w+\]/g, crypto.randomUUID()))
  const request = await playwright.request.newContext({ baseURL: server.address })
  const answered: string[] = []
  const ask = async (address: string, method: string) => {
    const data = method === 'GET' ? undefined : {}
    const answer = await request.fetch(address, { method, maxRedirects: 0, data })
    const isTurnedAway =
      [401, 404, 405].includes(answer.status()) || answer.headers().location?.startsWith('/sign-in')
    if (!isTurnedAway) answered.push(address)
  }
  for (const address of [...addresses, '/lead', '/lead-sources'])
    await Promise.all(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((method) => ask(address, method)))
  await request.dispose()
  const open = new Set(answered.filter((address) => !address.startsWith('/api/auth/')))
  expect([...open].sort()).toEqual(forAll.sort())
})

test('the metrics of a service where people sign in are nobody’s as long as no token is set', async ({
  playwright,
}) => {
  const request = await playwright.request.newContext({ baseURL: server.address })
  const refused = await request.get('/api/metrics')
  expect({ http: refused.status(), ...(await refused.json()) }).toMatchObject({
    http: 404,
    message: expect.stringContaining('METRICS_TOKEN'),
  })
  await request.dispose()
})

test('whoever guesses passwords is slowed down, and told no more than others', async ({ playwright }) => {
  const request = await playwright.request.newContext({ baseURL: server.address })
  const guess = () =>
    request.post('/api/auth/sign-in', { data: { email: 'nobody@example.com', password: 'a guess' } })
  const statuses: number[] = []
  for (let number = 0; number < 12; number++) statuses.push((await guess()).status())
  expect(new Set(statuses)).toEqual(new Set([401, 429]))
  expect((await guess()).headers()['retry-after']).toMatch(/^\d+$/)
  await request.dispose()
})

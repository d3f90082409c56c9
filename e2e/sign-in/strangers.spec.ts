import { readdirSync } from 'node:fs'
import { expect, test } from 'playwright/test'
import { appCode, nextAppCode } from '@/test/support/sign-in/app-code'
import { type ClosedService, closedPassword as password, startClosedService } from '../actions/closed-server'
import { leadBody } from '../actions/leads'
import { giveCredentials, signInAs } from '../actions/sign-in'

test.describe.configure({ mode: 'serial' })

const email = 'administrator@example.com'
let service: ClosedService
test.beforeAll(async () => {
  test.setTimeout(300_000)
  service = await startClosedService()
})
test.afterAll(async () => expect(await service.stop()).toBe(true))

test('whoever is asked to sign in gets to the page they asked for, and by no link to another site', {
  tag: '@all',
}, async ({ browser }) => {
  test.setTimeout(180_000)
  const context = await browser.newContext({ baseURL: service.address })
  await signInAs(context, service.address, service.administrator)
  const page = await context.newPage()
  const sent = await page.request.post('/api/lead', { data: leadBody() })
  const lead = `/leads/${(await sent.json()).id}`
  const signOut = () => page.getByRole('button', { name: 'Logga ut' }).click()

  await test.step('a lead, with the password', async () => {
    await context.clearCookies()
    await page.goto(lead)
    await expect(page).toHaveURL(`/sign-in?to=${encodeURIComponent(lead)}`)
    await giveCredentials(page, email, password)
    await expect(page).toHaveURL(lead)
  })

  await test.step('the filtered log, of a session that ended while it was open', async () => {
    await page.goto('/leads?status=failed')
    await context.clearCookies()
    await page.getByRole('link', { name: 'Kunder' }).click()
    await expect(page).toHaveURL('/sign-in?to=%2Fcustomers')
    await page.goto('/leads?status=failed')
    await giveCredentials(page, email, password)
    await expect(page).toHaveURL('/leads?status=failed')
  })

  await test.step('the lead, with a second factor', async () => {
    const begun = await page.request.post('/api/staff/account/second-factor', { data: { password } })
    const { uri, backupCodes } = await begun.json()
    const confirmed = await page.request.post('/api/staff/account/second-factor/confirm', {
      data: { code: appCode(uri) },
    })
    expect(confirmed.status()).toBe(200)
    await context.clearCookies()
    await page.goto(lead)
    await giveCredentials(page, email, password)
    await page.getByLabel('Kod från appen').fill(nextAppCode(uri))
    await page.getByRole('button', { name: 'Fortsätt' }).click()
    await expect(page).toHaveURL(lead)
    const removed = await page.request.post('/api/staff/account/second-factor/remove', {
      data: { password, code: backupCodes[0], kind: 'backup' },
    })
    expect(removed.status()).toBe(200)
  })

  await test.step('the start page, where somebody signs out or the address is not ours', async () => {
    await page.goto('/customers')
    await signOut()
    await expect(page).toHaveURL('/sign-in')
    await page.goto(`/sign-in?to=${encodeURIComponent('/\\evil.example')}&to=//evil.example`)
    await giveCredentials(page, email, password)
    await expect(page).toHaveURL('/leads')
    await page.goto('/sign-in?to=//evil.example')
    await expect(page).toHaveURL('/leads')
    await page.goto('/sign-in?to=/customers')
    await expect(page).toHaveURL('/customers')
  })

  await test.step('no page at all for a system: it is told that nobody knows it', async () => {
    await context.clearCookies()
    const answer = await page.request.get(`/api/staff${lead}`)
    expect(answer.status()).toBe(401)
    expect(await answer.json()).toMatchObject({ status: 'ERROR', code: 'unauthenticated' })
  })
  await context.close()
})

test('nobody sees a page or calls a route without saying who they are, but for those that are for everybody', async ({
  playwright,
}) => {
  const forAll = [
    '/sign-in',
    '/setup',
    '/invitation',
    '/docs',
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
  const request = await playwright.request.newContext({ baseURL: service.address })
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
  const request = await playwright.request.newContext({ baseURL: service.address })
  const refused = await request.get('/api/metrics')
  expect({ http: refused.status(), ...(await refused.json()) }).toMatchObject({
    http: 404,
    message: expect.stringContaining('METRICS_TOKEN'),
  })
  await request.dispose()
})

test('whoever guesses passwords is slowed down, and told no more than others', async ({ playwright }) => {
  const request = await playwright.request.newContext({ baseURL: service.address })
  const guess = () =>
    request.post('/api/auth/sign-in', { data: { email: 'nobody@example.com', password: 'a guess' } })
  const statuses: number[] = []
  for (let number = 0; number < 12; number++) statuses.push((await guess()).status())
  expect(new Set(statuses)).toEqual(new Set([401, 429]))
  expect((await guess()).headers()['retry-after']).toMatch(/^\d+$/)
  await request.dispose()
})

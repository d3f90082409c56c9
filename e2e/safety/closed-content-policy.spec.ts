import { expect, test } from 'playwright/test'
import { type ClosedService, closedPassword, startClosedService } from '../actions/closed-server'
import { leadBody } from '../actions/leads'
import { signInAs } from '../actions/sign-in'
import { complaintOf, complaintsOf, openPage } from './complaints'

// One server for all of them, so one worker.
test.describe.configure({ mode: 'default' })

let server: ClosedService
test.beforeAll(async () => {
  test.setTimeout(300_000)
  server = await startClosedService()
})
test.afterAll(async () => {
  expect(await server.stop()).toBe(true)
})

const settings = ['account', 'people', 'api-keys', 'alerts', 'audit', 'privacy'].map(
  (name) => `/settings/${name}`,
)

test('every page of somebody who has signed in works under its own policy', { tag: '@all' }, async ({
  page,
}) => {
  test.setTimeout(120_000)
  const { secret } = await server.makeKey({ customers: null })
  const caller = await server.callerWith(secret)
  const { id } = await (await caller.post('/api/lead', { data: leadBody() })).json()
  await signInAs(page.context(), server.address, server.administrator)
  const complaints = await complaintsOf(page)
  for (const path of ['/leads', '/leads/new', `/leads/${id}`, '/customers', '/sandbox/inbox', ...settings])
    await test.step(path, async () => {
      expect(await openPage(page, server.address + path)).toBe(200)
      expect(new URL(page.url()).pathname, 'no page led to the sign-in').toBe(path)
      expect(complaints).toEqual([])
    })
})

test('the QR code of a second factor is drawn under the policy', async ({ page }) => {
  await signInAs(page.context(), server.address, server.administrator)
  const complaints = await complaintsOf(page)
  await openPage(page, `${server.address}/settings/account`)
  await page.getByLabel('Ditt lösenord').fill(closedPassword)
  await page.getByRole('button', { name: 'Ställ in' }).click()
  await expect(page.getByRole('img', { name: 'QR-kod till appen' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Reservkoder' })).toBeVisible()
  expect(complaints).toEqual([])
})

test('a page that is refused or not there works under the policy too, also for one who may only look', async ({
  page,
}) => {
  await signInAs(page.context(), server.address, await server.invite('viewer'))
  const complaints = await complaintsOf(page)
  expect(await openPage(page, `${server.address}/settings/people`)).toBe(403)
  await expect(page.getByRole('heading', { name: 'Du har inte behörighet' })).toBeVisible()
  expect(complaints.splice(0)).toEqual([complaintOf('403 (Forbidden)', '/settings/people')])
  for (const path of ['/leads/no-such-lead', '/no/such/page']) {
    expect(await openPage(page, server.address + path), path).toBe(404)
    expect(complaints.splice(0), path).toEqual([complaintOf('404 (Not Found)', path)])
  }
})

const files = [
  ['/favicon.ico', 'image/x-icon'],
  ['/icon.svg', 'image/svg+xml'],
  ['/icon-192.png', 'image/png'],
  ['/apple-touch-icon.png', 'image/png'],
  ['/manifest.webmanifest', 'application/manifest+json'],
  ['/robots.txt', 'text/plain'],
] as const

test('a browser that asks for an icon before its page named one gets it, also when nobody has signed in', async ({
  request,
}) => {
  for (const [path, type] of files) {
    const answer = await request.get(server.address + path, { maxRedirects: 0 })
    expect(answer.status(), path).toBe(200)
    expect(answer.headers()['content-type'], path).toMatch(type)
    expect(answer.headers()['x-robots-tag'], path).toContain('noindex')
  }
  expect(await (await request.get(`${server.address}/robots.txt`)).text()).toContain('Disallow: /\n')
  const { icons }: { icons: { src: string }[] } = await (
    await request.get(`${server.address}/manifest.webmanifest`)
  ).json()
  for (const { src } of icons) expect((await request.get(server.address + src)).status(), src).toBe(200)
})
